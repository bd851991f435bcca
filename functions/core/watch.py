"""When officers are reminded of what they have, and who hears of it after them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from functions.core.case import Case
from functions.core.clock import Calendar, Span
from functions.core.facts import OpenStep
from functions.core.office import Office
from functions.core.officer import Officer, acting
from functions.core.rules import clock_starts
from functions.core.sop import HEAD, Sop
from functions.core.step import Step

PROMPT = timedelta(minutes=10)
"""How long after its end a step's lateness is left to whoever has it."""
MOMENT = timedelta(seconds=1)
DAILY = Span(1, "hari kerja")


@dataclass(frozen=True)
class Alert:
    """`readers`: ids of officers; `look`: when to look again, if nothing happens."""

    readers: tuple[str, ...]
    look: datetime | None


def times(
    office: Office, sop: Sop, step: Step, case: Case, at: datetime
) -> tuple[datetime | None, datetime | None]:
    """When a step that is reached at `at` is due, and when its officers are first looked after."""
    due = office.due(sop, step, case, at)
    if step.by == sop.applicant:
        return due, None
    starts = clock_starts(sop, step, case.meeting, at) or at
    return due, first_look(office.calendar, step, starts, due)


def first_look(calendar: Calendar, step: Step, since: datetime, due: datetime | None) -> datetime:
    """Half of its time later; what has no time is left as long as an applicant would be."""
    return calendar.halfway(since, due) if due else since + step.expires.calendar


def chain(sop: Sop, role: str) -> tuple[str, ...]:
    """Who hears of a role's lateness: the next above, then the next; the office's head last."""
    found: list[str] = []
    while role != HEAD and (role := sop.superior(role)) not in found:
        found.append(role)
    return tuple(found)


def alert(
    calendar: Calendar, sop: Sop, here: OpenStep, staff: Sequence[Officer], at: datetime
) -> Alert:
    """To the holder at half of the time and at its end; then, step by step, to those above."""
    day = at.astimezone(calendar.zone).date()
    ranks = [rank for role in chain(sop, here.by) if (rank := acting(staff, role, day))] or [()]
    holders = _holders(here, staff, day) or ranks[0]
    if here.paused or here.due is None:
        return Alert(_ids(*holders, *ranks[0]), None)
    if at <= here.due:
        return Alert(_ids(*holders), here.due + MOMENT)
    if not here.late:
        return Alert(_ids(*holders), at + PROMPT)
    following = calendar.due(at, DAILY) if here.late < len(ranks) else None
    return Alert(_ids(*(ranks[: here.late][-1] or holders)), following)


def _holders(here: OpenStep, staff: Sequence[Officer], day: date) -> tuple[Officer, ...]:
    """Whoever took the task up, if they are there; else all who may."""
    able = acting(staff, here.by, day)
    mine = tuple(o for o in able if here.hand and o.id == here.hand.id)
    return mine or able


def _ids(*officers: Officer) -> tuple[str, ...]:
    return tuple(dict.fromkeys(officer.id for officer in officers))
