"""Kinds "follow-up" and "statement": close the reminders of an applicant who does not answer."""

from functions.core.answers import words
from functions.verify.dossier import Dossier, dossier
from functions.verify.room import decide, desk, recorded, repeated, room
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


@room.page("/t/<token>/tindak-lanjut")
def following(token: str) -> FollowUpPage:
    at = desk(token, *KINDS)
    base = f"/t/{token}"
    return FollowUpPage(
        office=at.case.office,
        base=base,
        dossier=dossier(at, base),
        reminded=at.here.reminded,
    )


@following.accepts(Closing)
def closed(said: Closing, token: str) -> str:
    if repeated(token, said.nonce):
        return recorded(token)
    at = desk(token, *KINDS)
    reason = words("reason", said.reason, asked="Tulis alasan tindak lanjut ditutup.")
    decide(at, "ditutup", said.nonce, message=reason)
    return recorded(token)
