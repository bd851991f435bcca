"""A complaint that reaches an officer by word of mouth, telephone, box or letter."""

from pydantic import BaseModel, ConfigDict

from functions.core.case import Case
from functions.core.errors import Invalid, NotAllowed
from functions.core.form import FormField, Option
from functions.core.lodging import CHANNELS, WEB, Lodging
from functions.core.officer import Officer
from functions.sops import hearing
from functions.verify.counter.once import opened_once
from functions.verify.counter.place import entered_by, listener
from functions.verify.rights import today
from functions.verify.room import room
from functions.web.answer import View
from functions.web.body import Command
from functions.world import world

CHOOSE = "Pilih salah satu."
OWN = "Laporan Anda sendiri, atau tentang Anda, dicatat oleh petugas lain."
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
    lodging = _lodging(said, officer)

    def made(number: str) -> Case:
        prints, now = world().fingerprints, world().now()
        case = lodging.opened(number, world().cases, prints, now, said.nonce)
        if officer.id in case.barred:
            raise NotAllowed(OWN)
        return case

    return f"/loket/pengaduan/{opened_once(officer, said.nonce, made).id}"


def _lodging(said: Told, officer: Officer) -> Lodging:
    if said.channel not in CHANNELS.keys() - {WEB}:
        raise Invalid({"channel": CHOOSE})
    entered = entered_by(officer, said.date, said.time)
    staff = world().staff.everybody(officer.office)
    given = dict(said.__pydantic_extra__ or {})
    sop, day = hearing(officer.office), today(officer.office)
    return Lodging.of(sop, given, staff, day, channel=said.channel, entered=entered)
