"""A case's status, without signing in: by its number and secret."""

from functions.core.case import Case
from functions.core.errors import Invalid, NotFound
from functions.core.following import NO_SUCH, Doorkeeper
from functions.core.sop import Sop
from functions.offices import all_offices
from functions.register.room import room
from functions.sops import sop_of
from functions.web.answer import Going, View
from functions.web.body import Command
from functions.web.following import HOME, ticket
from functions.web.views import Entry, Standing, standing, timeline
from functions.web.whatsapp import shareable
from functions.world import world


class Question(View):
    page = "status-question.html"


class Status(View):
    """`text`: what may be passed on of it."""

    page = "status.html"
    standing: Standing
    timeline: list[Entry]
    text: str


class Query(Command):
    """`number` and `secret` as the confirmation and every mail give them."""

    number: str
    secret: str


@room.page("/status")
def ask_status() -> Question:
    return Question()


@ask_status.accepts(Query)
def status(said: Query) -> Status | Going:
    """One neutral answer for a wrong number and a wrong secret; complaints have their own room."""
    case, sop = by_secret(said.number, said.secret)
    if sop.hears:
        return Going(HOME, (ticket(world().fingerprints, world().epoch, case.id, world().now()),))
    history, stands = world().cases.history(case.id), standing(case, sop)
    return Status(
        office=case.office,
        standing=stands,
        timeline=timeline(case, sop, history),
        text=shareable(stands, all_offices()[case.office], world().site),
    )


def by_secret(number: str, secret: str) -> tuple[Case, Sop]:
    """The case of this number, for who knows its secret; Invalid says not which was wrong."""
    keeper = Doorkeeper(world().cases, world().fingerprints, world().counters)
    try:
        case = keeper.admit(number, secret, room.address, world().now())
    except NotFound:
        raise Invalid({"number": NO_SUCH}) from None
    case.demand_unerased()
    return case, sop_of(case)
