"""An officer at the door: the one code that is out, and the devices that are signed in.

Whoever appoints the officer anew writes a presence without either: sessions end at once.
"""

import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Self

from functions.core.errors import Gone, Invalid, TooMany
from functions.core.officer import Officer
from functions.core.ports import Fingerprints

VALID = timedelta(minutes=10)
TRIES = 5
DIGITS = "0123456789"
LENGTH = 6
DEVICES = 10
"""How many sessions one officer may have; the oldest gives way."""
WRONG = "Kode ini tidak cocok. Periksa surel terbaru dari kami."
NO_CODE = "Kode ini sudah tidak berlaku. Minta kode yang baru."
DEAD = "Kode sudah terlalu sering salah. Tunggu sepuluh menit, lalu minta kode baru."


def fresh_code(pick: Callable[[str], str]) -> str:
    return "".join(pick(DIGITS) for _ in range(LENGTH))


def code_print(fingerprints: Fingerprints, officer: Officer, digits: str) -> str:
    return fingerprints.of("code", f"{officer.office}/{officer.id}/{digits}")


@dataclass(frozen=True)
class Code:
    """`fingerprint`: a keyed hash of the six digits, which are kept nowhere."""

    fingerprint: str
    until: datetime
    tries: int = 0


@dataclass(frozen=True)
class Presence:
    """`sessions`: until when each lasts, by the hash of its secret. `told`: the last day whose news
    of the decree and of covers were told. `version`: how often saved."""

    officer: Officer
    code: Code | None = None
    sessions: Mapping[str, datetime] = field(default_factory=dict)
    told: date = date.min
    version: int = 0

    def expecting(self, fingerprint: str, at: datetime) -> Self:
        """A new code takes the place of the one before; the tries of ten minutes are counted on."""
        tries = self.code.tries if self.code and at < self.code.until else 0
        return replace(self, code=Code(fingerprint, at + VALID, tries))

    def tried(self, at: datetime) -> Self:
        """Somebody types a code: counted before anything is compared."""
        if self.code is None or at >= self.code.until:
            raise Gone(NO_CODE)
        if self.code.tries >= TRIES:
            raise TooMany(DEAD)
        return replace(self, code=replace(self.code, tries=self.code.tries + 1))

    def entered(self, fingerprint: str, session: str, ends: datetime, at: datetime) -> Self:
        """Signed in on one more device; the code is used up."""
        if not self.code or not hmac.compare_digest(self.code.fingerprint, fingerprint):
            raise Invalid({"code": WRONG})
        lasting = sorted(((u, s) for s, u in self.sessions.items() if u > at), reverse=True)
        kept = {s: u for u, s in lasting[: DEVICES - 1]}
        return replace(self, code=None, sessions={**kept, session: ends})

    def left(self, session: str) -> Self:
        kept = {s: until for s, until in self.sessions.items() if s != session}
        return replace(self, sessions=kept)

    def knows(self, session: str, at: datetime) -> bool:
        return session in self.sessions and at < self.sessions[session]
