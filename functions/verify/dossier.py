"""The case as an officer reads it: data beside documents, with what deserves a second look."""

from datetime import datetime

from pydantic import BaseModel

from functions.core import answers
from functions.core.case import Case
from functions.core.form import FormField
from functions.core.scans import EVIDENCE
from functions.core.sop import Sop
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
    """Another case with the same NPWP."""

    number: str
    user_id: str


class Dossier(BaseModel):
    number: str
    service: str
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


def dossier(desk: Desk, base: str) -> Dossier:
    case, sop = desk.case, desk.sop
    way = next((w.label for w in sop.ways if w.id == case.answers.get("cara")), "")
    return Dossier(
        number=case.id,
        service=sop.service,
        email=case.email,
        way=way,
        since=desk.here.since,
        due=desk.here.due,
        row_texts=[f"{r.no}. {r.text}" for r in desk.step.rows],
        groups=_groups(case, sop),
        papers=[_paper(case, r.id, r.name, base) for r in sop.required(case.answers)],
        evidence=_evidence(case, base),
        twins=twins_of(case),
        meeting=case.meeting.starts if case.meeting else None,
        meeting_url=case.meeting.url if case.meeting else "",
        wish=case.wish,
        timeline=timeline(case, sop, world().cases.history(case.id)),
    )


def _groups(case: Case, sop: Sop) -> list[Group]:
    odd = answers.warnings(sop.fields(case.answers), case.answers)
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


def twins_of(case: Case) -> list[Twin]:
    npwp = case.answers.get("npwp", "")
    if not npwp:
        return []
    holders = world().cases.holding("npwp", world().fingerprints.of("npwp", npwp))
    others = [world().cases.get(other) for other in holders if other != case.id]
    return [
        Twin(number=o.id, user_id=o.account.user_id if o.account else "belum ada") for o in others
    ]
