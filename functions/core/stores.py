"""The ports to what is kept as bytes: scans, copies, signed papers, mails.

Every one may raise Unavailable.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from functions.core.document import Leaf


@dataclass(frozen=True)
class Invitation:
    """Where and with which form fields a browser may post one scan."""

    action: str
    fields: Mapping[str, str]


@dataclass(frozen=True)
class Received:
    """One version of what was posted under a key, and when it came."""

    content: bytes
    version: str
    at: datetime


class Scans(Protocol):
    """The quarantine: what browsers posted, and nobody shows."""

    def invite(self, key: str, after: str) -> Invitation:
        """`after`: the page to go to afterwards, or "" to be answered with 204."""

    def read(self, key: str, version: str = "") -> Received:
        """That version, or the latest."""

    def put(self, key: str, content: bytes) -> object:
        """As if a browser had posted it: it came by another way."""


MalwareWord = Literal["clean", "threat", "pending", "unknown"]


class Malware(Protocol):
    """Another's word on what lies in quarantine."""

    def verdict(self, key: str, version: str) -> MalwareWord:
        """Which may be "pending", not said yet, or "unknown": it will never be said."""


class CleanScans(Protocol):
    """What was examined and made anew; keys are `core.scans.clean_key`'s."""

    def keep(self, key: str, content: bytes, type: str) -> str:
        """The version that these bytes are from now on."""

    def read(self, key: str, version: str) -> bytes: ...
    def view(self, key: str, version: str, type: str) -> str:
        """An address that shows exactly this version for a minute; or, of "", the latest."""


class Stamps(Protocol):
    def show(self, pages: Iterable[Leaf], lines: Iterable[str]) -> str:
        """An address that shows, for a minute, one copy of all the pages with the lines across
        each; at least one page."""


class Views(Protocol):
    """Copies that are gone after a day."""

    def keep(self, key: str, content: bytes, type: str) -> None: ...
    def view(self, key: str, type: str) -> str:
        """An address that shows it for a minute."""


class Inbox(Protocol):
    """The mails that offices were sent, as they came."""

    def read(self, key: str, most: int) -> bytes:
        """The first `most` bytes of one."""


class Archive(Protocol):
    def keep(self, key: str, content: bytes, type: str) -> None:
        """Unchanged for years; keys are `core.scans.archive_key`'s."""

    def view(self, key: str, type: str) -> str:
        """An address that shows it for a minute."""


class Shredder(Protocol):
    def destroy(self, case_id: str) -> int:
        """All that any bucket holds of the case, every version of it; how much that was."""
