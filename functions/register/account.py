"""An account handed over: the User ID, and the sealed initial password, shown once."""

from functions.core.answers import read_one
from functions.core.case import Case
from functions.core.change import change
from functions.core.errors import Gone, Invalid
from functions.core.facts import TRIES, Account
from functions.core.form import FormField
from functions.core.holders import APPLICANT
from functions.core.sop import Sop
from functions.offices import all_offices
from functions.register.room import account_holder, applicant, room, today
from functions.web.answer import View
from functions.web.body import Command
from functions.world import world

WRONG = "{label} ini tidak sama dengan yang Anda daftarkan. Sisa percobaan: {left}."


class AccountPage(View):
    """`back`: the case's own page, for whoever may see it; `outside`: handed over otherwise."""

    page = "account.html"
    back: str
    number: str
    application: str
    user_id: str
    password_waits: bool
    locked: bool
    outside: str
    second_fact: FormField | None


class Password(View):
    page = "password.html"
    base: str
    number: str
    application: str
    user_id: str
    password: str


class Reveal(Command):
    """`fact`: something that the applicant gave, and no mail says."""

    fact: str


@room.page("/p/<token>/akun")
def account(token: str) -> AccountPage:
    case, sop = applicant(token)
    return _page(case, sop, APPLICANT, f"/p/{token}")


@account.accepts(Reveal)
def revealed(said: Reveal, token: str) -> Password:
    """Open the seal, count the try, compare, burn: only who burnt it sees what was in it."""
    case, sop = applicant(token)
    return _reveal(said, case, sop, APPLICANT, f"/p/{token}")


@room.page("/h/<token>/akun")
def holders_account(token: str) -> AccountPage:
    """The account of one person among several; they see nothing else of the case."""
    return _page(*account_holder(token), "")


@holders_account.accepts(Reveal)
def revealed_to_holder(said: Reveal, token: str) -> Password:
    """Open the seal, count the try, compare, burn: only who burnt it sees what was in it."""
    return _reveal(said, *account_holder(token), "")


def _page(case: Case, sop: Sop, holder: str, back: str) -> AccountPage:
    made = case.made(holder)
    return AccountPage(
        office=case.office,
        back=back,
        number=case.id,
        application=all_offices()[case.office].application,
        user_id=made.user_id,
        password_waits=bool(made.sealed),
        locked=made.tries >= TRIES,
        outside=made.outside,
        second_fact=sop.opener(holder) if made.sealed else None,
    )


def _reveal(said: Reveal, case: Case, sop: Sop, holder: str, base: str) -> Password:
    seen = case.made(holder).tried()
    asked = sop.opener(holder)
    fact = _read(asked, said.fact, case)
    password = world().seals.open(seen.sealed, case.owner(holder))
    tried = change(world().cases, case.id, lambda c: c.attempt(holder, world().now()))
    made = tried.made(holder)
    if fact != case.answers.get(asked.id):
        raise Invalid({"fact": WRONG.format(label=asked.label, left=TRIES - made.tries)})
    change(world().cases, case.id, lambda c: _burn(c, holder, seen))
    return Password(
        office=case.office,
        base=base,
        number=case.id,
        application=all_offices()[case.office].application,
        user_id=made.user_id,
        password=password,
    )


def _burn(case: Case, holder: str, seen: Account) -> Case:
    if case.made(holder).sealed != seen.sealed:
        raise Gone("Kata sandi awal baru saja ditampilkan di tempat lain.")
    return case.show_password(holder, world().now())


def _read(asked: FormField, fact: str, case: Case) -> str:
    try:
        return read_one(asked, fact, today(case))
    except ValueError as error:
        raise Invalid({"fact": str(error)}) from None
