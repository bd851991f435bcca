"""Kinds "follow-up" and "statement": close the reminders of an applicant who does not answer."""

from functions.core.answers import words
from functions.verify.room import decide, desk, recorded, repeated, room
from functions.verify.tasks.dossier import Dossier, dossier
from functions.web.answer import View
from functions.web.body import Command

KINDS = ("follow-up", "statement")


class Closing(Command):
    """`reason`: why it is closed without the applicant's confirmation."""

    reason: str = ""


class FollowUpPage(View):
    page = "task-follow-up.html"
    base: str
    dossier: Dossier
    reminded: int


@room.page("/tugas/<task>/tindak-lanjut")
def following(task: str) -> FollowUpPage:
    at = desk(task, *KINDS)
    return FollowUpPage(
        office=at.case.office,
        base=at.base,
        dossier=dossier(at),
        reminded=at.here.reminded,
    )


@following.accepts(Closing)
def closed(said: Closing, task: str) -> str:
    if repeated(task, said.nonce):
        return recorded(task)
    at = desk(task, *KINDS)
    reason = words("reason", said.reason, asked="Tulis alasan tindak lanjut ditutup.")
    decide(at, "ditutup", said.nonce, message=reason)
    return recorded(task)
