"""The mails that SES "sent", as their readers get them."""

import json
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import quote

from infra.demo.client import Client

T = TypeVar("T")
PATIENCE = 20.0


class NeverCame(Exception):
    """What was waited for did not come in time."""


def until(find: Callable[[], T | None], what: str, seconds: float = PATIENCE) -> T:
    """The first thing that `find` finds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = find()
        if found is not None:
            return found
        time.sleep(0.05)
    raise NeverCame(what)


@dataclass
class Inbox:
    """One person's mails, each read once. `box`: the address of the mailbox's page."""

    client: Client
    box: str
    address: str
    _read: set[str] = field(default_factory=set)

    def next(self, subject: str) -> dict[str, Any]:
        """The next unread mail whose subject holds `subject`."""

        def find() -> dict[str, Any] | None:
            return next(self._unread(subject), None)

        mail = until(find, f"a mail to {self.address} about {subject!r}")
        self._read.add(mail["id"])
        return mail

    def link(self, subject: str, path: str = "/") -> str:
        """The first link to Loket in that mail."""
        text = self.next(subject)["text"]
        links: list[str] = re.findall(r"https?://\S+", text)
        return next(link for link in links if link.startswith(self.client.site + path))

    def forget(self) -> None:
        """What is there already counts as read."""
        self._read |= {mail["id"] for mail in self.mails()}

    def _unread(self, subject: str) -> Iterator[dict[str, Any]]:
        for mail in self.mails():
            if subject in mail["subject"] and mail["id"] not in self._read:
                yield mail

    def mails(self) -> list[dict[str, Any]]:
        """All to this address, read or not."""
        mails: list[dict[str, Any]] = json.loads(
            self.client.get(f"{self.box}/email?headers.to={quote(self.address)}").body
        )
        return mails
