"""A new initial password for a holder who lost the first, or used up the tries to see it."""

from functions.core.case import Case
from functions.core.change import change
from functions.core.errors import Decided, Invalid
from functions.offices import all_offices
from functions.verify.make_account import weak
from functions.verify.room import Desk, desk, repeated, room
from functions.web.answer import View
from functions.web.body import Command
from functions.world import world


class NewPassword(Command):
    """`password`: as newly set in the application."""

    password: str


class ReissuePage(View):
    page = "task-reissue.html"
    base: str
    number: str
    application: str
    user_id: str


@room.page("/t/<token>/sandi")
def reissuing(token: str) -> ReissuePage:
    at = _sealing(token)
    return ReissuePage(
        office=at.case.office,
        base=f"/t/{token}",
        number=at.case.id,
        application=all_offices()[at.case.office].application,
        user_id=at.case.account.user_id if at.case.account else "",
    )


@reissuing.accepts(NewPassword)
def reissued(said: NewPassword, token: str) -> str:
    if repeated(token, said.nonce):
        return f"/t/{token}/tindak-lanjut"
    at = _sealing(token)
    if problems := weak(said.password):
        raise Invalid(problems)
    sealed = world().seals.seal(said.password, at.case.id)
    now = world().now()

    def verb(case: Case) -> Case:
        if case.here is None or case.here.round != at.here.round:
            raise Decided
        return case.reissue(at.actor, sealed, now, nonce=said.nonce)

    change(world().cases, at.case.id, verb, at.on_duty)
    return f"/t/{token}/tindak-lanjut"


def _sealing(token: str) -> Desk:
    at = desk(token, "follow-up")
    if at.sop.credential != "sealed":
        raise Decided
    return at
