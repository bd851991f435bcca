"""Somebody without a link asks about the data on them, and an officer has seen who they are."""

from pydantic import ConfigDict

from functions.core.answers import read
from functions.core.case import Case
from functions.core.errors import Gone, Invalid, NotFound, Taken
from functions.core.form import FormField
from functions.core.number import numbers_of
from functions.core.officer import Officer
from functions.core.own_data import (
    ABOUT,
    MAILBOX,
    Asking,
    asked_in_person,
    demand_meetable,
    explained,
)
from functions.sops import granting, sop_of
from functions.verify.counter.once import opened_once
from functions.verify.counter.place import entered_by, listener
from functions.verify.rights import demand_anothers, is_staffs, today
from functions.verify.room import room, theirs
from functions.web.answer import View
from functions.web.body import Command
from functions.web.coming import Coming, coming
from functions.world import world

UNKNOWN = "Nomor {number} tidak ada di kantor ini, atau sudah dimusnahkan."
ASKED = "Permintaan yang sama sudah tercatat dengan nomor {number}, dan belum dijawab."
OURS = "Alamat petugas kantor ini tidak dapat dipakai."


class InPerson(Command):
    """`date`, `time`: when it was asked, in the office's zone, "" for just now. Besides, the fields
    of the SOP for such requests, by their ids; text each."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, str]
    date: str = ""
    time: str = ""


class RightsForm(View):
    page = "counter-rights.html"
    within: str
    fields: list[FormField]


class RightsTaken(View):
    """`coming`: what happens next; `moving`: on its way to whoever answers."""

    page = "counter-rights-taken.html"
    number: str
    email: str
    coming: Coming | None
    moving: bool


@room.page("/loket/data-pribadi")
def asking() -> RightsForm:
    officer = listener()
    sop = granting(officer.office)
    return RightsForm(
        office=officer.office,
        within=", ".join(str(step.within) for step in sop.steps if step.within),
        fields=list(asked_in_person(sop)),
    )


@asking.accepts(InPerson)
def asked(said: InPerson) -> str:
    """Written down by one officer, and answered by another."""
    officer = listener()
    request = _asking(said, officer)

    def made(number: str) -> Case:
        return request.opened(number, world().fingerprints, world().now(), said.nonce)

    try:
        case = opened_once(officer, said.nonce, made)
    except Taken as taken:
        raise _asked_already(taken) from None
    return f"/loket/data-pribadi/{case.id}"


@room.page("/loket/data-pribadi/<number>")
def taken(number: str) -> RightsTaken:
    """For the officer who wrote it down."""
    officer = listener()
    case = theirs(officer, number).case
    sop = sop_of(case)
    if not sop.grants or case.entered is None or case.entered.by != officer.id:
        raise NotFound
    return RightsTaken(
        office=case.office,
        number=case.id,
        email=case.email,
        coming=coming(case, sop, world().now()),
        moving=case.transit is not None,
    )


def _asking(said: InPerson, officer: Officer) -> Asking:
    sop = granting(officer.office)
    fields, day = asked_in_person(sop), today(officer.office)
    answers = explained(read(fields, dict(said.__pydantic_extra__ or {}), day))
    if is_staffs(answers[MAILBOX], officer.office):
        raise Invalid({MAILBOX: OURS})
    about = [_theirs(number, officer) for number in numbers_of(answers[ABOUT])]
    demand_meetable(answers, [(case, sop_of(case)) for case in about])
    entered = entered_by(officer, said.date, said.time)
    return Asking(sop, tuple(about), answers, answers[MAILBOX], entered)


def _theirs(number: str, officer: Officer) -> Case:
    """A case of the office's, and not about the officer; Invalid, if there is none."""
    try:
        case = theirs(officer, number).case
    except (NotFound, Gone):
        raise Invalid({ABOUT: UNKNOWN.format(number=number)}) from None
    demand_anothers(case, officer)
    if sop_of(case).grants:
        raise Invalid({ABOUT: UNKNOWN.format(number=number)})
    return case


def _asked_already(taken: Taken) -> Invalid:
    """The same person asks the same, and is not answered yet."""
    held = ", ".join(world().cases.holding(taken.kind, taken.fingerprint))
    return Invalid({ABOUT: ASKED.format(number=held)})
