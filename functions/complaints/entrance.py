"""In by number and secret, and out again."""

from functions.complaints.room import room
from functions.core.case import Case
from functions.core.errors import NotFound, Unmatched
from functions.core.following import NO_SUCH, Doorkeeper
from functions.sops import sop_of
from functions.web.answer import Going, View
from functions.web.body import Command
from functions.web.following import ENTRANCE, HOME, over, ticket
from functions.world import world


class Entrance(View):
    page = "complaint-entrance.html"


class Key(Command):
    """`number` and `secret` as the receipt and every mail give them."""

    number: str
    secret: str


@room.page(ENTRANCE)
def entrance() -> Entrance:
    return Entrance()


@entrance.accepts(Key)
def entered(said: Key) -> Going:
    """One neutral answer for a wrong number and a wrong secret."""
    case = _complaint(said)
    return Going(HOME, (ticket(world().fingerprints, world().epoch, case.id, world().now()),))


def _complaint(said: Key) -> Case:
    keeper = Doorkeeper(world().cases, world().fingerprints, world().counters)
    try:
        case = keeper.admit(said.number, said.secret, room.address, world().now())
    except NotFound:
        raise Unmatched({"number": NO_SUCH}) from None
    if not sop_of(case).hears:
        raise Unmatched({"number": NO_SUCH})
    case.demand_unerased()
    return case


class Leaving(View):
    page = "complaint-leave.html"
    back: str = HOME


class Leave(Command):
    """Nothing more than the wish to leave."""


@room.page("/pengaduan/saya/keluar")
def leaving() -> Leaving:
    return Leaving()


@leaving.accepts(Leave)
def left(said: Leave) -> Going:
    """The browser forgets the complaint; number and secret open it again."""
    return Going("/pengaduan", (over(),))
