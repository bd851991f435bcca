"""Whatever task an officer opens: the page of its kind, its documents, and the word after it."""

from collections.abc import Mapping

from functions.core.completeness import kept
from functions.core.errors import NotFound
from functions.core.kinds import RETURNED
from functions.verify.looking import look
from functions.verify.room import desk, place_of, room, signed_in, theirs
from functions.verify.tasks import (
    archive,
    check,
    dispose,
    follow_up,
    letter,
    make_account,
    reply,
    rights,
    schedule,
    signature,
    triage,
    visit,
)
from functions.verify.tasks.recall import recall_of
from functions.web.answer import View
from functions.web.body import Command
from functions.web.looks import at_task, called
from functions.web.room import Screen

PAGES: Mapping[str, Screen] = {
    "visit": visit.visiting,
    "schedule": schedule.scheduling,
    "receive": check.checking,
    "verify": check.checking,
    "dispose": dispose.disposing,
    "account": make_account.approving,
    "statement": follow_up.following,
    "follow-up": follow_up.following,
    "draft": letter.wording,
    "correct": letter.wording,
    "sign": signature.signing,
    "archive": archive.archiving,
    "send": archive.sending,
    "triage": triage.weighing,
    "answer": reply.replying,
    "objection": reply.replying,
    "rights": rights.granting,
}


@room.page("/tugas/<task>")
def task(task: str) -> View | str:
    kind = desk(task).step.kind
    if kind not in PAGES:
        raise NotFound
    return PAGES[kind].show(task=task)


class Look(Command):
    """Nothing more than the wish itself."""


class DocumentPage(View):
    page = "task-document.html"
    base: str
    number: str
    name: str
    label: str


@room.page("/tugas/<task>/dokumen/<name>")
def document(task: str, name: str) -> DocumentPage:
    at = desk(task)
    if kept(at.case, name) is None:
        raise NotFound
    label = called(name, at.sop)
    return DocumentPage(
        office=at.case.office, base=at.base, number=at.case.id, name=name, label=label
    )


@document.accepts(Look)
def shown(said: Look, task: str, name: str) -> str:
    at = desk(task)
    return look(at.case, name, at.officer, at.actor, at_task(at.step.id), said.nonce)


class Recorded(View):
    """`recall`: where a return can be taken back; `pending`: it is still on its way."""

    page = "recorded.html"
    number: str
    recall: str
    pending: bool


@room.page("/tugas/<task>/tercatat")
def recorded(task: str) -> Recorded | str:
    """What the officer sees after deciding: the task is nobody's any more."""
    officer = signed_in()
    case_id, round_ = place_of(task)
    case = theirs(officer, case_id).case
    if case.here and case.here.round == round_:
        return f"/tugas/{task}"
    moving = case.transit if case.rounds == round_ else None
    return Recorded(
        office=case.office,
        number=case.id,
        recall=recall_of(case, officer) if case.rounds == round_ + 1 else "",
        pending=moving is not None and moving.outcome == RETURNED,
    )
