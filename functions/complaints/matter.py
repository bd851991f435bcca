"""Before a complaint: at which office, and whether it belongs there at all."""

from pydantic import BaseModel

from functions.complaints.room import office_of, room
from functions.core.cards import count_card, placed
from functions.core.errors import Invalid, NotFound
from functions.core.form import FormField, Option
from functions.core.office import Channel, Office
from functions.core.phrases import Card
from functions.core.sop import Sop
from functions.offices import all_offices
from functions.sops import hearing
from functions.web.answer import View
from functions.web.body import Command
from functions.world import world

OWN = "layanan"
"""The choice of who has something to say of the office itself."""
CHOOSE = "Pilih salah satu."


class HearingOffice(BaseModel):
    id: str
    name: str
    government: str


class HearingOffices(View):
    page = "complaint-offices.html"
    offices: list[HearingOffice]


@room.page("/pengaduan")
def offices() -> HearingOffices:
    """The offices that hear complaints: all of them."""
    every = sorted(all_offices().values(), key=lambda office: office.name)
    return HearingOffices(offices=[_place(office) for office in every])


class Matter(View):
    page = "complaint-matter.html"
    fields: list[FormField]
    channels: list[Channel]


class Choice(Command):
    """`matter`: an answer card's id, or "layanan" for the office's own service."""

    matter: str


@room.page("/pengaduan/<office>")
def matter(office: str) -> Matter:
    """What it is about: the office's service, or what belongs elsewhere."""
    place = office_of(office)
    cards = [Option(value=card.id, label=card.label) for card in hearing(place.id).cards]
    own = Option(value=OWN, label=f"Layanan, petugas, atau kantor {place.name}")
    asked = FormField(
        id="matter", label="Tentang apa laporan Anda?", type="choice", options=(own, *cards)
    )
    return Matter(office=place.id, fields=[asked], channels=list(place.channels))


@matter.accepts(Choice)
def chosen(said: Choice, office: str) -> str:
    """A card that is asked for is counted."""
    place = office_of(office)
    if said.matter == OWN:
        return f"/pengaduan/{place.id}/lapor"
    card = _card(hearing(place.id), said.matter)
    if card is None:
        raise Invalid({"matter": CHOOSE})
    now = world().now()
    count_card(world().counters, world().fingerprints, place, card.id, said.nonce, now)
    return f"/pengaduan/{place.id}/kartu/{card.id}"


class AnswerCard(View):
    """What does not belong here, and where it does."""

    page = "complaint-card.html"
    card: Card


@room.page("/pengaduan/<office>/kartu/<card>")
def answer_card(office: str, card: str) -> AnswerCard:
    """What does not belong here, and where it does."""
    place = office_of(office)
    found = _card(hearing(place.id), card)
    if found is None:
        raise NotFound
    return AnswerCard(office=place.id, card=placed(found, place))


def _place(office: Office) -> HearingOffice:
    return HearingOffice(id=office.id, name=office.name, government=office.government)


def _card(sop: Sop, card_id: str) -> Card | None:
    return next((card for card in sop.cards if card.id == card_id), None)
