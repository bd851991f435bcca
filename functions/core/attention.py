"""Who must look at a case, and when: the officers at their desk, the sweep at its hour."""

from datetime import datetime, timedelta

from functions.core.case import Case
from functions.core.facts import OpenStep
from functions.core.sop import Sop
from functions.core.step import Step

PATIENCE = timedelta(minutes=2)
"""How long a case may be in transit before the sweep looks after it."""
GRACE = timedelta(days=1)
"""How long after its time the workflow may leave an unanswered case open."""
STILL = timedelta(days=1)
"""How long a clock may stand still before it looks forgotten."""


def desk(case: Case, sop: Sop) -> str:
    """The role in whose queue the case lies; "" if no officer has a part in its step."""
    if case.here is None:
        return ""
    return min(sop.step(case.here.id).roles - {sop.applicant}, default="")


def wake_at(case: Case, sop: Sop) -> datetime | None:
    """When the sweep must look at the case, if nothing happens to it before."""
    if case.transit:
        return case.transit.since + PATIENCE
    return _next_look(case.here, sop) if case.here else None


def _next_look(here: OpenStep, sop: Sop) -> datetime | None:
    """At the next reminder; then, if the applicant stays silent, after the end of their time;
    at the hour when an officer is late, or has been left waiting for as long as an applicant."""
    step = sop.step(here.id)
    if step.by != sop.applicant:
        return None if here.escalated else _late_at(here, step)
    if here.reminded < len(step.reminders):
        return here.since + step.reminders[here.reminded].calendar
    return here.since + step.expires.calendar + GRACE


def _late_at(here: OpenStep, step: Step) -> datetime:
    if here.paused:
        return here.paused + STILL
    return here.due or here.since + step.expires.calendar
