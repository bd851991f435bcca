"""The complainants' room: its routes."""

from functions.core.errors import NotFound
from functions.core.office import Office
from functions.offices import all_offices
from functions.web.answer import Outside
from functions.web.room import Room
from functions.world import world


def _outside() -> Outside:
    return Outside(world().site, world().uploads, world().token)


room = Room(_outside)


def office_of(office: str) -> Office:
    """The office that an address names."""
    if office not in all_offices():
        raise NotFound
    return all_offices()[office]
