"""A complaint that reaches an officer by word of mouth, telephone, box or letter."""

from pydantic import BaseModel, ConfigDict

from functions.core.case import Case
from functions.core.errors import Invalid, NotAllowed, Taken
from functions.core.facts import Claim
from functions.core.form import FormField, Option
from functions.core.lodging import CHANNELS, WEB, Lodging
from functions.core.officer import Officer
from functions.core.opening import open_case
from functions.offices import all_offices
from functions.sops import hearing
from functions.verify.counter.place import entered_by, listener
from functions.verify.rights import today
from functions.verify.room import room
from functions.web.answer import View
from functions.web.body import Command
from functions.world import world

CHOOSE = "Pilih salah satu."
OWN = "Laporan Anda sendiri, atau tentang Anda, dicatat oleh petugas lain."
ENTRY = "lapor-loket"
"""What one press of the button holds, so that it opens one complaint."""
Fields = dict[str, str]


class Told(Command):
    """`channel`: by which it came; `date`, `time`: when, in the office's zone, "" for just now.
    Besides, the fields of the SOP's form, by their ids; text each."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, str]
    channel: str = ""
    date: str = ""
    time: str = ""


class Part(BaseModel):
    """One section of the form."""

    title: str
    fields: list[FormField]


class ComplaintForm(View):
    page = "counter-complaint.html"
    channels: list[Option]
    parts: list[Part]


@room.page("/loket/pengaduan")
def listening() -> ComplaintForm:
    officer = listener()
    ways = [Option(value=id_, label=label) for id_, label in CHANNELS.items() if id_ != WEB]
    parts = [Part(title=s.title, fields=list(s.fields)) for s in hearing(officer.office).sections]
    return ComplaintForm(office=officer.office, channels=ways, parts=parts)


@listening.accepts(Told)
def listened(said: Told) -> str:
    """Whoever it is about does not write it down, nor whoever makes it."""
    officer = listener()
    lodging, once = _lodging(said, officer), _once(said)

    def made(number: str) -> Case:
        prints, now = world().fingerprints, world().now()
        case = lodging.opened(number, world().cases, prints, now, said.nonce)
        if officer.id in case.barred:
            raise NotAllowed(OWN)
        return case.claim(*once)

    prefix = all_offices()[officer.office].prefix
    try:
        case = open_case(world().cases, prefix, world().pick, made, officer)
    except Taken:
        return _place(_opened_before(said.nonce, once[0]))
    return _place(case.id)


def _lodging(said: Told, officer: Officer) -> Lodging:
    if said.channel not in CHANNELS.keys() - {WEB}:
        raise Invalid({"channel": CHOOSE})
    entered = entered_by(officer, said.date, said.time)
    staff = world().staff.everybody(officer.office)
    given = dict(said.__pydantic_extra__ or {})
    sop, day = hearing(officer.office), today(officer.office)
    return Lodging.of(sop, given, staff, day, channel=said.channel, entered=entered)


def _once(said: Told) -> list[Claim]:
    key = said.nonce.partition(":")[0]
    return [Claim(ENTRY, world().fingerprints.of("nonce", key))] if key else []


def _opened_before(nonce: str, once: Claim) -> str:
    """The same click, come twice; the same key for something else is Decided away."""
    for number in world().cases.holding(once.kind, once.fingerprint):
        world().cases.get(number).heard(nonce)
        return number
    raise Taken(once.kind)


def _place(number: str) -> str:
    return f"/loket/pengaduan/{number}"
