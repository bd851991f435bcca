"""Asking for another time of the video call."""

from datetime import datetime

from functions.core.answers import words
from functions.core.case import Case
from functions.core.change import change
from functions.core.errors import BadOutcome, NotNow
from functions.core.scans import without_evidence
from functions.register.room import acting, applicant, at_kind, room
from functions.web.answer import View
from functions.web.body import Command
from functions.world import world

ASKED = "Tulis kapan Anda bisa, misalnya: Selasa pagi."


class Wish(Command):
    """`wish`: when the applicant could, in their own words."""

    wish: str = ""


class WishPage(View):
    page = "wish.html"
    base: str
    number: str
    meeting: datetime | None


@room.page("/p/<token>/jadwal-ulang")
def other_time(token: str) -> WishPage:
    case, sop = applicant(token)
    at_kind(case, sop, "verify")
    if case.meeting is None:
        raise NotNow
    starts = case.meeting.starts
    return WishPage(office=case.office, base=f"/p/{token}", number=case.id, meeting=starts)


@other_time.accepts(Wish)
def wished(said: Wish, token: str) -> str:
    case, sop = applicant(token)
    if case.heard(said.nonce):
        return f"/p/{token}"
    wish = words("wish", said.wish, longest=300, asked=ASKED)
    now = world().now()

    def verb(case: Case) -> Case:
        if case.here and case.meeting is None:
            raise BadOutcome
        return case.decide(
            sop, acting(sop), "jadwal-ulang", now, nonce=said.nonce, wish=wish, meeting=None,
            documents=without_evidence(case.documents),
        )  # fmt: skip

    change(world().cases, case.id, verb)
    return f"/p/{token}"
