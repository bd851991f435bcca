"""An officer at the door: the codes that are out, and the devices that are signed in.

Whoever appoints the officer anew writes a presence without either: sessions end at once.
"""

import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Self

from functions.core.errors import Invalid, TooMany
from functions.core.officer import Officer
from functions.core.ports import Fingerprints

VALID = timedelta(minutes=10)
TRIES = 5
WRONGS = 20
"""How many wrong codes from browsers that were never in before shut those out."""
DIGITS = "0123456789"
LENGTH = 6
DEVICES = 10
"""How many sessions, and browsers known, one officer may have; the oldest gives way."""
NEW = ""
"""Any browser that was never signed in before."""
WRONG = (
    "Kode ini tidak cocok atau sudah tidak berlaku. Periksa surel terbaru, atau minta kode baru."
)
DEAD = "Kode sudah terlalu sering salah. Tunggu sepuluh menit, lalu minta kode baru."
SHUT = (
    "Masuk dari perangkat baru sedang ditutup karena terlalu banyak kode salah. Masuklah dari"
    " perangkat yang pernah Anda pakai, atau minta pengelola staf menyimpan ulang data Anda."
)


def fresh_code(pick: Callable[[str], str]) -> str:
    return "".join(pick(DIGITS) for _ in range(LENGTH))


def code_print(fingerprints: Fingerprints, officer: Officer, digits: str, epoch: int) -> str:
    return fingerprints.of("code", f"{epoch}/{officer.office}/{officer.id}/{digits}")


@dataclass(frozen=True)
class Code:
    """`fingerprint`: a keyed hash of the six digits, which are kept nowhere. `counted`: until when
    its tries count, for a later code as well."""

    fingerprint: str
    until: datetime
    counted: datetime
    tries: int = 0


@dataclass(frozen=True)
class Entry:
    """What a right code opens: hashes of the session's and of the browser's own secret."""

    session: str
    device: str
    ends: datetime


@dataclass(frozen=True)
class Presence:
    """`codes`: the one that is out, by the browser that asked; `devices`: hashes of the browsers
    that were in before, so that strangers' tries do not keep the officer out; `wrong`: tries from
    new ones. `sessions`: until when each lasts, by the hash of its secret. `told`: the last day
    whose news of the decree and of covers were told. `version`: how often saved."""

    officer: Officer
    codes: Mapping[str, Code] = field(default_factory=dict)
    devices: tuple[str, ...] = ()
    wrong: int = 0
    sessions: Mapping[str, datetime] = field(default_factory=dict)
    told: date = date.min
    version: int = 0

    def known(self, device: str) -> str:
        """The browser, if it was in before; else NEW."""
        return device if device in self.devices else NEW

    def expecting(self, fingerprint: str, device: str, at: datetime) -> Self:
        """A new code takes the place of the one before; its tries are counted on for a while."""
        before = self.codes.get(device)
        counting = before is not None and at < before.counted
        since = before.counted if before and counting else at + VALID
        tries = before.tries if before and counting else 0
        code = Code(fingerprint, at + VALID, since, tries)
        return replace(self, codes={**self.codes, device: code})

    def tried(self, device: str, at: datetime) -> Self:
        """Somebody types a code: counted before anything is compared."""
        code = self.codes.get(device)
        if code is None or at >= code.until:
            raise Invalid({"code": WRONG})
        if device == NEW and self.wrong >= WRONGS:
            raise TooMany(SHUT)
        if code.tries >= TRIES:
            raise TooMany(DEAD)
        counted = replace(code, tries=code.tries + 1)
        wrong = self.wrong + (device == NEW)
        return replace(self, codes={**self.codes, device: counted}, wrong=wrong)

    def entered(self, fingerprint: str, device: str, entry: Entry, at: datetime) -> Self:
        """Signed in; the code is used up, and the browser known from now on."""
        code = self.codes.get(device)
        if code is None or not hmac.compare_digest(code.fingerprint, fingerprint):
            raise Invalid({"code": WRONG})
        lasting = sorted(((u, s) for s, u in self.sessions.items() if u > at), reverse=True)
        kept = {s: u for u, s in lasting[: DEVICES - 1]}
        devices = tuple(dict.fromkeys((entry.device, *self.devices)))[:DEVICES]
        codes = {d: c for d, c in self.codes.items() if d != device}
        sessions = {**kept, entry.session: entry.ends}
        return replace(self, codes=codes, devices=devices, wrong=0, sessions=sessions)

    def rewritten(self, officer: Officer) -> Self:
        """As whoever changes the directory leaves it: nobody is signed in, and nothing is told
        twice but the beginning of a cover that is new."""
        new = [c for c in officer.covers if c not in self.officer.covers]
        told = min([self.told, *(c.since - timedelta(days=1) for c in new)])
        return type(self)(officer, told=told)

    def left(self, session: str) -> Self:
        kept = {s: until for s, until in self.sessions.items() if s != session}
        return replace(self, sessions=kept)

    def knows(self, session: str, at: datetime) -> bool:
        return session in self.sessions and at < self.sessions[session]
