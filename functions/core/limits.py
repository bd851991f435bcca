"""How often somebody may try something: a flood from one place is held off, others are not."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from functions.core.errors import TooMany
from functions.core.ports import Counters, Fingerprints

NUMBERLESS = "tidak dikenal"
"""Where the asker's address is not known, they all share one."""


@dataclass(frozen=True)
class Limit:
    """`most` of `what` from one address within `span`, which begins at full spans of the clock."""

    what: str
    most: int
    span: timedelta

    def demand(self, counters: Counters, prints: Fingerprints, address: str, now: datetime) -> None:
        """Counted before anything else is done; TooMany beyond the limit.

        The address is kept as a keyed hash, and forgotten soon after.
        """
        begun = _floor(now, self.span)
        group = self._group(prints, address)
        if counters.add(group, begun.isoformat(), begun + 2 * self.span) > self.most:
            raise self._beyond(now)

    def demand_left(
        self, counters: Counters, prints: Fingerprints, address: str, now: datetime
    ) -> None:
        """TooMany if nothing is left of the limit; this counts as no try."""
        tried = counters.all(self._group(prints, address))
        if tried.get(_floor(now, self.span).isoformat(), 0) >= self.most:
            raise self._beyond(now)

    def _group(self, prints: Fingerprints, address: str) -> str:
        return f"{self.what}#{prints.of('address', address or NUMBERLESS)}"

    def _beyond(self, now: datetime) -> TooMany:
        left = _floor(now, self.span) + self.span - now
        return TooMany(wait=max(1, int(left.total_seconds())))


def _floor(at: datetime, span: timedelta) -> datetime:
    seconds = int(span.total_seconds())
    return datetime.fromtimestamp(int(at.timestamp()) // seconds * seconds, UTC)
