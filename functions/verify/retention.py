"""The schedule's destruction: cases whose time has come lose all that is personal.

First the case is condemned, so that no hold comes too late unheard; then the scans and signed
papers go, then what the case itself holds. Whatever is cut off between is found again in the next
hour.
"""

from datetime import datetime
from typing import Any

from aws_lambda_powertools import Logger

from functions.core.change import change
from functions.core.errors import Refused
from functions.sops import sop_of
from functions.world import world

BATCH = 100
"""How many cases one run destroys, so that it ends in time; the next run goes on."""
logger = Logger()


class Unfinished(Exception):
    """Some cases could not be destroyed: an alarm hears of it, and they are tried again."""


def handler(event: dict[str, Any], context: Any) -> dict[str, int]:
    now = world().now()
    due = world().cases.expiring(now)[:BATCH]
    faults = [fault for case_id in due if (fault := _attempt(case_id, now))]
    if faults:
        raise Unfinished(faults)
    return {"looked after": len(due)}


def _attempt(case_id: str, now: datetime) -> str:
    """What went wrong, if anything did; one case must not keep the others from their end."""
    try:
        _destroy(case_id, now)
    except Refused as error:
        logger.warning("left", extra={"case": case_id, "why": type(error).__name__})
    except Exception as fault:
        logger.error("fault", extra={"case": case_id, "why": type(fault).__name__})
        return type(fault).__name__
    return ""


def _destroy(case_id: str, now: datetime) -> None:
    """A schedule that became longer since gives the case a later place in the index."""
    case = world().cases.get(case_id)
    sop = sop_of(case)
    until = case.kept_until(sop)
    if until is None:
        return
    if until > now:
        world().cases.save(case)
        return
    change(world().cases, case_id, lambda c: c.condemn(sop, now))
    objects = world().shredder.destroy(case_id)
    change(world().cases, case_id, lambda c: c.erase(sop, objects, now))
    logger.info("destroyed", extra={"case": case_id, "objects": objects})
