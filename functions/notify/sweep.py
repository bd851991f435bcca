"""The schedule's look-round: what got stuck goes on, what is due is reminded of."""

from datetime import timedelta
from typing import Any

from aws_lambda_powertools import Logger

from functions.core.case import Case
from functions.core.change import change
from functions.core.errors import Refused, Unavailable
from functions.core.facts import Transit
from functions.notify.deliver import deliver
from functions.notify.forward import forward
from functions.sops import all_sops
from functions.world import world

HOPELESS = timedelta(minutes=10)
logger = Logger()


def handler(event: dict[str, Any], context: Any) -> dict[str, int]:
    """How many cases and letters were looked after."""
    now = world().now()
    cases, letters = world().cases.waking(now), world().outbox.unsent(now)
    for case_id in cases:
        _attempt("case", case_id, lambda: wake(case_id))  # noqa: B023
    for owner, key in letters:
        _attempt("letter", owner, lambda: deliver(owner, key))  # noqa: B023
    return {"cases": len(cases), "letters": len(letters)}


def _attempt(what: str, name: str, work: Any) -> None:
    """One that fails must not keep the others from being looked after; it is tried next time."""
    try:
        work()
    except (Refused, Unavailable) as error:
        logger.warning("left", extra={"what": what, "of": name, "why": type(error).__name__})


def wake(case_id: str) -> None:
    case = world().cases.get(case_id)
    if case.transit:
        _unstick(case, case.transit)
    elif case.here:
        now = world().now()
        change(world().cases, case_id, lambda c: _remind(c, case.here and case.here.reminded, now))


def _unstick(case: Case, moving: Transit) -> None:
    """Tell the workflow again; if nobody is there to hear it, begin another execution."""
    now = world().now()
    heard = forward(case.id)
    if heard and now - moving.since < HOPELESS:
        return
    change(world().cases, case.id, lambda c: c.recover(now) if c.transit == moving else c)


def _remind(case: Case, reminded: Any, now: Any) -> Case:
    if case.here is None or case.here.reminded != reminded:
        return case
    return case.remind(all_sops()[case.sop].step(case.here.id), now)
