"""The rights of whom the data are about (UU 27/2022): what is held, and requests about it."""

from contextlib import suppress

from pydantic import ConfigDict

from functions.core.answers import MOST_CASES
from functions.core.case import Case
from functions.core.errors import NotFound, Taken
from functions.core.form import FormField
from functions.core.opening import open_case
from functions.core.own_data import Asking, asked_of
from functions.core.retention import retention_words
from functions.core.sameness import shared
from functions.core.search import SENDER
from functions.core.sop import Sop
from functions.offices import all_offices
from functions.register.room import applicant, room, today
from functions.sops import granting
from functions.web.answer import View
from functions.web.body import Command
from functions.web.own_data import Kind, held
from functions.web.own_requests import Asked, requests_about
from functions.world import world


class Request(Command):
    """The answers to what the office's SOP for such requests asks; text each."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, str]


class OwnData(View):
    """`kept`: how long, by how the case ends; `within`: in which time a request is met; `others`:
    cases of the same mailbox, that are copied along."""

    page = "own-data.html"
    base: str
    number: str
    service: str
    kinds: list[Kind]
    kept: list[str]
    others: list[str]
    within: str
    fields: list[FormField]
    requests: list[Asked]


@room.page("/p/<token>/data-pribadi")
def own_data(token: str) -> OwnData:
    case, sop = _concerned(token)
    office, rights = all_offices()[case.office], granting(case.office)
    return OwnData(
        office=case.office,
        base=f"/p/{token}",
        number=case.id,
        service=sop.service,
        kinds=[part.kind for part in held(case, sop, office)],
        kept=list(retention_words(sop)),
        others=[other.id for other in _others(case)],
        within=", ".join(str(step.within) for step in rights.steps if step.within),
        fields=list(asked_of(rights)),
        requests=requests_about(case, rights, world().cases, world().fingerprints),
    )


@own_data.accepts(Request)
def asked(said: Request, token: str) -> str:
    """Open a request, unless the same one is open already."""
    case, _ = _concerned(token)
    rights = granting(case.office)
    given = dict(said.__pydantic_extra__ or {})
    asking = Asking.by_link(rights, case, _others(case), given, today(case))

    def made(number: str) -> Case:
        return asking.opened(number, world().fingerprints, world().now())

    with suppress(Taken):
        open_case(world().cases, all_offices()[case.office].prefix, world().pick, made)
    return f"/p/{token}/data-pribadi"


def _concerned(token: str) -> tuple[Case, Sop]:
    case, sop = applicant(token)
    if not sop.serves:
        raise NotFound
    return case, sop


def _others(case: Case) -> tuple[Case, ...]:
    """What else came from this mailbox, the newest: whoever has the one link has those too."""
    claim = shared((SENDER, case.email.casefold()), case.office, world().fingerprints)
    numbers = {*world().cases.holding(claim.kind, claim.fingerprint)} - {case.id}
    found = [world().cases.get(number) for number in numbers]
    theirs = [other for other in found if other.email == case.email]
    newest = sorted(theirs, key=lambda other: other.opened_at, reverse=True)
    return tuple(newest[: MOST_CASES - 1])
