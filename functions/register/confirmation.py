"""The page after sending: the number, who has the case now, what happens next and by when."""

from datetime import datetime

from functions.core.case import Case
from functions.core.errors import Decided
from functions.core.sop import Sop
from functions.offices import all_offices
from functions.register.room import applicant, room, secret_of
from functions.web.answer import View
from functions.world import world


class Confirmation(View):
    page = "confirmation.html"
    base: str
    number: str
    secret: str
    service: str
    next_holder: str
    next_task: str
    due: datetime | None
    then: str


@room.page("/p/<token>/terkirim")
def confirmation(token: str) -> Confirmation | str:
    """The number, who has the case now, what happens next and by when."""
    case, sop = applicant(token)
    if case.here and sop.step(case.here.id).kind in {"apply", "complete"}:
        return f"/p/{token}"
    target = case.transit.target if case.transit else (case.here.id if case.here else "")
    if target not in {s.id for s in sop.steps}:
        raise Decided
    step = sop.step(target)
    due = all_offices()[case.office].due(sop, step, case, world().now())
    return Confirmation(
        office=case.office,
        base=f"/p/{token}",
        number=case.id,
        secret=secret_of(case.id),
        service=sop.service,
        next_holder=sop.roles[step.by],
        next_task=step.title,
        due=case.here.due if case.here else due,
        then=_then(case, sop),
    )


def _then(case: Case, sop: Sop) -> str:
    """What the applicant does now."""
    way = sop.way(case.answers)
    return way.then if way else sop.then
