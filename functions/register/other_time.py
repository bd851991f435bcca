"""Asking for another time of the video call: one of those offered, or in words."""

from datetime import datetime
from typing import Any

from functions.core.answers import words
from functions.core.case import Case
from functions.core.errors import BadOutcome, NotNow
from functions.core.place import at_kind
from functions.core.scans import without_evidence
from functions.register.booking import keep, offered, slot_for
from functions.register.room import acting, applicant, room
from functions.web.answer import View
from functions.web.body import Command
from functions.web.offer import Offer
from functions.world import world

ASKED = "Pilih salah satu waktu, atau tulis kapan Anda bisa, misalnya: Selasa pagi."


class Wish(Command):
    """`slot` and `consent` as when a time is first chosen; `wish`: when the applicant could, in
    their own words."""

    slot: str = ""
    consent: str = ""
    wish: str = ""


class WishPage(View):
    """`asks`: whether consent was not given yet."""

    page = "wish.html"
    base: str
    number: str
    meeting: datetime | None
    offer: Offer
    asks: bool


@room.page("/p/<token>/jadwal-ulang")
def other_time(token: str) -> WishPage:
    case, sop = applicant(token)
    at_kind(case, sop, "verify")
    if case.meeting is None:
        raise NotNow
    return WishPage(
        office=case.office,
        base=f"/p/{token}",
        number=case.id,
        meeting=case.meeting.starts,
        offer=offered(case),
        asks=case.consented is None,
    )


@other_time.accepts(Wish)
def wished(said: Wish, token: str) -> str:
    case, sop = applicant(token)
    if case.heard(said.nonce):
        return f"/p/{token}"
    brought, now, by = _asked(said, case), world().now(), acting(sop)

    def verb(case: Case) -> Case:
        if case.here and case.meeting is None:
            raise BadOutcome
        agreed = case.consent(by, now) if said.slot else case
        return agreed.decide(
            sop, by, "jadwal-ulang", now, nonce=said.nonce, meeting=None,
            documents=without_evidence(case.documents), **brought,
        )  # fmt: skip

    keep(case, verb)
    return f"/p/{token}"


def _asked(said: Wish, case: Case) -> dict[str, Any]:
    """A time, words, or both; a time that is chosen is held."""
    wish = words("wish", said.wish, longest=300, asked="" if said.slot else ASKED)
    slot = slot_for(case, said.slot, said.consent) if said.slot else None
    return {"wish": wish, "wished": slot, "slots": (slot,) if slot else ()}
