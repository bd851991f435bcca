"""Somebody is appointed to an office's staff, or their roles, validity or activity change."""

from dataclasses import replace
from datetime import date
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from functions.core.answers import line, mailbox
from functions.core.chronicle import MACHINERY
from functions.core.errors import NotAllowed
from functions.core.officer import Officer
from functions.core.roster import faults
from functions.core.staff import appointed, moved
from functions.offices import all_offices
from functions.sops import duties_of
from functions.web.titles import assignable
from functions.world import world


def _one_line(text: str) -> str:
    return line(text, 100)


class Appointment(BaseModel):
    """An officer as an operator writes one; office and roles must exist.

    `until`: the last day of the decree (SK). `seed`: only if there is nobody of this id yet, so
    that a deployment undoes no change.
    """

    model_config = ConfigDict(extra="forbid")
    id: Annotated[str, Field(pattern=r"^[a-z0-9.-]{1,40}$")]
    office: str
    name: Annotated[str, Field(min_length=1), AfterValidator(_one_line)]
    email: Annotated[str, AfterValidator(mailbox)]
    roles: tuple[str, ...]
    active: bool = True
    until: date | None = None
    seed: bool = False

    @model_validator(mode="after")
    def _exists(self) -> Self:
        if self.office not in all_offices():
            raise ValueError(f"there is no office {self.office!r}")
        if unknown := set(self.roles) - set(assignable(self.office)):
            raise ValueError(f"{self.office} has no role {sorted(unknown)}")
        if self.id in {MACHINERY, *taken_ids(self.office)}:
            raise ValueError(f"{self.id!r} is no id of a person")
        return self

    def line(self, before: Officer | None) -> Officer:
        """In the directory; covers stay as they are."""
        base = before or Officer(self.id, self.office, self.name, self.email, self.roles)
        return replace(base, **self.model_dump(exclude={"id", "office", "seed"}))


def known(office: str, officer_id: str) -> Officer | None:
    try:
        return world().staff.presence(office, officer_id).officer
    except NotAllowed:
        return None


def taken_ids(office: str) -> set[str]:
    """What history takes for a role: nobody may be called so."""
    roles = {role for sop in duties_of(office) for role in sop.roles}
    return roles | {*assignable(office)}


def out_of_order(after: Officer) -> dict[str, str]:
    """What is wrong with a line among all the others, by field; "" if nobody keeps the staff."""
    every = {office: world().staff.everybody(office) for office in all_offices()}
    colleagues = [o for o in every.pop(after.office) if o.id != after.id]
    elsewhere = [o for staff in every.values() for o in staff]
    today = all_offices()[after.office].today(world().now())
    return faults(after, colleagues, elsewhere, today)


def handler(event: dict[str, Any], context: Any) -> dict[str, str]:
    """`event`: the fields of an Appointment; says what became of the officer."""
    order = Appointment.model_validate(event)
    before = known(order.office, order.id)
    officer = order.line(before)
    if before and (order.seed or officer == before):
        return {"officer": "tetap"}
    if problems := {k: v for k, v in out_of_order(officer).items() if k}:
        raise ValueError(f"{order.id}: {problems}")
    now = world().now()
    after, letters = moved(before, officer)
    world().staff.appoint([after], [appointed(before, after, "", now)], letters=letters)
    return {"officer": "diubah" if before else "ditambahkan"}
