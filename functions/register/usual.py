"""The usual time of a service, looked up in the ledger once in a while."""

from datetime import UTC, datetime
from functools import lru_cache

from functions.core.errors import Unavailable
from functions.core.month import months
from functions.core.pace import Pace
from functions.core.sop import Sop
from functions.core.usual import LATELY, usual
from functions.offices import all_offices
from functions.world import World, world

KEPT = 600
"""For how many seconds one look is good enough."""


def usual_time(sop: Sop) -> Pace | None:
    """None also while nobody can tell: the standard itself does not depend on it."""
    slot = int(world().now().timestamp()) // KEPT
    try:
        return _looked_up(world(), sop.id, sop.office, slot)
    except Unavailable:
        return None


@lru_cache(maxsize=64)
def _looked_up(outside: World, sop_id: str, office_id: str, slot: int) -> Pace | None:
    office, now = all_offices()[office_id], datetime.fromtimestamp(slot * KEPT, UTC)
    found = [
        line
        for month in months(office, now - LATELY, now)
        for line in outside.cases.ledger(office_id, month, "closed")
    ]
    return usual(found, sop_id, office.calendar, now)
