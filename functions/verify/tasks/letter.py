"""Kinds "draft" and "correct": the notification letter is worded, then another looks it over."""

import difflib
from typing import Literal

from pydantic import BaseModel

from functions.core.answers import words
from functions.core.errors import BadOutcome, Invalid
from functions.core.notification import Notification, Version
from functions.core.officer import acting
from functions.offices import all_offices
from functions.verify.rights import today
from functions.verify.room import Desk, decide, desk, recorded, repeated, room
from functions.verify.tasks.dossier import Dossier, dossier
from functions.web import papers
from functions.web.answer import View
from functions.web.body import Command
from functions.web.download import PDF, Download
from functions.world import world

Opcode = tuple[str, int, int, int, int]
LONGEST, MOST_LINES = 6000, 200
TOO_MANY = f"Surat terlalu panjang; paling banyak {MOST_LINES} baris."
EMPTY = "Tulis isi surat."
ALONE = "Tidak ada {role} lain yang dapat melanjutkan; surat ini harus ditulis oleh orang lain."
WHY_BACK = "Tulis apa yang perlu diperbaiki."


class Wording(Command):
    """The letter's whole text, as drafted or corrected; `message`: why it is given back."""

    outcome: Literal["dikonsep", "dikoreksi", "dikembalikan"]
    text: str = ""
    message: str = ""


class Line(BaseModel):
    """One line of a comparison: `change` is "+", "-" or ""."""

    change: str
    text: str


class LetterPage(View):
    """`before`: what the correction changed, once there is one; `returned`: why it came back."""

    page = "task-letter.html"
    base: str
    dossier: Dossier
    kind: str
    title: str
    text: str
    before: list[Line]
    drafter: str
    returned: str
    outcomes: list[str]


@room.page("/tugas/<task>/konsep")
def wording(task: str) -> LetterPage:
    at = desk(task, "draft", "correct")
    kept = at.case.notification
    return LetterPage(
        office=at.case.office,
        base=at.base,
        dossier=dossier(at),
        kind=at.step.kind,
        title=at.sop.letter.title if at.sop.letter else "",
        text=kept.text or _template(at),
        before=changes(at),
        drafter=_drafter(kept),
        returned=at.case.message,
        outcomes=list(at.step.next),
    )


@wording.accepts(Wording)
def worded(said: Wording, task: str) -> str:
    if repeated(task, said.nonce):
        return recorded(task)
    at = desk(task, "draft", "correct")
    if said.outcome not in at.step.next:
        raise BadOutcome
    if said.outcome == "dikembalikan":
        give_back(at, said.message, said.nonce)
        return recorded(task)
    text = _text(said)
    demand_others(at, said.outcome)
    version = Version(text, at.officer.id, at.officer.name, world().now(), at.style)
    kept = at.case.notification
    letter = kept.drafted(version) if at.step.kind == "draft" else kept.corrected(version)
    decide(at, said.outcome, said.nonce, notification=letter, message="")
    return recorded(task)


def _drafter(letter: Notification) -> str:
    first = letter.versions[:1]
    return "".join(f"{v.style} {v.name}".strip() for v in first)


def _text(said: Wording) -> str:
    text = words("text", said.text, longest=LONGEST, asked=EMPTY)
    if text.count("\n") >= MOST_LINES:
        raise Invalid({"text": TOO_MANY})
    return text


@room.download("/tugas/<task>/surat/pdf")
def printed(task: str) -> Download:
    """The letter as it stands, to be read or signed."""
    at = desk(task, "correct", "sign", "archive", "send")
    office = all_offices()[at.case.office]
    stead = at.stead if at.step.kind == "sign" else at.case.notification.stead
    paper = papers.notification(at.case, at.sop, office, world().now(), stead)
    return Download(f"surat-{at.case.id}.pdf", PDF, world().press.pdf(paper))


def demand_others(at: Desk, outcome: str) -> None:
    """Invalid, unless somebody else is there for the next step: else the letter would be stuck."""
    following = at.sop.step(at.step.next[outcome])
    hands = {*at.case.notification.drafters, *at.case.notification.correctors, at.officer.id}
    if following.kinds.apart == "drafter":
        hands -= at.case.notification.correctors - {at.officer.id}
    staff = world().staff.everybody(at.case.office)
    others = {o.id for o in acting(staff, following.by, today(at.case.office))} - hands
    if following.kinds.apart and not others:
        raise Invalid({"": ALONE.format(role=at.sop.roles[following.by])})


def give_back(at: Desk, message: str, nonce: str) -> None:
    """To whoever had the letter before, with a reason."""
    decide(at, "dikembalikan", nonce, message=words("message", message, asked=WHY_BACK))


def changes(at: Desk) -> list[Line]:
    """What the correction changed in the draft, line by line."""
    versions = at.case.notification.versions
    if len(versions) < 2:
        return []
    before, after = (v.text.splitlines() for v in (versions[0], versions[-1]))
    compared = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [line for found in compared for line in _lines(found, before, after)]


def _lines(found: Opcode, before: list[str], after: list[str]) -> list[Line]:
    how, i, j, k, m = found
    if how == "equal":
        return [Line(change="", text=text) for text in before[i:j]]
    gone = [Line(change="-", text=text) for text in before[i:j]]
    return gone + [Line(change="+", text=text) for text in after[k:m]]


def _template(at: Desk) -> str:
    office = all_offices()[at.case.office]
    return papers.draft_of(at.case, at.sop, office, world().now())
