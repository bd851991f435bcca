"""The complainant's own page: where it stands, what was said, and what they may do now."""

from datetime import datetime

from pydantic import BaseModel

from functions.complaints.journey import journey
from functions.complaints.reopening import reopenable
from functions.complaints.response import objectable
from functions.complaints.room import following, room
from functions.core.case import Case
from functions.core.complaint import Said
from functions.core.completeness import kept
from functions.core.grievance import WHO
from functions.core.kinds import ANSWERED, OBJECTED
from functions.core.place import kind_here
from functions.core.sop import Sop
from functions.offices import all_offices
from functions.web.answer import View
from functions.web.following import HOME
from functions.web.views import Entry, Standing, standing
from functions.world import world

DECIDED = "diputus"
CALLED = {ANSWERED: "Jawaban", OBJECTED: "Keberatan Anda", DECIDED: "Keputusan atas keberatan"}
"""What words that came with a decision are called."""


class Voice(BaseModel):
    """One message: `who` said it, an officer by name only under a decision that they signed."""

    who: str
    at: datetime
    text: str


class Told(BaseModel):
    label: str
    value: str


class Mine(View):
    """`answerable`: the office waits for the complainant's word on its answer, `objectable`: which
    may be an objection; `silence`: until
    when, before the complaint is closed without one."""

    page = "complaint-mine.html"
    base: str = HOME
    standing: Standing
    timeline: list[Entry]
    said: list[Told]
    voices: list[Voice]
    attached: list[str]
    open: bool
    answerable: bool
    objectable: bool
    silence: datetime | None
    reopenable: datetime | None


@room.page(HOME)
def mine() -> Mine:
    """Where the complaint stands, what was said on both sides, and what may be done now."""
    case, sop = following()
    history = world().cases.history(case.id)
    return Mine(
        office=case.office,
        standing=standing(case, sop),
        timeline=journey(case, sop, history),
        said=_said(case, sop),
        voices=[_voice(said, all_offices()[case.office].name) for said in case.messages],
        attached=[sop.names[name] for name in case.documents if kept(case, name)],
        open=case.closed is None,
        answerable=kind_here(case, sop) == "response",
        objectable=objectable(case, sop) is not None,
        silence=_silence(case, sop),
        reopenable=reopenable(case, world().now()),
    )


def _silence(case: Case, sop: Sop) -> datetime | None:
    if case.here is None or kind_here(case, sop) != "response":
        return None
    return case.here.since + sop.step(case.here.id).expires.calendar


def _said(case: Case, sop: Sop) -> list[Told]:
    """The report as it was typed, without whatever tells who wrote it."""
    fields = [f for f in sop.fields(case.answers) if f.id not in WHO and case.answers.get(f.id)]
    return [Told(label=f.label, value=f.said(case.answers[f.id])) for f in fields]


def _voice(said: Said, office: str) -> Voice:
    if not said.by:
        who = CALLED.get(said.outcome, "Anda")
    elif said.outcome:
        who = f"{CALLED.get(said.outcome, 'Pesan')} oleh {said.name}, {office}"
    else:
        who = f"Petugas {office}"
    return Voice(who=who, at=said.at, text=said.text)
