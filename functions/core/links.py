"""A signed link: who may open what, until when. Signing and verifying are others' work."""

import base64
import binascii
import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime

from functions.core.errors import Gone, NotFound
from functions.core.ports import Verifier

LONGEST = 600
_SHAPE = re.compile(r"([A-Za-z0-9_-]{20,480})\.([A-Za-z0-9_-]{43})")
VERSION = 1


@dataclass(frozen=True)
class Link:
    """`key`: the signing key's short name; `audience`: the officer's or account holder's id, "" for
    the applicant, with how often their mailbox moved; `purpose`: "case" (an applicant's), "holder",
    "task" or "queue" (an officer's); `round`, `step`: the one wait that a task link opens; `epoch`:
    raised by a restore."""

    key: str
    purpose: str
    audience: str
    office: str
    case: str
    round: int
    step: str
    expires: datetime
    epoch: int

    def payload(self) -> str:
        until = int(self.expires.timestamp())
        who = [VERSION, self.key, self.purpose, self.audience, self.office]
        what = [self.case, self.round, self.step, until, self.epoch]
        return _text(json.dumps([*who, *what], separators=(",", ":")).encode())

    def check(self, purpose: str, at: datetime, epoch: int) -> "Link":
        """Itself, if it is meant for `purpose` and still valid at `at`."""
        if self.purpose != purpose:
            raise NotFound
        if at > self.expires or self.epoch != epoch:
            raise Gone("Masa berlaku tautan ini sudah habis. Minta tautan baru untuk melanjutkan.")
        return self


def opened(token: str, purpose: str, verifier: Verifier, at: datetime, epoch: int) -> Link:
    """The link behind `token`, or NotFound (not ours) or Gone (no longer valid)."""
    payload, mac = split(token)
    link = parse(payload)
    if not verifier.verify(link.key, payload, mac):
        raise NotFound
    return link.check(purpose, at, epoch)


def signed(payload: str, mac: bytes) -> str:
    return f"{payload}.{_text(mac)}"


def split(token: str) -> tuple[str, bytes]:
    """Payload and MAC of something that has a link's shape; else NotFound, cheaply."""
    found = _SHAPE.fullmatch(token) if len(token) <= LONGEST else None
    if not found:
        raise NotFound
    mac = _bytes(found[2])
    if _text(mac) != found[2]:
        raise NotFound
    return found[1], mac


def parse(payload: str) -> Link:
    """The link of a payload whose MAC was verified (its key's name may be read before)."""
    try:
        version, key, purpose, audience, office, *what = json.loads(_bytes(payload))
        case, round_, step, until, epoch = what
        expires = datetime.fromtimestamp(until, UTC)
    except (ValueError, TypeError, OverflowError):
        raise NotFound from None
    texts, numbers = (key, purpose, audience, office, case, step), (version, round_, epoch)
    typed = all(type(t) is str for t in texts) and all(type(n) is int for n in numbers)
    if not typed or version != VERSION:
        raise NotFound
    return Link(key, purpose, audience, office, case, round_, step, expires, epoch)


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _bytes(text: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except binascii.Error:
        raise NotFound from None
