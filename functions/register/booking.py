"""Choosing the time of the video call, which the office then plans."""

from collections.abc import Callable
from datetime import datetime

from functions.core.case import Case
from functions.core.change import change
from functions.core.errors import Invalid, Taken
from functions.core.place import at_kind
from functions.offices import all_offices
from functions.register.room import acting, applicant, room
from functions.web.answer import View
from functions.web.body import Command
from functions.web.offer import TAKEN, Offer, chosen, offer
from functions.world import world

AGREE = "Beri tanda bahwa Anda setuju; tanpa bukti, dokumen tidak dapat diperiksa lewat panggilan."


class Booking(Command):
    """`slot`: one of the times offered, such as 2026-03-31T10:00 at the office; `consent`: "ya",
    that one screenshot of the call is kept."""

    slot: str = ""
    consent: str = ""


class BookingPage(View):
    """`asks`: whether consent was not given yet."""

    page = "booking.html"
    base: str
    number: str
    offer: Offer
    wished: datetime | None
    asks: bool


@room.page("/p/<token>/jadwal")
def booking(token: str) -> BookingPage:
    case, sop = applicant(token)
    at_kind(case, sop, "schedule")
    return BookingPage(
        office=case.office,
        base=f"/p/{token}",
        number=case.id,
        offer=offered(case),
        wished=case.asked(world().now()),
        asks=case.consented is None,
    )


@booking.accepts(Booking)
def booked(said: Booking, token: str) -> str:
    case, sop = applicant(token)
    if case.heard(said.nonce):
        return f"/p/{token}"
    at_kind(case, sop, "schedule")
    slot = slot_for(case, said.slot, said.consent)
    now, by = world().now(), acting(sop)

    def verb(case: Case) -> Case:
        at_kind(case, sop, "schedule")
        return case.consent(by, now).book(by, slot, now, nonce=said.nonce)

    keep(case, verb)
    return f"/p/{token}"


def offered(case: Case) -> Offer:
    """What may be chosen on the day that the address names."""
    return offer(all_offices()[case.office], world().cases, case, room.asked("hari"), world().now())


def slot_for(case: Case, slot: str, consent: str) -> datetime:
    """The time chosen, if the applicant agrees to what a call needs; or Invalid."""
    if case.consented is None and consent != "ya":
        raise Invalid({"consent": AGREE})
    return chosen(all_offices()[case.office], slot, world().now())


def keep(case: Case, verb: Callable[[Case], Case]) -> None:
    """Invalid, if somebody else was faster at this very time."""
    try:
        change(world().cases, case.id, verb)
    except Taken:
        raise Invalid({"slot": TAKEN}) from None
