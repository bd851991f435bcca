"""The account handed over: the User ID, and the sealed initial password, shown once."""

from functions.core.answers import read_one
from functions.core.case import Case
from functions.core.change import change
from functions.core.errors import Gone, Invalid, NotNow
from functions.core.facts import TRIES, Account
from functions.core.form import FormField
from functions.core.handover import NO_ACCOUNT
from functions.core.sop import Sop
from functions.register.room import applicant, room
from functions.web.answer import View
from functions.web.body import Command
from functions.world import world

WRONG = "{label} ini tidak sama dengan yang Anda daftarkan. Sisa percobaan: {left}."


class AccountPage(View):
    page = "account.html"
    base: str
    number: str
    application: str = "SPSE"
    user_id: str
    password_waits: bool
    locked: bool
    second_fact: FormField


class Password(View):
    page = "password.html"
    base: str
    number: str
    user_id: str
    password: str


@room.page("/p/<token>/akun")
def account(token: str) -> AccountPage:
    case, sop = applicant(token)
    made = _made(case)
    return AccountPage(
        office=case.office,
        base=f"/p/{token}",
        number=case.id,
        user_id=made.user_id,
        password_waits=bool(made.sealed),
        locked=made.tries >= TRIES,
        second_fact=_second_fact(sop),
    )


class Reveal(Command):
    """`fact`: something that the applicant gave, and no mail says."""

    fact: str


@account.accepts(Reveal)
def revealed(said: Reveal, token: str) -> Password:
    """Open the seal, count the try, compare, burn: only who burnt it sees what was in it."""
    case, sop = applicant(token)
    asked = _second_fact(sop)
    fact = _read(asked, said.fact)
    seen = _made(case).tried()
    password = world().seals.open(seen.sealed, case.id)
    made = _made(change(world().cases, case.id, lambda c: c.attempt(world().now())))
    if fact != case.answers.get(asked.id):
        raise Invalid({"fact": WRONG.format(label=asked.label, left=TRIES - made.tries)})
    change(world().cases, case.id, lambda c: _burn(c, seen))
    return Password(
        office=case.office,
        base=f"/p/{token}",
        number=case.id,
        user_id=made.user_id,
        password=password,
    )


def _burn(case: Case, seen: Account) -> Case:
    if case.account is None or case.account.sealed != seen.sealed:
        raise Gone("Kata sandi awal baru saja ditampilkan di tempat lain.")
    return case.show_password(world().now())


def _read(asked: FormField, fact: str) -> str:
    try:
        return read_one(asked, fact)
    except ValueError as error:
        raise Invalid({"fact": str(error)}) from None


def _made(case: Case) -> Account:
    if case.account is None:
        raise NotNow(NO_ACCOUNT)
    return case.account


def _second_fact(sop: Sop) -> FormField:
    return next(f for s in sop.sections for f in s.fields if f.id == sop.second_fact)
