"""The directory of an office's staff: who is who, until when, in whose stead, and who said so."""

from collections.abc import Iterable
from datetime import date, datetime

from pydantic import BaseModel

from functions.core.officer import Officer, names_of
from functions.core.staff import Appointed
from functions.verify.rights import today
from functions.verify.room import room, signed_in
from functions.verify.staff.keeping import keeps
from functions.verify.staff.mailbox import unreachable
from functions.verify.staff.words import Names, changes, decree, lent, stood_in
from functions.web.answer import View
from functions.web.titles import title
from functions.world import world

NEWEST = 50


class Ending(BaseModel):
    """A cover that lasts or is to come; `href`: where it is ended, for whoever may."""

    text: str
    href: str


class Person(BaseModel):
    """`state`: of the decree, in words, `tone`: in colour; `away`: which roles others have;
    `unreachable`: mail to them came back, as keepers see."""

    id: str
    name: str
    email: str
    roles: list[str]
    until: date | None
    state: str
    tone: str
    covers: list[Ending]
    away: list[str]
    unreachable: bool


class Change(BaseModel):
    at: datetime
    by: str
    whom: str
    what: str


class Directory(View):
    page = "staff.html"
    people: list[Person]
    changes: list[Change]
    keeps: bool


@room.page("/staf")
def directory() -> Directory:
    officer = signed_in()
    staff = world().staff.everybody(officer.office)
    names = names_of(staff)
    told = world().staff.appointments(officer.office)[:NEWEST]
    return Directory(
        office=officer.office,
        people=[_person(o, names, officer) for o in _in_order(staff)],
        changes=[_change(officer.office, line, names) for line in told],
        keeps=keeps(officer),
    )


def _in_order(staff: Iterable[Officer]) -> list[Officer]:
    return sorted(staff, key=lambda o: (not o.active, o.name.casefold()))


def _person(of: Officer, names: Names, reader: Officer) -> Person:
    day = today(of.office)
    state, tone = decree(of, day)
    return Person(
        id=of.id,
        name=of.name,
        email=of.email,
        roles=[title(of.office, role) for role in of.roles],
        until=of.until,
        state=state,
        tone=tone,
        covers=_covers(of, names, reader, day),
        away=[lent(of.office, c, names) for c in of.lent if c.until >= day],
        unreachable=keeps(reader) and unreachable(of),
    )


def _covers(of: Officer, names: Names, reader: Officer, day: date) -> list[Ending]:
    ends = keeps(reader)
    return [
        Ending(
            text=stood_in(of.office, cover, names),
            href=f"/staf/orang/{of.id}/akhiri/{cover.role}.{cover.since}"
            if ends or cover.officer == reader.id
            else "",
        )
        for cover in of.covers
        if cover.until >= day
    ]


def _change(office: str, told: Appointed, names: Names) -> Change:
    return Change(
        at=told.at,
        by=names.get(told.by, told.by) or "operator",
        whom=names.get(told.officer, told.officer),
        what=changes(office, told, names),
    )
