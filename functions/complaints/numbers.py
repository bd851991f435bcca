"""How the offices hear complaints, in figures for everybody to read."""

from collections.abc import Mapping
from functools import lru_cache

from pydantic import BaseModel

from functions.complaints.room import office_of, room
from functions.core.backlog import Backlog, backlog, waiting
from functions.core.cards import tally_of
from functions.core.errors import NotFound
from functions.core.grievance import WHAT
from functions.core.hearings import KINDS, Hearings, hearings
from functions.core.month import demand_month, month_before, month_in_words, month_of
from functions.core.office import Office
from functions.core.sop import Sop
from functions.offices import all_offices
from functions.sops import all_sops, hearing
from functions.web.answer import View
from functions.world import World, world

KEPT = 600
"""For how many seconds one look at the ledger is good enough."""
SHOWN = 12
UNNAMED = "Lainnya"


class Hearing(BaseModel):
    """An office that hears complaints."""

    id: str
    name: str


class Hearers(View):
    page = "complaint-numbers-offices.html"
    offices: list[Hearing]


class Month(BaseModel):
    """One line of the year; `rerouted`: those shown another way, by an officer or on a page."""

    id: str
    title: str
    received: int
    answered: int
    in_time: int
    late: int
    objections: int
    rerouted: int


class Year(View):
    """The months before this one, and this one so far. `waiting`: what waits for the office's
    answer now, and `late`: past its due time."""

    page = "complaint-numbers.html"
    waiting: int
    late: int
    months: list[Month]


class Rerouted(BaseModel):
    """How often an answer card was chosen on the page, and given by an officer."""

    label: str
    chosen: int
    given: int


class InMonth(View):
    """`received`: by what each said that it is."""

    page = "complaint-numbers-month.html"
    title: str
    before: str
    month: Month
    received: dict[str, int]
    cards: list[Rerouted]


@room.page("/pengaduan/angka")
def hearers() -> Hearers:
    """The offices whose figures are to be seen."""
    return Hearers(offices=[Hearing(id=o.id, name=o.name) for o in all_offices().values()])


@room.page("/pengaduan/angka/<office>")
def year(office: str) -> Year:
    """The last twelve months."""
    known = office_of(office)
    months = [month_of(known, world().now())]
    while len(months) < SHOWN:
        months.append(month_before(months[-1]))
    due = _waits(world(), known.id, _slot())
    return Year(
        office=known.id,
        waiting=due.waiting,
        late=due.late,
        months=[_month(known, month) for month in months],
    )


@room.page("/pengaduan/angka/<office>/<month>")
def in_month(office: str, month: str) -> InMonth:
    """One month, such as 2026-11."""
    known, asked = office_of(office), demand_month(month)
    if asked > month_of(known, world().now()):
        raise NotFound
    sop, found = hearing(known.id), _found(known, asked)
    return InMonth(
        office=known.id,
        title=month_in_words(asked),
        before=month_before(asked),
        month=_month(known, asked),
        received=_named(found.received, sop),
        cards=_cards(sop, found.rerouted, _chosen(known, asked)),
    )


def _month(office: Office, month: str) -> Month:
    found, chosen = _found(office, month), _chosen(office, month)
    return Month(
        id=month,
        title=month_in_words(month),
        received=found.count,
        answered=found.answered,
        in_time=found.in_time,
        late=found.late,
        objections=found.objections,
        rerouted=sum(found.rerouted.values()) + sum(chosen.values()),
    )


def _named(received: Mapping[str, int], sop: Sop) -> dict[str, int]:
    """In the form's own words and order."""
    asked = next(field for field in sop.fields({}) if field.id == WHAT)
    counted = {option.label: received.get(option.value, 0) for option in asked.options}
    left = sum(received.values()) - sum(counted.values())
    return {**counted, UNNAMED: left} if left else counted


def _cards(sop: Sop, given: Mapping[str, int], chosen: Mapping[str, int]) -> list[Rerouted]:
    return [
        Rerouted(label=c.label, chosen=chosen.get(c.id, 0), given=given.get(c.id, 0))
        for c in sop.cards
    ]


def _found(office: Office, month: str) -> Hearings:
    return _looked_up(world(), office.id, month, _slot())


def _chosen(office: Office, month: str) -> Mapping[str, int]:
    """The cards that people chose on the page before they complained."""
    return _counted(world(), office.id, month, _slot())


def _slot() -> int:
    return int(world().now().timestamp()) // KEPT


@lru_cache(maxsize=256)
def _looked_up(outside: World, office: str, month: str, slot: int) -> Hearings:
    return hearings(outside.cases.ledger(office, month, *KINDS), all_sops())


@lru_cache(maxsize=256)
def _waits(outside: World, office: str, slot: int) -> Backlog:
    """The complaints that the office has; a call to be made is none."""
    sop = hearing(office)
    roles = [role for role in sop.roles if role != sop.applicant]
    lines = waiting(outside.cases, office, roles)
    heard = (line for line in lines if all_sops()[line.sop].hears and not line.is_call)
    return backlog("", heard, outside.now())


@lru_cache(maxsize=256)
def _counted(outside: World, office: str, month: str, slot: int) -> Mapping[str, int]:
    return outside.counters.all(tally_of(office, month))
