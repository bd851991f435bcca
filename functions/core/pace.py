"""How long things take an office, counted in its working hours."""

from collections.abc import Iterable
from datetime import timedelta

from functions.core.clock import Calendar
from functions.core.form import Frozen
from functions.core.history import Event
from functions.core.timing import stretches


class Pace(Frozen):
    """`count`: how many there were; without any, there are no figures.

    `median`: half took no longer, the mean of the two in the middle if they are even in number.
    `p90`: the shortest time within which nine of ten were done (nearest rank).
    """

    count: int
    median: timedelta | None = None
    p90: timedelta | None = None


def pace(times: Iterable[timedelta]) -> Pace:
    found = sorted(times)
    if not found:
        return Pace(count=0)
    count, rank = len(found), -(-9 * len(found) // 10)
    middle = (found[(count - 1) // 2] + found[count // 2]) / 2
    return Pace(count=count, median=middle, p90=found[rank - 1])


def office_time(event: Event, calendar: Calendar) -> timedelta:
    """The working hours in which the office held the case, pauses cut out: in the wait that a
    decision ended, or in the whole life of a case that was closed."""
    held = stretches(event.detail["held"])
    return sum((calendar.worked(since, until) for since, until in held), timedelta())
