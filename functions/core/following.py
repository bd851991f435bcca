"""Whoever knows a case's number and its secret may follow it."""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

from functions.core.case import Case
from functions.core.errors import NotFound
from functions.core.limits import Limit
from functions.core.number import status_secret, tidy
from functions.core.ports import Cases, Counters, Fingerprints

NO_SUCH = "Nomor dan kode rahasia ini tidak cocok. Periksa kembali keduanya."
GUESSES = Limit("tebakan", 10, timedelta(minutes=15))
"""How many wrong guesses one address has, at all the doors that a secret opens."""


@dataclass(frozen=True)
class Doorkeeper:
    cases: Cases
    prints: Fingerprints
    counters: Counters

    def admit(self, number: str, secret: str, address: str, now: datetime) -> Case:
        """The case, by both as somebody typed them. NotFound says not which of them was wrong;
        TooMany after too many wrong ones from this address, be they right now or not."""
        GUESSES.demand_left(self.counters, self.prints, address, now)
        try:
            return self._known(number, secret)
        except NotFound:
            GUESSES.demand(self.counters, self.prints, address, now)
            raise

    def _known(self, number: str, secret: str) -> Case:
        case_id = tidy(number[:40])
        given = "".join(c for c in secret.upper() if c.isalnum())
        right = status_secret(self.prints, case_id).replace("-", "")
        if not case_id or not hmac.compare_digest(right.encode(), given.encode()):
            raise NotFound
        return self.cases.get(case_id)
