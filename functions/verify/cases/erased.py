"""What is left of an erased case: that there was one, how it ended, and its history."""

from datetime import datetime

from functions.core.kinds import ENDS
from functions.core.officer import names_of
from functions.verify.cases.folder import Folder
from functions.web.answer import View
from functions.web.chronology import Line, Teller, chronology
from functions.world import world


class ErasedCase(View):
    page = "erased-case.html"
    number: str
    service: str
    opened: datetime
    ended: datetime | None
    end: str
    erased: datetime | None
    history: list[Line]


def erased_case(at: Folder) -> ErasedCase:
    case, closed = at.case, at.case.closed
    people = names_of(world().staff.everybody(case.office))
    return ErasedCase(
        office=case.office,
        number=case.id,
        service=at.sop.service,
        opened=case.opened_at,
        ended=closed.at if closed else None,
        end=ENDS[closed.end] if closed else "",
        erased=case.erased,
        history=chronology(at.whole.history, Teller(at.sop, people)),
    )
