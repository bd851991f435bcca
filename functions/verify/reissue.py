"""A new initial password for a holder who lost the first, or used up the tries to see it."""

from functions.core.case import Case
from functions.core.change import change
from functions.core.errors import Decided, Invalid, NotNow
from functions.core.holders import APPLICANT
from functions.offices import all_offices
from functions.verify.approval import weak
from functions.verify.room import Desk, desk, repeated, room
from functions.web.answer import View
from functions.web.body import Command
from functions.world import world


class NewPassword(Command):
    """`password`: as newly set in the application, for the account of `holder`."""

    password: str
    holder: str = APPLICANT


class ReissuePage(View):
    page = "task-reissue.html"
    base: str
    number: str
    application: str
    accounts: dict[str, str]


@room.page("/t/<token>/sandi")
def reissuing(token: str) -> ReissuePage:
    at = _sealing(token)
    return ReissuePage(
        office=at.case.office,
        base=f"/t/{token}",
        number=at.case.id,
        application=all_offices()[at.case.office].application,
        accounts={holder: made.user_id for holder, made in at.case.accounts.items()},
    )


@reissuing.accepts(NewPassword)
def reissued(said: NewPassword, token: str) -> str:
    if repeated(token, said.nonce):
        return f"/t/{token}"
    at = _sealing(token)
    problems = weak(said.password)
    if said.holder not in at.case.accounts:
        problems["holder"] = "Pilih salah satu."
    if problems:
        raise Invalid(problems)
    sealed = world().seals.seal(said.password, at.case.owner(said.holder))
    now = world().now()

    def verb(case: Case) -> Case:
        if case.here is None or case.here.round != at.here.round:
            raise Decided
        return case.reissue(said.holder, at.actor, sealed, now, nonce=said.nonce)

    change(world().cases, at.case.id, verb, at.on_duty)
    return f"/t/{token}"


def _sealing(token: str) -> Desk:
    """Any later task of whoever hands over the accounts."""
    at = desk(token)
    if not at.hands_over:
        raise NotNow
    return at
