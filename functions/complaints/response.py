"""Kind "response": the complainant takes the answer, or objects to it once."""

from datetime import datetime
from typing import Literal

from functions.complaints.room import acting, following, room
from functions.core.answers import LONGEST, words
from functions.core.case import Case
from functions.core.change import change
from functions.core.complaint import Said
from functions.core.errors import NotNow
from functions.core.kinds import ANSWERED, OBJECTED
from functions.core.officer import acting as acting_in
from functions.core.officer import apart_from
from functions.core.place import at_kind
from functions.core.sop import Sop
from functions.offices import all_offices
from functions.web.answer import View
from functions.web.body import Command
from functions.web.following import HOME
from functions.world import world

WHY = "Tulis alasan keberatan Anda."
NOBODY = "Keberatan atas jawaban ini tidak dapat diputus di kantor ini. Sampaikan ke Ombudsman."


class ResponsePage(View):
    """`until`: when an objection must have been made; none, if none may be, as there is nobody to
    decide it, or one was made already."""

    page = "complaint-response.html"
    back: str = HOME
    number: str
    answer: str
    until: datetime | None
    objected: bool


class Response(Command):
    """`reason`: of an objection."""

    outcome: Literal["puas", "keberatan"]
    reason: str = ""


@room.page("/pengaduan/saya/tanggapan")
def response() -> ResponsePage:
    """The answer, and what may be said to it."""
    case, sop = following()
    at_kind(case, sop, "response")
    answers = [said.text for said in case.messages if said.outcome == ANSWERED]
    return ResponsePage(
        office=case.office,
        number=case.id,
        answer=answers[-1],
        until=objectable(case, sop),
        objected=case.objected,
    )


@response.accepts(Response)
def responded(said: Response) -> str:
    case, sop = following()
    if case.heard(said.nonce):
        return HOME
    at_kind(case, sop, "response")
    reason = _reason(said)
    change(world().cases, case.id, lambda c: _decided(c, sop, said, reason))
    return HOME


def _reason(said: Response) -> str:
    asked = WHY if said.outcome == OBJECTED else ""
    return words("reason", said.reason, longest=LONGEST["story"], asked=asked)


def _decided(case: Case, sop: Sop, said: Response, reason: str) -> Case:
    by, now = acting(sop), world().now()
    at_kind(case, sop, "response")
    if said.outcome != OBJECTED:
        return case.decide(sop, by, said.outcome, now, nonce=said.nonce)
    case.demand_objectable()
    if objectable(case, sop) is None:
        raise NotNow(NOBODY)
    told = case.said(Said(now, "", "", reason, OBJECTED))
    return case.decide(sop, by, OBJECTED, now, nonce=said.nonce, objected=True, messages=told)


def objectable(case: Case, sop: Sop) -> datetime | None:
    """Until when an objection may be made: once, in the office's own time, and while somebody whom
    the complaint is not about may decide it."""
    step = sop.step(case.here.id) if case.here else None
    if case.here is None or step is None or OBJECTED not in step.next or case.objected:
        return None
    office, now = all_offices()[case.office], world().now()
    until = office.calendar.due(case.here.since, office.complaints.objection)
    role = sop.step(step.next[OBJECTED]).by
    staff = apart_from(world().staff.everybody(case.office), case.barred)
    return until if now <= until and acting_in(staff, role, office.today(now)) else None
