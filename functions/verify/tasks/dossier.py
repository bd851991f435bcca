"""The case as an officer reads it: data beside documents, with what deserves a second look."""

from collections.abc import Callable, Iterator
from datetime import datetime

from pydantic import BaseModel

from functions.core import answers
from functions.core.case import Case
from functions.core.completeness import kept
from functions.core.deeds import Guest
from functions.core.form import FormField
from functions.core.grievance import shown
from functions.core.identity import SAME
from functions.core.scans import EVIDENCE
from functions.core.sop import Sop
from functions.core.wording import acting_for
from functions.offices import all_offices
from functions.verify.hearing import Hearing, hearing, mailbox
from functions.verify.rights import calling_place, sealing
from functions.verify.room import Desk
from functions.web.views import Entry, estimated, timeline
from functions.world import world

Say = Callable[[FormField, str], str]


class Fact(BaseModel):
    label: str
    value: str
    warning: str = ""


class Group(BaseModel):
    """One section of the form, to be judged as one."""

    id: str
    title: str
    facts: list[Fact]


class Paper(BaseModel):
    """One required document; `href` shows the scan, if one was uploaded."""

    id: str
    name: str
    href: str | None = None


class Evidence(Paper):
    """The screenshot of the call, exactly these bytes."""

    at: datetime
    sha256: str


class Twin(BaseModel):
    """Another case with the same NPWP or User ID; `what` names which."""

    number: str
    what: str
    user_id: str


class Passed(BaseModel):
    """One disposition of the chain."""

    at: datetime
    who: str
    to: str
    instruction: str


class Dossier(BaseModel):
    number: str
    step: str
    matter: str
    email: str
    way: str
    due: datetime | None
    estimated: bool
    row_texts: list[str]
    groups: list[Group]
    papers: list[Paper]
    evidence: Evidence | None
    twins: list[Twin]
    meeting: datetime | None
    meeting_url: str
    wish: str
    timeline: list[Entry]
    paused: str
    pausable: bool
    hand: str
    mine: bool
    style: str
    reissuable: bool
    call: str
    guest: Guest | None
    dispositions: list[Passed]
    hearing: Hearing | None


def dossier(desk: Desk) -> Dossier:
    case, sop = desk.case, desk.sop
    way = sop.way(case.answers)
    return Dossier(
        number=case.id,
        step=desk.step.title,
        matter=sop.matter,
        email=mailbox(case),
        way=way.label if way else "",
        due=desk.here.due,
        estimated=estimated(sop, desk.step.id, desk.here.since, desk.here.due),
        row_texts=[f"{r.no}. {r.text}" for r in desk.step.rows],
        groups=groups_of(case, sop),
        papers=[_paper(case, r.id, r.name, desk.base) for r in sop.required(case.answers)],
        evidence=_evidence(case, desk.base),
        twins=twins_of(case, sop),
        meeting=case.meeting.starts if case.meeting else None,
        meeting_url=case.meeting.url if case.meeting else "",
        wish=case.wish,
        timeline=timeline(case, sop, desk.whole.history),
        paused=case.pauses[-1].reason if desk.here.paused else "",
        pausable=bool(sop.pauses),
        hand=desk.here.hand.name if desk.here.hand else "",
        mine=desk.here.hand == desk.hand,
        style=f"{desk.style} {sop.roles[desk.role]}" if desk.style else "",
        reissuable=bool(sealing(case, sop, [desk.role])),
        call=calling_place(case),
        guest=case.guest,
        dispositions=passed_on(case, sop),
        hearing=hearing(case, sop),
    )


def passed_on(case: Case, sop: Sop) -> list[Passed]:
    return [
        Passed(
            at=d.at,
            who=", ".join(acting_for(sop.roles[d.role], d.name, d.style)),
            to=sop.roles[d.to],
            instruction=d.instruction,
        )
        for d in case.dispositions
    ]


def groups_of(case: Case, sop: Sop, say: Say = FormField.said) -> list[Group]:
    """The form as it was filled in; `say`: how an answer is written."""
    today = all_offices()[case.office].today(world().now())
    odd = answers.warnings(sop.fields(case.answers), case.answers, today)
    return [
        Group(
            id=s.id,
            title=s.title,
            facts=[_fact(f, case, odd.get(f.id, ""), say) for f in s.asked(case.answers)],
        )
        for s in sop.sections
    ]


def _fact(asked: FormField, case: Case, warning: str, say: Say) -> Fact:
    value = say(asked, shown(case.answers).get(asked.id, ""))
    return Fact(label=asked.label, value=value or "—", warning=warning)


def _paper(case: Case, name: str, label: str, base: str) -> Paper:
    href = f"{base}/dokumen/{name}" if kept(case, name) else None
    return Paper(id=name, name=label, href=href)


def _evidence(case: Case, base: str) -> Evidence | None:
    document = kept(case, EVIDENCE)
    if document is None:
        return None
    paper = _paper(case, EVIDENCE, "Tangkapan layar panggilan video", base)
    return Evidence(**paper.model_dump(), at=document.at, sha256=document.sha256)


def twins_of(case: Case, sop: Sop) -> list[Twin]:
    """The other cases that hold an NPWP or a User ID of this one."""
    fields = [f for f in sop.fields(case.answers) if f.type in SAME]
    return [twin for f in fields for twin in _twins(case, f, case.answers.get(f.id, ""))]


def _twins(case: Case, asked: FormField, value: str) -> Iterator[Twin]:
    if not value:
        return
    fingerprint = world().fingerprints.of(asked.type, SAME[asked.type](value))
    others = {*world().cases.holding(f"{asked.type}-{case.office}", fingerprint)} - {case.id}
    for number in sorted(others):
        made = [a.user_id for a in world().cases.get(number).accounts.values()]
        shown = ", ".join(made) or "belum ada"
        yield Twin(number=number, what=asked.label, user_id=shown)
