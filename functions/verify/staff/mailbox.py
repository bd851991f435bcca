"""An officer's mailbox from which mail came back, and a keeper's word that it works again."""

from functions.core.errors import NotAllowed, NotNow
from functions.core.officer import Officer
from functions.core.opening import mailbox_print
from functions.core.staff import REACHED, Appointed
from functions.verify.room import room
from functions.verify.staff.forms import STAFF
from functions.verify.staff.keeping import keeper, member
from functions.web.answer import View
from functions.web.body import Command
from functions.world import world

OWN = "Alamat Anda sendiri dipastikan pengelola lain."


class Works(Command):
    """Nothing more than the word itself."""


class MailboxPage(View):
    page = "officer-mailbox.html"
    id: str
    name: str
    email: str


def unreachable(officer: Officer) -> bool:
    """Whether nothing is sent to their address any more."""
    return world().suppressions.holds(_print(officer))


@room.page("/staf/orang/<officer>/surel")
def mailbox(officer: str) -> MailboxPage:
    by = keeper()
    shown = member(by.office, officer)
    if not unreachable(shown):
        raise NotNow
    return MailboxPage(office=by.office, id=shown.id, name=shown.name, email=shown.email)


@mailbox.accepts(Works)
def works(said: Works, officer: str) -> str:
    """Their line is written anew, with the news of it; the second of two clicks finds it done."""
    by = keeper()
    theirs = member(by.office, officer)
    if theirs.id == by.id:
        raise NotAllowed(OWN)
    if unreachable(theirs):
        news = Appointed(theirs.id, by.id, world().now(), {REACHED: ""})
        world().staff.appoint([theirs], [news], by)
        world().suppressions.lift(_print(theirs))
    return STAFF


def _print(officer: Officer) -> str:
    return mailbox_print(officer.email, world().fingerprints)
