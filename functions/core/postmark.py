"""The mark on a mail, by which what is told of it later finds its letter."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from functions.core.errors import NotFound

_PLAIN = re.compile(r"[^A-Za-z0-9-]")
_CODED = re.compile(r"_([0-9a-f]{2})")


@dataclass(frozen=True)
class Postmark:
    """`owner`, `key`: of the letter in the outbox. A tag may hold letters, digits, "-" and "_"."""

    owner: str
    key: str

    @property
    def tags(self) -> Mapping[str, str]:
        return {"owner": _coded(self.owner), "key": _coded(self.key)}

    @classmethod
    def read(cls, tags: Mapping[str, str]) -> Self:
        """NotFound for a mail that is none of ours."""
        try:
            return cls(_plain(tags["owner"]), _plain(tags["key"]))
        except KeyError:
            raise NotFound from None


def _coded(text: str) -> str:
    """Each other ASCII character as "_" and two hexadecimal digits."""
    return _PLAIN.sub(lambda found: f"_{ord(found[0]):02x}", text)


def _plain(text: str) -> str:
    return _CODED.sub(lambda found: chr(int(found[1], 16)), text)
