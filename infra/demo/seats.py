"""Officers who are signed in at a stage: each once, however many stories they are in."""

import re
from dataclasses import dataclass, field
from functools import cache
from threading import Lock

from infra.demo.client import Client
from infra.demo.inbox import Inbox

COOKIE = re.compile(r"(__Host-petugas=[^;]+)")
CODE = re.compile(r"Kode masuk Anda: ([0-9]{6})")
UNKNOWN = 401


@dataclass
class Seats:
    """`mailbox`: the address of the mailbox's page."""

    client: Client
    mailbox: str
    _cookies: dict[str, str] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def cookie(self, email: str) -> str:
        """Of a session that is open; the code comes by mail, as it does to everybody."""
        with self._lock:
            if not self._open(email):
                self._cookies[email] = self._enter(email)
            return self._cookies[email]

    def _open(self, email: str) -> bool:
        kept = self._cookies.get(email, "")
        return bool(kept) and self.client.get("/antrean", cookie=kept).status != UNKNOWN

    def _enter(self, email: str) -> str:
        inbox = Inbox(self.client, self.mailbox, email)
        inbox.forget()
        self.client.post("/petugas", email=email)
        found = CODE.search(inbox.next("Kode masuk")["text"])
        assert found, "the mail has no code"
        entered = self.client.send("/petugas/kode", email=email, code=found[1])
        kept = COOKIE.search(entered.headers.get("set-cookie", ""))
        assert kept, "no session was opened"
        return kept[1]


@cache
def seats(site: str, mailbox: str) -> Seats:
    return Seats(Client(site), mailbox)
