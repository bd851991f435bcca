"""A cover ends before its time: the role is whose it was, from today on."""

from dataclasses import replace
from datetime import date

from functions.core.errors import NotAllowed, NotFound
from functions.core.officer import Cover, Officer, names_of
from functions.verify.rights import today
from functions.verify.room import room, signed_in
from functions.verify.staff.forms import STAFF
from functions.verify.staff.keeping import enter, keeps, member
from functions.verify.staff.words import stood_in
from functions.web.answer import View
from functions.web.body import Command
from functions.world import world


class Wish(Command):
    """Nothing more than the wish to end it."""


class EndPage(View):
    page = "cover-end.html"
    action: str
    who: str
    cover: str


@room.page("/staf/orang/<officer>/akhiri/<cover>")
def ending(officer: str, cover: str) -> EndPage:
    by = signed_in()
    deputy = member(by.office, officer)
    found = _lasting(deputy, cover)
    if found is None:
        raise NotFound
    _demand_may_end(by, found)
    names = names_of(world().staff.everybody(by.office))
    return EndPage(
        office=by.office,
        action=f"/staf/orang/{officer}/akhiri/{cover}",
        who=deputy.name,
        cover=stood_in(by.office, found, names),
    )


@ending.accepts(Wish)
def ended(said: Wish, officer: str, cover: str) -> str:
    """A cover that is over already stays so."""
    by = signed_in()
    deputy = member(by.office, officer)
    found = _lasting(deputy, cover)
    if found:
        _demand_may_end(by, found)
        enter(by, *_taken_back(deputy, found))
    return STAFF


def _taken_back(deputy: Officer, cover: Cover) -> list[tuple[Officer | None, Officer]]:
    day = today(deputy.office)
    lines = [(deputy, replace(deputy, covers=_without(deputy.covers, cover, day)))]
    if cover.officer:
        holder = member(deputy.office, cover.officer)
        mirrored = replace(cover, officer=deputy.id)
        lines.append((holder, replace(holder, lent=_without(holder.lent, mirrored, day))))
    return [*lines]


def _without(covers: tuple[Cover, ...], cover: Cover, day: date) -> tuple[Cover, ...]:
    """It ended the day before; what had not begun by then never was."""
    left = (kept.ended(day) if kept == cover else kept for kept in covers)
    return tuple(kept for kept in left if kept)


def _lasting(deputy: Officer, name: str) -> Cover | None:
    """The cover that an address names, if it lasts or is to come."""
    day = today(deputy.office)
    found = (c for c in deputy.covers if f"{c.role}.{c.since}" == name and c.until >= day)
    return next(found, None)


def _demand_may_end(by: Officer, cover: Cover) -> None:
    if by.id != cover.officer and not keeps(by):
        raise NotAllowed
