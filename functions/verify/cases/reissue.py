"""A new initial password for a holder who lost the first, also after the case has closed."""

from dataclasses import replace
from typing import Annotated

from pydantic import AfterValidator

from functions.core.answers import password
from functions.core.calling import MOVED
from functions.core.case import Case
from functions.core.change import change
from functions.core.errors import Invalid, NotAllowed, NotNow
from functions.core.holders import APPLICANT
from functions.offices import all_offices
from functions.verify.cases.folder import Folder, folder
from functions.verify.rights import sealing
from functions.verify.room import room
from functions.web.answer import View
from functions.web.body import Command
from functions.world import world

READDRESSED = (
    "Anda mencatat alamat surel baru untuk permohonan ini; kata sandi awal yang baru dibuat oleh "
    "petugas lain."
)


class NewPassword(Command):
    """`password`: as newly set in the application, for the account of `holder`."""

    password: Annotated[str, AfterValidator(password)]
    holder: str = APPLICANT


class ReissuePage(View):
    page = "reissue.html"
    base: str
    number: str
    application: str
    accounts: dict[str, str]


@room.page("/berkas/<number>/sandi")
def reissuing(number: str) -> ReissuePage:
    at = _sealing(number)
    return ReissuePage(
        office=at.case.office,
        base=at.base,
        number=at.case.id,
        application=all_offices()[at.case.office].application,
        accounts={holder: made.user_id for holder, made in at.case.accounts.items()},
    )


@reissuing.accepts(NewPassword)
def reissued(said: NewPassword, number: str) -> str:
    at = _sealing(number)
    if said.holder not in at.case.accounts:
        raise Invalid({"holder": "Pilih salah satu."})
    sealed = world().seals.seal(said.password, at.case.owner(said.holder))
    now = world().now()

    def verb(case: Case) -> Case:
        if case.heard(said.nonce):
            return case
        return case.reissue(said.holder, at.actor, sealed, now, nonce=said.nonce)

    change(world().cases, at.case.id, verb, at.officer)
    return at.base


def _sealing(number: str) -> Folder:
    """Before whoever hands over the accounts, in that role; not who named where they go."""
    at = folder(number)
    roles = sealing(at.case, at.sop, at.roles)
    if not roles:
        raise NotNow
    if _readdressed(at):
        raise NotAllowed(READDRESSED)
    return replace(at, roles=roles)


def _readdressed(at: Folder) -> bool:
    told = (e for e in at.whole.history if (e.kind, e.by) == ("called", at.officer.id))
    return any(event.detail["outcome"] == MOVED for event in told)
