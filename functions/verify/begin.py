"""Step Functions reached a step, or an end: keep its token, start its clock, tell the holder."""

from typing import Any

from aws_lambda_powertools import Logger

from functions.core.case import Case
from functions.core.change import change
from functions.core.errors import Decided
from functions.core.facts import Letter
from functions.core.kinds import ENDS
from functions.core.officer import acting, apart_from
from functions.core.sop import Sop
from functions.core.step import Step
from functions.core.watch import times
from functions.offices import all_offices
from functions.sops import sop_of
from functions.world import world

logger = Logger()


def handler(event: dict[str, str], context: Any) -> dict[str, str]:
    """`event`: case, step (or end), execution, and the task's token for a step."""
    logger.info("reached", extra={"case": event["case"], "step": event["step"]})
    try:
        change(world().cases, event["case"], lambda case: _arrived(case, event))
    except Decided:
        logger.warning("late", extra={"case": event["case"], "step": event["step"]})
    return {"case": event["case"]}


def _arrived(case: Case, event: dict[str, str]) -> Case:
    now = world().now()
    sop = sop_of(case)
    if event["step"] in ENDS:
        return case.close(sop, event["step"], event["execution"], now)
    step = sop.step(event["step"])
    office = all_offices()[case.office]
    due, look = times(office, sop, step, case, now)
    letters = _invitations(case, sop, step)
    return case.begin(step, event["execution"], event["token"], letters, due, look, now)


def _invitations(case: Case, sop: Sop, step: Step) -> list[Letter]:
    """The step's first letter, to each who may take it up."""
    if not step.kinds.invites:
        return []
    if step.by == sop.applicant:
        return [Letter(step.kinds.invites)]
    today = all_offices()[case.office].today(world().now())
    staff = apart_from(world().staff.everybody(case.office), case.barred)
    officers = acting(staff, step.by, today)
    return [Letter(step.kinds.invites, "officer", officer.id) for officer in officers]
