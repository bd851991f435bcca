"""Kind "triage": a complaint is read, graded, and given to whoever may handle it."""

from pydantic import BaseModel

from functions.core.errors import BadOutcome
from functions.core.form import Option
from functions.core.grades import Grade
from functions.offices import all_offices
from functions.verify.room import Desk, decide, desk, recorded, repeated, room, signed_in
from functions.verify.tasks.assessment import ABOUT, Triage, assessed, bar_requests, seeing
from functions.verify.tasks.dossier import Dossier, dossier
from functions.verify.tasks.preview import PreviewPage, unread
from functions.web.answer import View
from functions.web.words import deadline


class Tick(BaseModel):
    id: str
    label: str
    ticked: bool = False


class TriagePage(View):
    """`people`: whom it may be about, of those whom it is not known to be about yet."""

    page = "task-triage.html"
    base: str
    dossier: Dossier
    grades: list[Option]
    cards: list[Option]
    people: list[Tick]
    outcomes: list[str]


@room.page("/tugas/<task>/telaah")
def weighing(task: str) -> TriagePage:
    return _page(desk(task, "triage"))


@weighing.accepts(Triage)
def weighed(said: Triage, task: str) -> TriagePage | PreviewPage | str:
    if repeated(task, said.nonce):
        return _after(said, task)
    at = desk(task, "triage")
    if said.confirmed == "ubah":
        return _page(at).again({}, said.typed)
    if said.outcome not in at.step.next:
        raise BadOutcome
    found = assessed(said, at)
    if not said.confirmed and (shown := unread(at, "telaah", said.typed, **found)):
        return shown
    bar_requests(at, found["barred"])
    decide(at, said.outcome, said.nonce, **found)
    return _after(said, task)


def _page(at: Desk) -> TriagePage:
    return TriagePage(
        office=at.case.office,
        base=at.base,
        dossier=dossier(at),
        grades=[_timed(grade, at) for grade in all_offices()[at.case.office].complaints.grades],
        cards=[Option(value=card.id, label=card.label) for card in at.sop.cards],
        people=[Tick(id=f"{ABOUT}.{officer.id}", label=officer.name) for officer in seeing(at)],
        outcomes=list(at.step.next),
    )


def _timed(grade: Grade, at: Desk) -> Option:
    """With the time by which an answer of this grade is due."""
    office = all_offices()[at.case.office]
    due = office.answered_by(at.case, grade)
    by = deadline(due, office, office.estimated(at.case.received, due))
    hint = f"{grade.hint}. Dijawab paling lambat {by}."
    return Option(value=grade.id, label=f"{grade.label} ({grade.within})", hint=hint)


def _after(said: Triage, task: str) -> str:
    """Whoever said that it is about them too sees no more of it."""
    return "/antrean" if signed_in().id in said.barred else recorded(task)
