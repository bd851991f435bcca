"""How satisfied those are whom an office served: for everybody to read, and to print."""

from datetime import date
from functools import lru_cache

from pydantic import BaseModel

from functions.core.errors import NotFound
from functions.core.office import Office
from functions.core.period import Period, demand_period, quarter_before
from functions.core.satisfaction import Ballot, Figures, figures
from functions.core.tally import FEWEST, Tally, by_service, together
from functions.offices import all_offices
from functions.register.room import room
from functions.register.satisfaction_print import satisfaction_paper
from functions.sops import services_of
from functions.web.answer import View
from functions.web.download import PDF, Download
from functions.world import World, world


class Served(BaseModel):
    """An office whose figures are published."""

    id: str
    name: str


class Offices(View):
    page = "satisfaction-offices.html"
    offices: list[Served]


class Place(BaseModel):
    """Another period."""

    id: str
    title: str


class Satisfaction(View):
    """`figures`: none until the period is over, and of fewer people than `fewest`; `left`: answers
    that are not counted yet, as their months had too few. `services`: of each, where there are
    several."""

    page = "satisfaction.html"
    period: str
    title: str
    over_on: date
    is_over: bool
    fewest: int
    figures: Figures | None
    left: int
    services: dict[str, Figures | None]
    before: Place
    after: Place | None
    whole: Place | None
    parts: list[Place]


@room.page("/kepuasan")
def offices() -> Offices:
    """The offices whose figures are to be seen."""
    return Offices(offices=[Served(id=o.id, name=o.name) for o in all_offices().values()])


@room.page("/kepuasan/<office>")
def latest(office: str) -> Satisfaction:
    """The latest quarter that is over."""
    known = _office(office)
    return _satisfaction(known, quarter_before(_today(known)))


@room.page("/kepuasan/<office>/<period>")
def one_period(office: str, period: str) -> Satisfaction:
    """A year such as 2026, a half (2026-S1), a quarter (2026-T2) or a month (2026-11)."""
    return _satisfaction(_office(office), demand_period(period))


@room.download("/kepuasan/<office>/<period>/ikm.pdf")
def printed(office: str, period: str) -> Download:
    known, asked = _office(office), demand_period(period)
    tallies = _tallies(known, asked)
    whole = figures(together(tallies.values()).counted)
    if whole is None:
        raise NotFound
    paper = satisfaction_paper(known, asked.words, whole, _services(tallies))
    name = f"ikm-{known.id}-{asked.id}.pdf"
    return Download(name, PDF, world().press.pdf(paper), "max-age=3600")


def _office(id: str) -> Office:
    if id not in all_offices():
        raise NotFound
    return all_offices()[id]


def _today(office: Office) -> date:
    return office.today(world().now())


def _satisfaction(office: Office, period: Period) -> Satisfaction:
    today, tallies = _today(office), _tallies(office, period)
    found = together(tallies.values())
    return Satisfaction(
        office=office.id,
        period=period.id,
        title=period.words,
        over_on=period.over_on,
        is_over=period.over_on <= today,
        fewest=FEWEST,
        figures=figures(found.counted),
        left=len(found.left),
        services=_services(tallies),
        before=_place(period.before),
        after=_place(period.after) if period.over_on <= today else None,
        whole=_place(period.whole) if period.whole else None,
        parts=[_place(part) for part in period.parts],
    )


def _place(period: Period) -> Place:
    return Place(id=period.id, title=period.words)


def _services(tallies: dict[str, Tally]) -> dict[str, Figures | None]:
    """By name, if there are several."""
    named = {sop: figures(of.counted) for sop, of in tallies.items()}
    return named if len(named) > 1 else {}


def _tallies(office: Office, period: Period) -> dict[str, Tally]:
    """By service; empty until the period is over, or else one could watch a single answer come."""
    if period.over_on > _today(office):
        return {}
    services = {sop.id: sop.service for sop in services_of(office.id)}

    def month(of: Period) -> tuple[Ballot, ...]:
        return _ballots(world(), office.id, of.id)

    found = by_service(period, month, list(services))
    return {services[sop]: tally for sop, tally in found.items()}


@lru_cache(maxsize=64)
def _ballots(outside: World, office: str, month: str) -> tuple[Ballot, ...]:
    """Of a month that is over: nothing comes to it any more."""
    return outside.cases.ballots(office, month)
