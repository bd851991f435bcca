"""The case as an officer reads it: data beside documents, with what deserves a second look."""

from collections.abc import Iterator
from datetime import datetime

from pydantic import BaseModel

from functions.core import answers
from functions.core.case import Case
from functions.core.deeds import Guest
from functions.core.form import FormField
from functions.core.identity import SAME
from functions.core.scans import EVIDENCE
from functions.core.sop import Sop
from functions.offices import all_offices
from functions.verify.room import Desk
from functions.web.views import Entry, timeline
from functions.world import world


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
    image: bool = False


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
    service: str
    step: str
    email: str
    way: str
    since: datetime
    due: datetime | None
    row_texts: list[str]
    groups: list[Group]
    papers: list[Paper]
    evidence: Paper | None
    twins: list[Twin]
    meeting: datetime | None
    meeting_url: str
    wish: str
    timeline: list[Entry]
    paused: str
    pausable: bool
    reissuable: bool
    guest: Guest | None
    dispositions: list[Passed]


def dossier(desk: Desk, base: str) -> Dossier:
    case, sop = desk.case, desk.sop
    way = sop.way(case.answers)
    return Dossier(
        number=case.id,
        service=sop.service,
        step=desk.step.title,
        email=case.email,
        way=way.label if way else "",
        since=desk.here.since,
        due=desk.here.due,
        row_texts=[f"{r.no}. {r.text}" for r in desk.step.rows],
        groups=_groups(case, sop),
        papers=[_paper(case, r.id, r.name, base) for r in sop.required(case.answers)],
        evidence=_evidence(case, base),
        twins=twins_of(case, sop),
        meeting=case.meeting.starts if case.meeting else None,
        meeting_url=case.meeting.url if case.meeting else "",
        wish=case.wish,
        timeline=timeline(case, sop, world().cases.history(case.id)),
        paused=case.pauses[-1].reason if desk.here.paused else "",
        pausable=bool(sop.pauses),
        reissuable=desk.hands_over,
        guest=case.guest,
        dispositions=[
            Passed(at=d.at, who=f"{sop.roles[d.role]}, {d.name}", to=sop.roles[d.to],
                   instruction=d.instruction)
            for d in case.dispositions
        ],
    )  # fmt: skip


def _groups(case: Case, sop: Sop) -> list[Group]:
    today = all_offices()[case.office].today(world().now())
    odd = answers.warnings(sop.fields(case.answers), case.answers, today)
    return [
        Group(
            id=s.id,
            title=s.title,
            facts=[_fact(f, case, odd.get(f.id, "")) for f in s.asked(case.answers)],
        )
        for s in sop.sections
    ]


def _fact(asked: FormField, case: Case, warning: str) -> Fact:
    value = asked.said(case.answers.get(asked.id, ""))
    return Fact(label=asked.label, value=value or "—", warning=warning)


def _paper(case: Case, name: str, label: str, base: str) -> Paper:
    document = case.documents.get(name)
    if document is None or document.problem:
        return Paper(id=name, name=label)
    image = document.type.startswith("image/")
    return Paper(id=name, name=label, href=f"{base}/dokumen/{name}", image=image)


def _evidence(case: Case, base: str) -> Paper | None:
    paper = _paper(case, EVIDENCE, "Tangkapan layar panggilan video", base)
    return paper if paper.href else None


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
