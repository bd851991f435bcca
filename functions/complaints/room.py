"""The complainants' room: its routes, and whose complaint a browser follows."""

from functions.core.case import Case
from functions.core.errors import NotFound, SignedOut
from functions.core.facts import Actor
from functions.core.office import Office
from functions.core.sop import Sop
from functions.offices import all_offices
from functions.sops import sop_of
from functions.web.answer import Outside
from functions.web.following import ENTRANCE, admitted
from functions.web.room import Room
from functions.world import world

DOOR = (ENTRANCE, "Isi nomor dan kode rahasia")
ASTRAY = (ENTRANCE, "ikuti laporan Anda")
UNKNOWN = "Isi dahulu nomor dan kode rahasia pada tanda terima laporan Anda."


def _outside() -> Outside:
    return Outside(world().site, world().uploads, world().token, world().shows, DOOR, ASTRAY)


room = Room(_outside)


def office_of(office: str) -> Office:
    """The office that an address names."""
    if office not in all_offices():
        raise NotFound
    return all_offices()[office]


def following() -> tuple[Case, Sop]:
    """The complaint that the browser follows, or SignedOut."""
    event, prints = room.resolver.current_event, world().fingerprints
    number = admitted(event, prints, world().epoch, world().now())
    if not number:
        raise SignedOut(UNKNOWN)
    case = world().cases.get(number)
    case.demand_unerased()
    sop = sop_of(case)
    if not sop.hears:
        raise SignedOut(UNKNOWN)
    return case, sop


def acting(sop: Sop) -> Actor:
    return Actor(sop.applicant, sop.applicant)
