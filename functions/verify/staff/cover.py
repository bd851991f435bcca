"""Leave cover: a colleague stands in for whoever is away (Plh.), or in a vacant post (Plt.)."""

from collections.abc import Iterable
from datetime import date

from functions.core.cover import Stint
from functions.core.errors import Invalid
from functions.core.form import Option
from functions.core.officer import Officer
from functions.verify.rights import today
from functions.verify.room import room
from functions.verify.staff.forms import STAFF, Day, Tick, Ticked, ticks
from functions.verify.staff.keeping import enter, keeper, member
from functions.web.answer import View
from functions.web.body import Command
from functions.web.titles import assignable, title
from functions.world import world

NOBODY = "Pilih rekan yang menggantikan."
NO_ROLE = "Pilih paling sedikit satu peran."
ONE_ROLE = "Pilih salah satu peran."
OWN = "Penggantian oleh Anda sendiri ditetapkan pengelola lain."


class Days(Command):
    """`officer`: the colleague who stands in, by their id; from the first day to the last."""

    officer: str = ""
    since: Day
    until: Day


class Filling(Days):
    """`role`: of a vacant post."""

    role: str = ""


class Lending(Ticked, Days):
    """The roles of whoever is away that the colleague has meanwhile."""


class CoverPage(View):
    """`away`: who is, "" for a vacant post; `roles`: theirs, `posts`: the office's."""

    page = "cover.html"
    action: str
    away: str = ""
    roles: list[Tick] = []
    posts: list[Option] = []
    colleagues: list[Option]
    today: date


@room.page("/staf/orang/<officer>/penggantian")
def lending(officer: str) -> CoverPage:
    by = keeper()
    away = member(by.office, officer)
    return CoverPage(
        office=by.office,
        action=f"/staf/orang/{officer}/penggantian",
        away=away.name,
        roles=ticks({role: title(by.office, role) for role in away.roles}, away.roles),
        colleagues=_colleagues(by, officer),
        today=today(by.office),
    )


@lending.accepts(Lending)
def lent(said: Lending, officer: str) -> str:
    by = keeper()
    away = member(by.office, officer)
    roles = said.roles(away.roles)
    if not roles:
        raise Invalid({"role": NO_ROLE})
    stint = _stint(said, by, officer)
    if not _is_set(stint, roles, away.id):
        holder, deputy = stint.of(away, roles, today(by.office))
        enter(by, (away, holder), (stint.colleague, deputy))
    return STAFF


@room.page("/staf/penggantian")
def filling() -> CoverPage:
    by = keeper()
    return CoverPage(
        office=by.office,
        action="/staf/penggantian",
        posts=[Option(value=role, label=label) for role, label in assignable(by.office).items()],
        colleagues=_colleagues(by),
        today=today(by.office),
    )


@filling.accepts(Filling)
def filled(said: Filling) -> str:
    by = keeper()
    if said.role not in assignable(by.office):
        raise Invalid({"role": ONE_ROLE})
    stint = _stint(said, by)
    if not _is_set(stint, [said.role], ""):
        staff = world().staff.everybody(by.office)
        enter(by, (stint.colleague, stint.vacant(said.role, staff, today(by.office))))
    return STAFF


def _colleagues(by: Officer, away: str = "") -> list[Option]:
    """Who may stand in: whoever serves, but neither the absent nor whoever decides it."""
    day = today(by.office)
    staff = (o for o in world().staff.everybody(by.office) if o.serves(day))
    return [Option(value=o.id, label=o.name) for o in staff if o.id not in {away, by.id}]


def _stint(said: Days, by: Officer, away: str = "") -> Stint:
    if said.officer == by.id:
        raise Invalid({"officer": OWN})
    if said.officer not in {option.value for option in _colleagues(by, away)}:
        raise Invalid({"officer": NOBODY})
    return Stint(member(by.office, said.officer), said.since, said.until)


def _is_set(stint: Stint, roles: Iterable[str], away: str) -> bool:
    """Whether just this was asked for before: the same click, come twice."""
    kept = {
        c.role
        for c in stint.colleague.covers
        if (c.since, c.until, c.officer) == (stint.since, stint.until, away)
    }
    return {*roles} <= kept
