"""Which ballots are counted where, so that no two figures tell what a few people said.

Whoever has the figures of a quarter and of two of its months can work out the third's. So a month's
ballots are counted in it from FEWEST on; what is left over goes up to the quarter, the half and the
year, and is counted in the first where it comes to FEWEST. Whatever is subtracted from whatever,
what remains is of FEWEST people or more.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from functions.core.period import Period
from functions.core.satisfaction import Ballot

FEWEST = 5
"""Of fewer people nothing is said, so that nobody is recognised among them."""
Month = Callable[[Period], Iterable[Ballot]]


@dataclass(frozen=True)
class Tally:
    """`left`: ballots of months with too few, not counted yet."""

    counted: tuple[Ballot, ...] = ()
    left: tuple[Ballot, ...] = ()

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.counted + other.counted, self.left + other.left)

    def pooled(self) -> "Tally":
        return self if len(self.left) < FEWEST else Tally(self.counted + self.left)


def tally(period: Period, month: Month) -> Tally:
    """The ballots of one service in a period; `month` gives those of a month."""
    if not period.parts:
        return Tally(left=tuple(month(period))).pooled()
    return together(tally(part, month) for part in period.parts).pooled()


def together(tallies: Iterable[Tally]) -> Tally:
    return sum(tallies, Tally())


def by_service(period: Period, month: Month, services: Sequence[str]) -> dict[str, Tally]:
    """Each service by itself: the office's figures are of what its services' are."""

    def of(service: str) -> Tally:
        return tally(period, lambda part: (b for b in month(part) if b.service == service))

    return {service: of(service) for service in services}
