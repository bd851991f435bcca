"""Somebody whom no mail reaches is phoned: their numbers, what they missed, what came of it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Literal

from functions.core.answers import mailbox
from functions.core.calling import KNOWS, MOVED, PROMPTLY, SILENT, Mailbox, mailbox_field
from functions.core.case import Case
from functions.core.change import change
from functions.core.errors import Invalid, NotNow, Taken
from functions.core.facts import Letter
from functions.core.form import Option
from functions.core.grievance import shown
from functions.core.opening import mailbox_claim, mailbox_print
from functions.core.records import Sent
from functions.core.sameness import shared_values
from functions.offices import all_offices
from functions.verify.cases.folder import Folder, folder
from functions.verify.rights import is_staffs
from functions.verify.room import room
from functions.verify.tasks.dossier import Fact
from functions.web.answer import View
from functions.web.body import Command
from functions.web.posted import Posted, posted_one, reader
from functions.world import world

Verb = Callable[[Case], Case]
OWN = "berkas"
"""In the form, the mailbox of the case itself."""
LINKS = {"tautan", "tautan-lagi"}
"""Letters that say no more than the link, which goes to a new mailbox anyway."""
OUTCOMES: Mapping[str, str] = {
    MOVED: "Alamat surelnya lain",
    KNOWS: "Sudah diberi tahu lewat telepon",
    SILENT: "Tidak terhubung",
}
HELD = "Alamat ini masih mempunyai permohonan yang berjalan untuk layanan ini."
SAME = "Ini alamat yang sudah dicatat. Bila sudah berfungsi lagi, pilih jawaban yang lain."
OURS = "Alamat petugas kantor ini tidak dapat dipakai."
CHOOSE = "Pilih salah satu."


class Called(Command):
    """`email`: as told on the phone, for `whose` letters. `works`: the present one does again."""

    outcome: Literal["alamat-baru", "sudah-tahu", "tidak-terhubung"]
    email: str = ""
    whose: str = ""
    works: Literal["ya", ""] = ""


class CallPage(View):
    """`whose`: whom a new mailbox may be for, where there is a choice."""

    page = "call.html"
    base: str
    number: str
    name: str
    phones: list[Fact]
    letters: list[Posted]
    tries: int
    due: datetime
    outcomes: list[Option]
    whose: list[Option]


@room.page("/berkas/<number>/telepon")
def calling(number: str) -> CallPage:
    at = folder(number)
    if at.case.call is None:
        raise NotNow
    readers = _readers(at) if len(_readers(at)) > 1 else {}
    return CallPage(
        office=at.case.office,
        base=at.base,
        number=at.case.id,
        name=at.sop.known_as(at.case.answers),
        phones=_phones(at),
        letters=[posted_one(sent, at.case, at.sop) for sent in _lost(at)],
        tries=at.case.call.tries,
        due=at.case.call.due,
        outcomes=[Option(value=value, label=label) for value, label in OUTCOMES.items()],
        whose=[Option(value=f, label=who) for f, who in readers.items()],
    )


@calling.accepts(Called)
def called(said: Called, number: str) -> str:
    at = folder(number)
    if at.case.heard(said.nonce):
        return at.base
    verb = _ACTS[said.outcome](said, at)
    try:
        change(
            world().cases, at.case.id, lambda c: c if c.heard(said.nonce) else verb(c), at.officer
        )
    except Taken:
        raise Invalid({"email": HELD}) from None
    return at.base


def _moved(said: Called, at: Folder) -> Verb:
    to, now = _mailbox(said, at), world().now()
    letters = [replace(sent.letter, due=None) for sent in _lost(at) if sent.key in to.letters]
    anew = [letter for letter in letters if letter.name not in LINKS]
    anew = anew if to.field or at.sop.hears else [Letter("tautan-lagi"), *anew]
    lifts = [_print(to.email)]

    def moved(case: Case) -> Case:
        done = case.readdress(at.actor, to, anew, lifts, now, nonce=said.nonce)
        prints = world().fingerprints
        return done.share(*shared_values(done, at.sop, prints)) if at.sop.serves else done

    return moved


def _known(said: Called, at: Folder) -> Verb:
    now = world().now()
    fields = {mailbox_field(at.sop, sent.letter) for sent in _lost(at)} if said.works else set()
    lifts = [_print(_present(at, field)) for field in sorted(fields)]
    return lambda case: case.told_by_phone(at.actor, lifts, now, nonce=said.nonce)


def _silent(said: Called, at: Folder) -> Verb:
    now = world().now()
    due = all_offices()[at.case.office].calendar.due(now, PROMPTLY)
    return lambda case: case.unanswered(at.actor, due, now, nonce=said.nonce)


_ACTS: Mapping[str, Callable[[Called, Folder], Verb]] = {
    MOVED: _moved,
    KNOWS: _known,
    SILENT: _silent,
}


def _mailbox(said: Called, at: Folder) -> Mailbox:
    """The address as typed, for whoever's letters got lost."""
    field = _field(said, at)
    try:
        email = mailbox(said.email)
    except ValueError as error:
        raise Invalid({"email": str(error)}) from None
    _demand_anothers(email, at)
    if email == _present(at, field):
        raise Invalid({"email": SAME})
    theirs = (sent for sent in _lost(at) if mailbox_field(at.sop, sent.letter) == field)
    claim = mailbox_claim(at.sop, email, world().fingerprints)
    return Mailbox(field, email, claim, frozenset(sent.key for sent in theirs))


def _demand_anothers(email: str, at: Folder) -> None:
    """What is sealed for an applicant goes to nobody on the staff."""
    if is_staffs(email, at.case.office):
        raise Invalid({"email": OURS})


def _field(said: Called, at: Folder) -> str:
    known = list(_readers(at))
    chosen = said.whose or (known[0] if len(known) == 1 else "")
    if chosen not in known:
        raise Invalid({"whose": CHOOSE})
    return "" if chosen == OWN else chosen


def _readers(at: Folder) -> dict[str, str]:
    """Whose letters got lost, by the form's name for their mailbox."""
    return {
        mailbox_field(at.sop, sent.letter) or OWN: reader(sent.letter, at.case, at.sop, {})
        for sent in _lost(at)
    }


def _lost(at: Folder) -> list[Sent]:
    keys = at.case.call.letters if at.case.call else ()
    return [sent for sent in at.whole.letters if sent.key in keys]


def _present(at: Folder, field: str) -> str:
    return at.case.answers.get(field, "") if field else at.case.email


def _phones(at: Folder) -> list[Fact]:
    """Every number that the applicant gave."""
    asked = ((f.label, shown(at.case.answers).get(f.id, "")) for f in at.sop.fields(at.case.answers)
             if f.type == "phone")  # fmt: skip
    guest = [("Buku tamu", at.case.guest.phone)] if at.case.guest else []
    return [Fact(label=label, value=value) for label, value in (*asked, *guest) if value]


def _print(address: str) -> str:
    return mailbox_print(address, world().fingerprints)
