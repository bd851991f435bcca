"""Whoever complains asks for the erasure of it all: number and secret prove who asks."""

from contextlib import suppress

from functions.complaints.room import following, room
from functions.core.case import Case
from functions.core.errors import Taken
from functions.core.opening import open_case
from functions.core.own_data import ERASURE, SORT, STORY, Asking
from functions.core.retention import retention_words
from functions.offices import all_offices
from functions.sops import granting
from functions.web.answer import View
from functions.web.body import Command
from functions.web.following import HOME
from functions.web.own_requests import Asked, requests_about
from functions.world import world

HERE = f"{HOME}/data-pribadi"


class Erasing(Command):
    """`uraian`: why."""

    uraian: str = ""


class OwnData(View):
    """`kept`: how long, by how the complaint ends; `within`: in which time a request is met."""

    page = "complaint-own-data.html"
    back: str = HOME
    number: str
    kept: list[str]
    within: str
    requests: list[Asked]


@room.page(HERE)
def own_data() -> OwnData:
    case, sop = following()
    rights = granting(case.office)
    return OwnData(
        office=case.office,
        number=case.id,
        kept=list(retention_words(sop)),
        within=", ".join(str(step.within) for step in rights.steps if step.within),
        requests=requests_about(case, rights, world().cases, world().fingerprints),
    )


@own_data.accepts(Erasing)
def asked(said: Erasing) -> str:
    """Open a request, unless it is open already."""
    case, _ = following()
    office, rights, now = all_offices()[case.office], granting(case.office), world().now()
    given = {SORT: ERASURE, STORY: said.uraian}
    asking = Asking.by_link(rights, case, (), given, office.today(now))

    def made(number: str) -> Case:
        return asking.opened(number, world().fingerprints, now)

    with suppress(Taken):
        open_case(world().cases, office.prefix, world().pick, made)
    return HERE
