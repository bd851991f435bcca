"""The application: form, way, documents, check-your-answers; saved as one goes."""

from pydantic import ConfigDict

from functions.core import answers as reading
from functions.core.case import Case
from functions.core.change import change
from functions.core.completeness import lacking, missing, section_done
from functions.core.errors import Decided, Invalid, NotFound
from functions.core.form import FormField, Section
from functions.core.place import at_kind
from functions.core.sop import Sop
from functions.core.submission import submitted
from functions.register.room import acting, applicant, room, today
from functions.sops import sop_of
from functions.web.answer import View
from functions.web.body import Command
from functions.web.review import AnswerLine, answer_lines, document_lines
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
        lines=[
            *answer_lines(case, sop, f"/p/{token}/data/{{section}}"),
            *document_lines(case, sop, f"/p/{token}/dokumen"),
        ],
        missing=missing(case, sop),
    )


class Submission(Command):
    """`consent`: "ya", that the data are true and may be checked."""

    consent: str = ""


@review.accepts(Submission)
def sent(said: Submission, token: str) -> str:
    case, _ = applicant(token)
    if case.heard(said.nonce):
        return f"/p/{token}/terkirim"
    if said.consent != "ya":
        raise Invalid({"consent": "Beri tanda bahwa data Anda benar sebelum mengirim."})
    change(world().cases, case.id, lambda c: _submit(c, said.nonce))
    return f"/p/{token}/terkirim"


def _submit(case: Case, nonce: str) -> Case:
    sop, now = sop_of(case), world().now()
    prints = world().fingerprints
    return submitted(case, sop, acting(sop), prints, today(case), now, nonce=nonce)
