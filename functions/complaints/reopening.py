"""After the end: a complaint that was answered may be taken up once more."""

from datetime import datetime

from functions.complaints.room import acting, following, room
from functions.core.answers import LONGEST, words
from functions.core.case import Case
from functions.core.change import change
from functions.core.complaint import Said
from functions.core.errors import NotNow
from functions.offices import all_offices
from functions.web.answer import View
from functions.web.body import Command
from functions.web.following import HOME
from functions.world import world

WHY = "Tulis mengapa laporan ini perlu dibuka kembali."


class ReopeningPage(View):
    """`until`: when it may be asked for at the latest."""

    page = "complaint-reopening.html"
    back: str = HOME
    number: str
    until: datetime


class Reopening(Command):
    reason: str = ""


@room.page("/pengaduan/saya/buka-kembali")
def reopening() -> ReopeningPage:
    """Why, and until when it may be asked for."""
    case, _ = following()
    until = reopenable(case, world().now())
    if until is None:
        raise NotNow
    return ReopeningPage(office=case.office, number=case.id, until=until)


@reopening.accepts(Reopening)
def reopened(said: Reopening) -> str:
    """Another execution goes on at the step that answered it last."""
    case, sop = following()
    if case.heard(said.nonce):
        return HOME
    reason = words("reason", said.reason, longest=LONGEST["story"], asked=WHY)
    by, now, nonce = acting(sop), world().now(), said.nonce

    def verb(case: Case) -> Case:
        anew = case.reopen(sop, _until(case), now, nonce=nonce)
        return anew.say(Said(now, "", "", reason), by, now, nonce=nonce)

    change(world().cases, case.id, verb)
    return HOME


def reopenable(case: Case, now: datetime) -> datetime | None:
    """Until when it may be asked for; none, if it may not."""
    if case.closed is None:
        return None
    until = _until(case)
    try:
        case.demand_reopenable(case.closed.end, until, now)
    except NotNow:
        return None
    return until


def _until(case: Case) -> datetime:
    """By the office's own time; NotNow while the complaint is open."""
    if case.closed is None:
        raise NotNow
    office = all_offices()[case.office]
    return office.calendar.due(case.closed.at, office.complaints.reopen)
