"""Who must look at a case, and when: the officers at their desk, the sweep at its hour."""

from datetime import datetime, timedelta

from functions.core.calling import caller
from functions.core.case import Case
from functions.core.facts import OpenStep
from functions.core.identity import unnumbered
from functions.core.records import Waiting
from functions.core.sop import Sop
from functions.core.step import Step

PATIENCE = timedelta(minutes=2)
"""How long a case may be in transit before the sweep looks after it."""
GRACE = timedelta(days=1)
"""How long after its time the workflow may leave an unanswered case open."""
NOTICE = timedelta(days=3)
"""How long before the end of their time an applicant is told what silence leads to."""
LAST_NOTICE = "akan-berakhir"
STILL = timedelta(days=1)
"""How long a clock may stand still before it looks forgotten, and then before each reminder."""


def reminder(here: OpenStep, step: Step) -> str:
    """The next letter to an applicant who stays silent; "" when nothing is left to say."""
    if here.reminded < len(step.reminders):
        return step.kinds.reminds
    return LAST_NOTICE if here.reminded == len(step.reminders) else ""


def desk(case: Case, sop: Sop) -> str:
    """The role in whose queue the case lies; "" if no officer has a part in its step."""
    if place := called_at(case, sop):
        return caller(sop, place)
    if case.here is None:
        return ""
    return min(sop.step(case.here.id).roles - {sop.applicant}, default="")


def called_at(case: Case, sop: Sop) -> str:
    """The step or end at which somebody is to be phoned: while the case waits for the applicant,
    or is over; else "", as whoever has the case is told of the call there."""
    if case.call is None:
        return ""
    if case.here:
        return case.here.id if case.here.by == sop.applicant else ""
    return case.closed.end if case.closed else ""


def queued(case: Case, sop: Sop) -> Waiting | None:
    """The case's line in that queue."""
    name = unnumbered(sop.known_as(case.answers))
    if case.call and (place := called_at(case, sop)):
        wait = case.id, case.sop, place, 0
        return Waiting(*wait, case.call.since, case.call.due, name, barred=case.barred)
    here = case.here
    if here is None or not desk(case, sop):
        return None
    wait = case.id, case.sop, here.id, here.round
    paused = here.paused is not None
    return Waiting(*wait, here.since, here.due, name, here.hand, paused, case.barred)


def wake_at(case: Case, sop: Sop) -> datetime | None:
    """When the sweep must look at the case, if nothing happens to it before."""
    if case.transit:
        return case.transit.since + PATIENCE
    return _next_look(case.here, sop) if case.here else None


def _next_look(here: OpenStep, sop: Sop) -> datetime | None:
    """At the next reminder; then, if the applicant stays silent, a little before the end of their
    time and after it. What officers have is looked at when half its time is over, and at its end,
    and on from there."""
    step = sop.step(here.id)
    if step.by != sop.applicant:
        return here.paused + STILL * (here.reminded + 1) if here.paused else here.look
    if here.reminded < len(step.reminders):
        return here.since + step.reminders[here.reminded].calendar
    ends = here.since + step.expires.calendar
    return ends + GRACE if here.reminded > len(step.reminders) else ends - NOTICE
