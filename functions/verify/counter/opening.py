"""A visitor at the counter: what they ask for, their mailbox, their line in the guest book."""

from functions.core.case import Case
from functions.core.counter import Entered
from functions.core.deeds import Guest
from functions.core.errors import Invalid, NotAllowed, Taken
from functions.core.facts import Claim
from functions.core.form import FormField, Option
from functions.core.guestbook import entry
from functions.core.officer import Officer
from functions.core.opening import mailbox_claim, open_case
from functions.core.sameness import shared_values
from functions.core.sop import Sop
from functions.offices import all_offices
from functions.sops import services_of
from functions.verify.counter.place import clerk, entered_by
from functions.verify.room import room
from functions.web import guests
from functions.web.answer import View
from functions.web.guests import Visit
from functions.world import world

HELD = "Alamat ini masih mempunyai permohonan yang berjalan: {number}."
OWN = "Permohonan Anda sendiri dicatat oleh petugas lain."


class Opening(Visit):
    """`email`: the visitor's own mailbox. `date`, `time`: when a form on paper came in, in the
    office's zone; "" for a visitor who is here."""

    sop: str = ""
    date: str = ""
    time: str = ""


class CounterStart(View):
    page = "counter.html"
    services: list[Option]
    fields: list[FormField]


@room.page("/loket")
def start() -> CounterStart:
    officer = clerk()
    services = [Option(value=sop.id, label=sop.service) for sop in services_of(officer.office)]
    return CounterStart(office=officer.office, services=services, fields=guests.fields())


@start.accepts(Opening)
def opened(said: Opening) -> str:
    officer = clerk()
    sop = _wanted(said, officer)
    entered, guest = _came(said, officer)
    claim = mailbox_claim(sop, guest.email, world().fingerprints)

    def made(number: str) -> Case:
        case = Case.opened(number, sop, guest.email, entered.at, claim, entered, guest=guest,
                           nonce=said.nonce)  # fmt: skip
        return case.share(*shared_values(case, sop, world().fingerprints))

    prefix = all_offices()[officer.office].prefix
    try:
        case = open_case(world().cases, prefix, world().pick, made, officer)
    except Taken:
        return _open_already(claim, said.nonce)
    return f"/loket/{case.id}"


def _came(said: Opening, officer: Officer) -> tuple[Entered, Guest]:
    """When the visitor, or their form, came to the counter; and their line in the guest book."""
    entered = entered_by(officer, said.date, said.time)
    guest = entry(said.line, officer.id, entered.received)
    if guest.email == officer.email:
        raise NotAllowed(OWN)
    return entered, guest


def _wanted(said: Opening, officer: Officer) -> Sop:
    found = [sop for sop in services_of(officer.office) if sop.id == said.sop]
    if not found:
        raise Invalid({"sop": "Pilih salah satu."})
    return found[0]


def _open_already(claim: Claim, nonce: str) -> str:
    """The same click, come twice, opened it; else the officer is told which one is open."""
    for number in world().cases.holding(claim.kind, claim.fingerprint):
        if world().cases.get(number).heard(nonce):
            return f"/loket/{number}"
        raise Invalid({"email": HELD.format(number=number)})
    raise Taken(claim.kind)
