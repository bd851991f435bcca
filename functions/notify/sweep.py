"""The schedule's look-round: what got stuck goes on, what is due is reminded of."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from aws_lambda_powertools import Logger

from functions.core.attention import reminder
from functions.core.case import Case
from functions.core.change import change
from functions.core.errors import Refused, Unavailable
from functions.core.facts import OpenStep, Transit
from functions.core.officer import apart_from
from functions.core.sop import Sop
from functions.core.watch import alert
from functions.notify.deliver import deliver
from functions.notify.forward import forward
from functions.notify.staff_news import tell
from functions.offices import all_offices
from functions.sops import sop_of
from functions.world import world

HOPELESS = timedelta(minutes=10)
logger = Logger()


def handler(event: dict[str, Any], context: Any) -> dict[str, int]:
    """How much was looked after; raises Unfinished if anything could not be."""
    now = world().now()
    works = [
        *(partial(tell, office, officer) for office, officer in world().staff.awaiting(now)),
        *(partial(wake, case_id) for case_id in world().cases.waking(now)),
        *(partial(deliver, owner, key) for owner, key in world().outbox.unsent(now)),
    ]
    faults = [fault for work in works if (fault := _attempt(work))]
    if faults:
        raise Unfinished(faults)
    return {"looked after": len(works)}


class Unfinished(Exception):
    """Some of the work failed in ways that waiting will not mend: an alarm hears of it."""


def _attempt(work: Callable[[], None]) -> str:
    """What went wrong, if anything unforeseen did; one must not keep the others from being
    looked after, and whatever failed is tried again next time."""
    try:
        work()
    except (Refused, Unavailable) as error:
        logger.warning("left", extra={"why": type(error).__name__})
    except Exception as fault:
        logger.error("fault", extra={"why": type(fault).__name__})
        return type(fault).__name__
    return ""


def wake(case_id: str) -> None:
    case = world().cases.get(case_id)
    if case.transit:
        _unstick(case, case.transit)
    elif case.here:
        change(world().cases, case_id, partial(_due, seen=case.here, now=world().now()))


def _unstick(case: Case, moving: Transit) -> None:
    """Tell the workflow again; if nobody is there to hear it, begin another execution."""
    now = world().now()
    heard = forward(case.id)
    if heard and now - moving.since < HOPELESS:
        return
    change(world().cases, case.id, lambda c: c.recover(now) if c.transit == moving else c)


def _due(case: Case, seen: OpenStep, now: datetime) -> Case:
    """The reminder that is due, or the word to officers; or the end, if nothing came and the
    workflow did not notice."""
    if case.here != seen:
        return case
    sop = sop_of(case)
    step = sop.step(seen.id)
    if step.by != sop.applicant:
        return _alerted(case, sop, seen, now)
    if letter := reminder(seen, step):
        return case.remind(letter, now)
    return case.close(sop, step.kinds.lapses, case.execution, now)


def _alerted(case: Case, sop: Sop, here: OpenStep, now: datetime) -> Case:
    """Told to somebody; where there is nobody yet, looked at again until there is."""
    calendar = all_offices()[case.office].calendar
    staff = apart_from(world().staff.everybody(case.office), case.barred)
    told = alert(calendar, sop, here, staff, now)
    if told.readers:
        return case.alert(told.readers, told.look, now)
    logger.error("nobody to tell", extra={"case": case.id, "step": here.id})
    return case
