"""The application: form, way, documents, check-your-answers; saved as one goes."""

from typing import Any

from pydantic import BaseModel, ConfigDict

from functions.core import answers as reading
from functions.core.case import Case
from functions.core.change import change
from functions.core.completeness import (
    arrived,
    kept_answers,
    kept_documents,
    lacking,
    missing,
    section_done,
)
from functions.core.errors import Decided, Invalid, NotFound
from functions.core.form import FormField, Section
from functions.core.sop import Sop
from functions.register.room import acting, applicant, at_kind, room, today
from functions.register.sameness import demand_different, shared_values
from functions.sops import sop_of
from functions.web.answer import View
from functions.web.body import Command
from functions.world import world


class Answers(Command):
    """The fields of one section, by their ids in the SOP; text each."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, str]


class SectionPage(View):
    page = "section.html"
    back: str
    number: str
    title: str
    fields: list[FormField]


@room.page("/p/<token>/data/<section_id>")
def section(token: str, section_id: str) -> SectionPage:
    case, sop = applicant(token)
    asked = _section(case, sop, section_id)
    return SectionPage(
        office=case.office,
        back=f"/p/{token}",
        number=case.id,
        title=asked.title,
        fields=list(asked.asked(case.answers)),
        given=dict(case.answers),
    )


@section.accepts(Answers)
def filled(said: Answers, token: str, section_id: str) -> str:
    """Keep the section; what is not asked any more after it is dropped when submitting."""
    case, sop = applicant(token)
    given = dict(said.__pydantic_extra__ or {})
    asked = _section(case, sop, section_id).asked({**case.answers, **given})
    answered = reading.read(asked, given, today(case))
    now = world().now()
    case = change(
        world().cases,
        case.id,
        lambda c: c.save_answers(acting(sop), section_id, answered, now),
    )
    return f"/p/{token}{_next(case, sop)}"


def _section(case: Case, sop: Sop, section_id: str) -> Section:
    """The section, if the case waits for it to be filled in."""
    found = sop.section(section_id)
    if found is None:
        raise NotFound
    kind = case.here and sop.step(case.here.id).kind
    if kind == "complete" and section_id in {*case.findings, *lacking(case, sop)}:
        return found
    if kind != "apply":
        raise Decided
    return found


def _next(case: Case, sop: Sop) -> str:
    """The next section to fill in; "" for the task list."""
    if case.here and sop.step(case.here.id).kind != "apply":
        return ""
    undone = (s.id for s in sop.pages if not section_done(case, s))
    section_id = next(undone, "")
    return f"/data/{section_id}" if section_id else ""


class AnswerLine(BaseModel):
    """One answer as its giver sees it again; `change` is where to change it."""

    label: str
    value: str
    change: str | None = None


class Review(View):
    page = "review.html"
    back: str
    number: str
    service: str
    lines: list[AnswerLine]
    missing: list[str]


@room.page("/p/<token>/kirim")
def review(token: str) -> Review:
    case, sop = applicant(token)
    at_kind(case, sop, "apply")
    return Review(
        office=case.office,
        back=f"/p/{token}",
        number=case.id,
        service=sop.service,
        lines=[*_answer_lines(case, sop, token), *_document_lines(case, sop, token)],
        missing=missing(case, sop),
    )


class Submission(Command):
    """`consent`: "ya", that the data are true and may be checked."""

    consent: str = ""


@review.accepts(Submission)
def submitted(said: Submission, token: str) -> str:
    case, sop = applicant(token)
    if case.heard(said.nonce):
        return f"/p/{token}/terkirim"
    if said.consent != "ya":
        raise Invalid({"consent": "Beri tanda bahwa data Anda benar sebelum mengirim."})
    now = world().now()
    change(world().cases, case.id, lambda c: _submit(c, sop, now, said.nonce))
    return f"/p/{token}/terkirim"


def _submit(case: Case, sop: Sop, now: Any, nonce: str) -> Case:
    at_kind(case, sop, "apply")
    sop = sop_of(case)
    if lacks := missing(case, sop):
        raise Invalid({"": "Belum lengkap: " + ", ".join(lacks) + "."})
    demand_different(case, sop)
    kept = kept_answers(case, sop, today(case))
    scans = kept_documents(case, sop)
    done = case.decide(
        sop, acting(sop), sop.fork(kept), now, nonce=nonce, answers=kept, documents=scans
    )
    return done.share(*shared_values(done, sop))


def _answer_lines(case: Case, sop: Sop, token: str) -> list[AnswerLine]:
    return [
        AnswerLine(label=f.label, value=f.said(case.answers.get(f.id, "")) or "Tidak diisi",
             change=f"/p/{token}/data/{s.id}#{f.id}")
        for s in sop.pages
        for f in s.asked(case.answers)
    ]  # fmt: skip


def _document_lines(case: Case, sop: Sop, token: str) -> list[AnswerLine]:
    return [
        AnswerLine(label=r.name, value="Sudah diunggah" if arrived(case, r) else "Belum diunggah",
             change=f"/p/{token}/dokumen")
        for r in sop.scanned(case.answers)
    ]  # fmt: skip
