"""One line of the directory: somebody new, or an officer whose line is changed."""

from dataclasses import replace
from typing import Annotated, Literal

from pydantic import AfterValidator

from functions.core.answers import line, mailbox
from functions.core.errors import Invalid, NotAllowed
from functions.core.officer import Officer
from functions.verify.appoint import out_of_order
from functions.verify.room import room
from functions.verify.staff.forms import STAFF, LastDay, Tick, Ticked, ticks
from functions.verify.staff.keeping import enter, keeper, member
from functions.web.answer import View
from functions.web.titles import assignable
from functions.world import world

NAMELESS = "Tulis nama lengkap."
OWN = "Alamat, peran, masa berlaku SK, dan keaktifan Anda sendiri diubah pengelola lain."


def _full_name(text: str) -> str:
    if not (name := line(text, 100)):
        raise ValueError(NAMELESS)
    return name


class Newcomer(Ticked):
    """`until`: the last day of the decree (SK) that appoints them."""

    name: Annotated[str, AfterValidator(_full_name)]
    email: Annotated[str, AfterValidator(mailbox)]
    until: LastDay = None


class Line(Newcomer):
    active: Literal["ya", ""] = ""


class PersonPage(View):
    """`id`: "" of somebody new; `own`: whether it is the reader's own line."""

    page = "officer.html"
    id: str = ""
    name: str = ""
    email: str = ""
    roles: list[Tick]
    until: str = ""
    active: bool = True
    own: bool = False


@room.page("/staf/baru")
def somebody_new() -> PersonPage:
    office = keeper().office
    return PersonPage(office=office, roles=ticks(assignable(office)))


@somebody_new.accepts(Newcomer)
def added(said: Newcomer) -> str:
    by = keeper()
    roles = said.roles(assignable(by.office))
    wanted = Officer("", by.office, said.name, said.email, roles, until=said.until)
    if not any(_same(kept, wanted) for kept in world().staff.everybody(by.office)):
        _enter(by, None, replace(wanted, id=_id(wanted)))
    return STAFF


@room.page("/staf/orang/<officer>")
def person(officer: str) -> PersonPage:
    by = keeper()
    shown = member(by.office, officer)
    return PersonPage(
        office=by.office,
        id=shown.id,
        name=shown.name,
        email=shown.email,
        roles=ticks(assignable(by.office), shown.roles),
        until=shown.until.isoformat() if shown.until else "",
        active=shown.active,
        own=shown.id == by.id,
    )


@person.accepts(Line)
def changed(said: Line, officer: str) -> str:
    by = keeper()
    before = member(by.office, officer)
    roles = said.roles(assignable(by.office))
    bound = replace(
        before,
        email=said.email,
        roles=before.roles if {*roles} == {*before.roles} else roles,
        until=said.until,
        active=said.active == "ya",
    )
    if before.id == by.id and bound != before:
        raise NotAllowed(OWN)
    _enter(by, before, replace(bound, name=said.name))
    return STAFF


def _same(kept: Officer, wanted: Officer) -> bool:
    """Whether it is the very line that is asked for: the same click, come twice."""
    asked = replace(wanted, id=kept.id, standing=kept.standing, covers=kept.covers, lent=kept.lent)
    return kept == asked


def _id(wanted: Officer) -> str:
    """Of somebody new: it tells nothing of them, and two clicks at once make one."""
    place = len(world().staff.everybody(wanted.office))
    seed = f"{wanted.office}/{wanted.email}/{place}"
    return f"p-{world().fingerprints.of('officer', seed)[:10].lower()}"


def _enter(by: Officer, before: Officer | None, after: Officer) -> None:
    if before == after:
        return
    if problems := out_of_order(after):
        raise Invalid(problems)
    enter(by, (before, after))
