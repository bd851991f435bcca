"""Kind "visit": the guest book, on the counter's tablet or on the visitor's own telephone.

The receipt's QR code leads here with the number; the secret on the receipt opens the line.
"""

from functions.core.change import change
from functions.core.errors import NotNow
from functions.core.form import FormField
from functions.core.guestbook import entry
from functions.register.room import acting, room
from functions.register.status import by_secret
from functions.web import guests
from functions.web.answer import View
from functions.web.guests import Visit
from functions.world import world

ALREADY = "Buku tamu untuk permohonan ini sudah diisi, atau belum waktunya diisi."


class Arrival(Visit):
    """A line of the guest book, for the case of this number and secret."""

    number: str
    secret: str


class GuestBook(View):
    page = "guest-book.html"
    number: str
    fields: list[FormField]


class Welcome(View):
    """After the line is written."""

    page = "welcome.html"
    number: str
    name: str


@room.page("/buku-tamu")
def guest_book() -> GuestBook:
    return GuestBook(number="", fields=guests.fields())


@guest_book.accepts(Arrival)
def arrived(said: Arrival) -> Welcome:
    return _arrive(said)


@room.page("/buku-tamu/<number>")
def guest_book_of(number: str) -> GuestBook:
    return GuestBook(number=number[:40], fields=guests.fields())


@guest_book_of.accepts(Arrival)
def arrived_by_code(said: Arrival, number: str) -> Welcome:
    return _arrive(said)


def _arrive(said: Arrival) -> Welcome:
    case, sop = by_secret(said.number, said.secret)
    welcome = Welcome(office=case.office, number=case.id, name=said.name)
    if case.heard(said.nonce):
        return welcome
    now = world().now()
    guest = entry(said.line, sop.applicant, now)
    if case.here is None or sop.step(case.here.id).kind != "visit":
        raise NotNow(ALREADY)
    change(
        world().cases,
        case.id,
        lambda c: c.decide(sop, acting(sop), "hadir", now, nonce=said.nonce, guest=guest),
    )
    return welcome
