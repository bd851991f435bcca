"""The whole of a case for the officers of its service, open or closed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any

from pydantic import AfterValidator

from functions.core.completeness import kept
from functions.core.deeds import Guest
from functions.core.errors import NotFound
from functions.core.form import FormField, Option
from functions.core.identity import PERSONAL, masked
from functions.core.officer import names_of
from functions.offices import all_offices
from functions.verify.cases.accounts import Made, made
from functions.verify.cases.erased import ErasedCase, erased_case
from functions.verify.cases.folder import Folder, filed_folder, folder
from functions.verify.hearing import Hearing, hearing, mailbox
from functions.verify.looking import archived, look
from functions.verify.reports.deviations import Line as Deviation
from functions.verify.reports.deviations import deviations_in, line
from functions.verify.rights import calling_place, sealing
from functions.verify.room import room
from functions.verify.tasks.dossier import Group, Paper, Passed, groups_of, passed_on
from functions.verify.tasks.recall import recall_of
from functions.web.answer import View
from functions.web.body import Command
from functions.web.chronology import Line, Teller, chronology
from functions.web.looks import REASONS, called
from functions.web.posted import Posted, posted
from functions.web.views import Entry, Standing, standing, timeline
from functions.web.whatsapp import for_others, shareable
from functions.world import world


class CaseFile(View):
    """`task`: where the case waits for this officer; `recall`: where a return can be taken back;
    `call`: where a phone call is told of; `held_back`: since when a legal hold lasts; `hand`: who
    took it up; `failed`: the letters that were never sent, or perhaps not; `text`: what may be
    passed on of it."""

    page = "casefile.html"
    base: str
    number: str
    name: str
    matter: str
    email: str
    way: str
    standing: Standing
    held_back: datetime | None
    hand: str
    task: str
    recall: str
    call: str
    failed: list[Posted]
    groups: list[Group]
    papers: list[Paper]
    originals_by: str
    originals_at: datetime | None
    guest: Guest | None
    dispositions: list[Passed]
    accounts: list[Made]
    reissuable: bool
    meeting: datetime | None
    meeting_url: str
    timeline: list[Entry]
    deviations: list[Deviation]
    letters: list[Posted]
    history: list[Line]
    text: str
    hearing: Hearing | None


@room.page("/berkas/<number>")
def casefile(number: str) -> CaseFile | ErasedCase:
    at = filed_folder(number)
    return erased_case(at) if at.case.erased else _open(at)


def _open(at: Folder) -> CaseFile:
    case, sop, meeting = at.case, at.sop, at.case.meeting
    stands, way = standing(case, sop), sop.way(case.answers)
    return CaseFile(
        office=case.office,
        base=at.base,
        number=case.id,
        name=sop.known_as(case.answers),
        matter=sop.matter,
        email=mailbox(case),
        way=way.label if way else "",
        standing=for_others(stands),
        held_back=case.hold.since if case.hold else None,
        hand=case.here.hand.name if case.here and case.here.hand else "",
        task=at.task,
        recall=recall_of(case, at.officer),
        call=calling_place(case),
        groups=groups_of(case, sop, FormField.said if at.task else _veiled),
        papers=_papers(at),
        guest=case.guest,
        dispositions=passed_on(case, sop),
        reissuable=bool(sealing(case, sop, at.roles)),
        meeting=meeting.starts if meeting else None,
        meeting_url=meeting.url if meeting else "",
        timeline=timeline(case, sop, at.whole.history),
        hearing=hearing(case, sop),
        text=shareable(stands, all_offices()[case.office], world().site),
        **_done_by(at, names_of(world().staff.everybody(case.office))),
    )


def _done_by(at: Folder, people: Mapping[str, str]) -> dict[str, Any]:
    """What names officers; `people`: those of the office, by id."""
    case, seen, letters = at.case, at.case.originals, posted(at.whole, at.sop, people)
    return {
        "originals_by": people.get(seen.by, "") if seen else "",
        "originals_at": seen.at if seen else None,
        "accounts": made(case, at.sop, people),
        "deviations": [line(one, case, at.officer, people) for one in deviations_in(at.whole)],
        "letters": letters,
        "failed": [letter for letter in letters if letter.failed],
        "history": chronology(at.whole.history, Teller(at.sop, people)),
    }


def _veiled(asked: FormField, value: str) -> str:
    return masked(value) if asked.type in PERSONAL else asked.said(value)


def _papers(at: Folder) -> list[Paper]:
    """What is asked for, and whatever else was sent or signed."""
    asked = (requirement.id for requirement in at.sop.required(at.case.answers))
    names = dict.fromkeys((*asked, *at.case.documents, *archived(at.case)))
    return [Paper(id=n, name=called(n, at.sop), href=_where(at, n) or None) for n in names]


def _where(at: Folder, name: str) -> str:
    """The page from which a document can be looked at; "" if there is none."""
    there = name in archived(at.case) or kept(at.case, name)
    return f"{at.base}/dokumen/{name}" if there else ""


def _reason(text: str) -> str:
    if text not in REASONS:
        raise ValueError("Pilih salah satu.")
    return text


class Look(Command):
    """`why`: one of the reasons for which an officer may look without having a task at the case."""

    why: Annotated[str, AfterValidator(_reason)]


class LookPage(View):
    page = "casefile-document.html"
    base: str
    number: str
    name: str
    label: str
    reasons: list[Option]


@room.page("/berkas/<number>/dokumen/<name>")
def document(number: str, name: str) -> LookPage:
    at = folder(number)
    if not _where(at, name):
        raise NotFound
    return LookPage(
        office=at.case.office,
        base=at.base,
        number=at.case.id,
        name=name,
        label=called(name, at.sop),
        reasons=[Option(value=value, label=label) for value, label in REASONS.items()],
    )


@document.accepts(Look)
def shown(said: Look, number: str, name: str) -> str:
    at = folder(number)
    return look(at.case, name, at.officer, at.actor, said.why, said.nonce)
