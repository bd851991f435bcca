"""What happens next in a case: who has it, to do what, by when."""

from datetime import datetime

from pydantic import BaseModel

from functions.core.case import Case
from functions.core.sop import Sop
from functions.core.step import Step
from functions.offices import all_offices
from functions.web.views import estimated


class Coming(BaseModel):
    """`then`: what the applicant does meanwhile."""

    holder: str
    task: str
    due: datetime | None
    estimated: bool
    then: str


def coming(case: Case, sop: Sop, at: datetime) -> Coming | None:
    """The step where the case is, or where it is on its way to; None, if nothing is to come."""
    target = case.transit.target if case.transit else (case.here.id if case.here else "")
    step = next((s for s in sop.steps if s.id == target), None)
    if step is None:
        return None
    since, due = _timed(case, sop, step, at)
    way = sop.way(case.answers)
    return Coming(
        holder=sop.roles[step.by],
        task=step.title,
        due=due,
        estimated=estimated(sop, step.id, since, due),
        then=way.then if way else sop.then,
    )


def _timed(case: Case, sop: Sop, step: Step, at: datetime) -> tuple[datetime, datetime | None]:
    """Since when and until when the step is timed, as if it began now if it has not begun."""
    if case.here:
        return case.here.since, case.here.due
    return at, all_offices()[case.office].due(sop, step, case, at)
