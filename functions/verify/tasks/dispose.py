"""Kind "dispose": pass the case on with an instruction, in one tap or in one's own words."""

from functions.core.answers import words
from functions.core.deeds import Disposition
from functions.core.errors import NotFound
from functions.offices import all_offices
from functions.verify.room import Desk, decide, desk, recorded, repeated, room
from functions.verify.tasks.dossier import Dossier, dossier
from functions.web import papers
from functions.web.answer import View
from functions.web.body import Command
from functions.web.download import PDF, Download
from functions.world import world

SAY = "Tulis isi disposisi, atau pilih salah satu yang tersedia."


class Passing(Command):
    """`instruction`: one of the step's, by its button; else `own`, the officer's words."""

    instruction: str = ""
    own: str = ""


class DisposePage(View):
    page = "task-dispose.html"
    base: str
    dossier: Dossier
    to: str
    instructions: list[str]


@room.page("/tugas/<task>/disposisi")
def disposing(task: str) -> DisposePage:
    at = desk(task, "dispose")
    return DisposePage(
        office=at.case.office,
        base=at.base,
        dossier=dossier(at),
        to=at.sop.roles[_to(at)],
        instructions=list(at.step.instructions),
    )


@disposing.accepts(Passing)
def disposed(said: Passing, task: str) -> str:
    if repeated(task, said.nonce):
        return recorded(task)
    at = desk(task, "dispose")
    own = "" if said.instruction in at.step.instructions else said.own
    text = words("own", own or said.instruction, longest=500, asked=SAY)
    who = at.officer.id, at.officer.name
    passed = Disposition(at.step.id, at.role, *who, _to(at), text, world().now(), at.style)
    decide(at, "didisposisikan", said.nonce, dispositions=(*at.case.dispositions, passed))
    return recorded(task)


@room.download("/tugas/<task>/disposisi/pdf")
def sheet(task: str) -> Download:
    """The lembar disposisi, as far as the chain has come."""
    at = desk(task)
    if not at.case.dispositions:
        raise NotFound
    paper = papers.disposition_sheet(at.case, at.sop, all_offices()[at.case.office])
    return Download(f"disposisi-{at.case.id}.pdf", PDF, world().press.pdf(paper))


def _to(at: Desk) -> str:
    """The role of whoever is next."""
    return at.sop.step(at.step.next["didisposisikan"]).by
