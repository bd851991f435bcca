"""Kinds "answer" and "objection": the office's word on a complaint, read as it will be sent."""

import re
from typing import Any, Literal

from functions.core.answers import words
from functions.core.complaint import Said
from functions.core.errors import BadOutcome, Invalid, NotAllowed
from functions.core.form import Option
from functions.core.kinds import ANSWERED
from functions.core.wording import filled
from functions.offices import all_offices
from functions.verify.room import Desk, decide, desk, recorded, repeated, room
from functions.verify.tasks.dossier import Dossier, dossier
from functions.verify.tasks.preview import PreviewPage, unread
from functions.web.answer import View
from functions.web.body import Command
from functions.web.papers import values
from functions.world import world

KINDS = ("answer", "objection")
LONGEST = 5000
BLANK = "……"
"""What an answer's beginning leaves to be filled in."""
UNFILLED = "Lengkapi dahulu bagian yang masih berupa titik-titik."
EMPTY = "Tulis jawaban; pelapor akan membacanya."
OWN = "Keberatan atas jawaban Anda diputus oleh orang lain."


class Reply(Command):
    """`text`: what the complainant is told. `confirmed`: as of a check."""

    outcome: Literal["dijawab", "diputus"]
    text: str = ""
    confirmed: Literal["", "ya", "ubah"] = ""


class ReplyPage(View):
    """`beginnings`: texts to begin with, by their place among the SOP's; `text`: the one that was
    chosen."""

    page = "task-reply.html"
    base: str
    dossier: Dossier
    beginnings: list[Option]
    text: str
    outcome: str


@room.page("/tugas/<task>/jawaban")
def replying(task: str) -> ReplyPage:
    """`?contoh=2`: begin with the second of the SOP's texts."""
    return _page(_desk(task))


@replying.accepts(Reply)
def replied(said: Reply, task: str) -> ReplyPage | PreviewPage | str:
    if repeated(task, said.nonce):
        return recorded(task)
    at = _desk(task)
    sent = {"outcome": said.outcome, "text": said.text}
    if said.confirmed == "ubah":
        return _page(at).again({}, sent)
    if said.outcome not in at.step.next:
        raise BadOutcome
    found = _spoken(said, at)
    if not said.confirmed and (shown := unread(at, "jawaban", sent, **found)):
        return shown
    decide(at, said.outcome, said.nonce, **found)
    return recorded(task)


def _desk(task: str) -> Desk:
    """Nobody rules on an objection to their own answer."""
    at = desk(task, *KINDS)
    answers = [said.by for said in at.case.messages if said.outcome == ANSWERED]
    if at.step.kind == "objection" and answers[-1:] == [at.officer.id]:
        raise NotAllowed(OWN)
    return at


def _page(at: Desk) -> ReplyPage:
    return ReplyPage(
        office=at.case.office,
        base=at.base,
        dossier=dossier(at),
        beginnings=_beginnings(at),
        text=_beginning(at),
        outcome=next(iter(at.step.next)),
    )


def _beginnings(at: Desk) -> list[Option]:
    """A ruling has none."""
    replies = at.sop.replies if at.step.kind == "answer" else ()
    titles = enumerate((reply.title for reply in replies), start=1)
    return [Option(value=str(place), label=title) for place, title in titles]


def _beginning(at: Desk) -> str:
    """With what the case fills in; the number is the page's own."""
    asked, replies = room.asked("contoh"), at.sop.replies
    place = int(asked) if re.fullmatch(r"[1-9][0-9]?", asked, re.ASCII) else 0
    if not 0 < place <= len(replies):
        return ""
    office = all_offices()[at.case.office]
    return filled(replies[place - 1].text, values(at.case, at.sop, office, world().now()))


def _spoken(said: Reply, at: Desk) -> dict[str, Any]:
    text = words("text", said.text, longest=LONGEST, asked=EMPTY)
    if BLANK in text:
        raise Invalid({"text": UNFILLED})
    word = Said(world().now(), at.officer.id, at.officer.name, text, said.outcome)
    handler = {"handler": at.step.id} if at.step.kind == "answer" else {}
    return {"messages": at.case.said(word), **handler}
