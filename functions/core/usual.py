"""The usual time of a service, from the cases that it served lately."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from functions.core.clock import Calendar
from functions.core.kinds import DONE
from functions.core.ledger import Told
from functions.core.pace import Pace, office_time, pace

LATELY = timedelta(days=90)
FEWEST = 5
"""Of fewer cases nothing is said, so that nobody is recognised in them."""


def usual(closed: Iterable[Told], service: str, calendar: Calendar, now: datetime) -> Pace | None:
    """The office time of the cases, by any revision of the SOP `service`, that were closed as done
    in the 90 days before `now`."""
    lately = (
        line.event
        for line in closed
        if line.sop.startswith(f"{service}@")
        and line.event.detail["end"] == DONE
        and line.event.at > now - LATELY
    )
    found = pace(office_time(event, calendar) for event in lately)
    return found if found.count >= FEWEST else None
