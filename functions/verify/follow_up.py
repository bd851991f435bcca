"""Kind "follow-up": close the reminders of an applicant who does not answer."""

from functions.core.answers import words
from functions.core.change import change
from functions.verify.dossier import Dossier, dossier
from functions.verify.room import desk, repeated, room
from functions.web.answer import View
from functions.web.body import Command
from functions.world import world


class Closing(Command):
    """`reason`: why it is closed without the applicant's confirmation."""

    reason: str = ""


class FollowUpPage(View):
    page = "task-follow-up.html"
    base: str
    dossier: Dossier
    reminded: int
    sealed: bool


@room.page("/t/<token>/tindak-lanjut")
def following(token: str) -> FollowUpPage:
    at = desk(token, "follow-up")
    base = f"/t/{token}"
    return FollowUpPage(
        office=at.case.office,
        base=base,
        dossier=dossier(at, base),
        reminded=at.here.reminded,
        sealed=at.sop.credential == "sealed",
    )


@following.accepts(Closing)
def closed(said: Closing, token: str) -> str:
    if repeated(token, said.nonce):
        return f"/t/{token}/tercatat"
    at = desk(token, "follow-up")
    reason = words("reason", said.reason, asked="Tulis alasan tindak lanjut ditutup.")
    now = world().now()
    change(
        world().cases,
        at.case.id,
        lambda c: c.decide(at.sop, at.actor, "ditutup", now, **at.seen(said.nonce), message=reason),
        at.on_duty,
    )
    return f"/t/{token}/tercatat"
