"""The complainant writes to whoever handles the complaint."""

from datetime import timedelta

from functions.complaints.room import acting, following, room
from functions.core.answers import LONGEST, words
from functions.core.case import Case
from functions.core.change import change
from functions.core.complaint import Said
from functions.core.errors import NotNow
from functions.core.limits import Limit
from functions.web.answer import View
from functions.web.body import Command
from functions.web.following import HOME
from functions.world import world

EMPTY = "Tulis pesan Anda."
HOURLY = Limit("pesan-laporan", 20, timedelta(hours=1))
"""To one complaint, from wherever it is followed."""


class MessagePage(View):
    page = "complaint-message.html"
    back: str = HOME
    number: str


class Message(Command):
    text: str = ""


@room.page("/pengaduan/saya/pesan")
def message() -> MessagePage:
    case = _open()
    return MessagePage(office=case.office, number=case.id)


@message.accepts(Message)
def written(said: Message) -> str:
    """One more message; whoever took the complaint up hears of it."""
    case, sop = following()
    if case.heard(said.nonce):
        return HOME
    _open()
    text = words("text", said.text, longest=LONGEST["story"], asked=EMPTY)
    now = world().now()
    HOURLY.demand(world().counters, world().fingerprints, case.id, now)

    def verb(case: Case) -> Case:
        if case.heard(said.nonce):
            return case
        return case.say(Said(now, "", "", text), acting(sop), now, nonce=said.nonce)

    change(world().cases, case.id, verb)
    return HOME


def _open() -> Case:
    case, _ = following()
    if case.closed:
        raise NotNow
    return case
