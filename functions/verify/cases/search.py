"""Finding a case of the own office: by number, by name, by the numbers of its people, by its
mailbox. What is typed is in no address."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Annotated

from pydantic import AfterValidator, BaseModel

from functions.core.answers import line
from functions.core.case import Case
from functions.core.errors import Invalid, NotAllowed, NotFound
from functions.core.identity import unnumbered
from functions.core.number import tidy
from functions.core.officer import Officer
from functions.core.sameness import shared
from functions.core.search import sought
from functions.offices import all_offices
from functions.sops import sop_of
from functions.verify.cases.folder import address
from functions.verify.rights import demand_anothers, readers
from functions.verify.room import room, signed_in
from functions.web.answer import View
from functions.web.body import Command
from functions.web.views import standing
from functions.web.whatsapp import for_others
from functions.world import world

MOST = 20


def _one_line(text: str) -> str:
    return line(text, 100)


class Search(Command):
    """`what`: a number, words of a name, a NIK, NIP or NPWP, the last 4 or 6 digits of that, or the
    mailbox that it came from."""

    what: Annotated[str, AfterValidator(_one_line)]


class Found(BaseModel):
    """`turn`: who holds it now."""

    number: str
    href: str
    name: str
    service: str
    state: str
    tone: str
    turn: str


class Results(View):
    """`found` is none before anything was sought; `more`: that there are others."""

    page = "search.html"
    what: str = ""
    found: list[Found] | None = None
    more: bool = False


@room.page("/antrean/cari")
def search() -> Results:
    return Results(office=signed_in().office)


@search.accepts(Search)
def searched(said: Search) -> Results:
    officer = signed_in()
    numbers = _numbers(said.what, officer.office)
    cases = [*islice(_readable(numbers, officer), MOST + 1)]
    return Results(
        office=officer.office,
        what=said.what,
        found=[_found(case) for case in cases[:MOST]],
        more=len(cases) > MOST,
    )


def _numbers(what: str, office: str) -> list[str]:
    """The cases that hold all that is sought."""
    number = tidy(what)
    if number.startswith(f"{all_offices()[office].prefix}-"):
        return [number]
    try:
        values = sought(what)
    except ValueError as error:
        raise Invalid({"what": str(error)}) from None
    claims = [shared(value, office, world().fingerprints) for value in values]
    held = [{*world().cases.holding(claim.kind, claim.fingerprint)} for claim in claims]
    return sorted(set.intersection(*held))


def _readable(numbers: Iterable[str], officer: Officer) -> Iterator[Case]:
    """Those that there are, and that this officer may read."""
    for number in numbers:
        try:
            case = world().cases.get(number)
            demand_anothers(case, officer)
        except (NotFound, NotAllowed):
            continue
        if case.office == officer.office and readers(officer, sop_of(case)):
            yield case


def _found(case: Case) -> Found:
    sop = sop_of(case)
    stands = for_others(standing(case, sop))
    hand = case.here.hand.name if case.here and case.here.hand else ""
    return Found(
        number=case.id,
        href=address(case.id),
        name=unnumbered(sop.known_as(case.answers)),
        service=sop.service,
        state=stands.state,
        tone=stands.tone,
        turn=", ".join(filter(None, (stands.holder, hand))),
    )
