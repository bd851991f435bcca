"""Step Functions reached a step, or an end: keep its token, start its clock, tell the holder."""

from typing import Any

from aws_lambda_powertools import Logger

from functions.core.case import Case
from functions.core.change import change
from functions.core.errors import Decided
from functions.core.kinds import ENDS
from functions.core.sop import Sop, Step
from functions.offices import all_offices
from functions.sops import all_sops
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
    sop = all_sops()[case.sop]
    if event["step"] in ENDS:
        return case.close(sop, event["step"], event["execution"], now)
    step = sop.step(event["step"])
    due = all_offices()[case.office].due(sop, step, case.meeting, now)
    holders = _holders(case, sop, step)
    return case.begin(step, event["execution"], event["token"], holders, due, now)


def _holders(case: Case, sop: Sop, step: Step) -> list[str]:
    """To whom the step's first letter goes: officers by id, the applicant as ""."""
    if step.by == sop.applicant:
        return [""]
    return [officer.id for officer in world().staff.holders(case.office, step.by)]
