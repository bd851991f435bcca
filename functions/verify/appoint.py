"""Somebody is appointed to an office's staff, or their roles, validity or activity change."""

from dataclasses import replace
from datetime import date
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from functions.core.answers import line, mailbox
from functions.core.errors import NotAllowed
from functions.core.officer import Officer
from functions.core.staff import appointed
from functions.offices import all_offices
from functions.web.titles import assignable
from functions.world import world


def _one_line(text: str) -> str:
    return line(text, 100)


class Appointment(BaseModel):
    """An officer as an operator or an admin writes one; office and roles must exist.

    `until`: the last day of the decree (SK).
    """

    model_config = ConfigDict(extra="forbid")
    id: Annotated[str, Field(pattern=r"^[a-z0-9.-]{1,40}$")]
    office: str
    name: Annotated[str, Field(min_length=1), AfterValidator(_one_line)]
    email: Annotated[str, AfterValidator(mailbox)]
    roles: tuple[str, ...]
    active: bool = True
    until: date | None = None

    @model_validator(mode="after")
    def _exists(self) -> Self:
        if self.office not in all_offices():
            raise ValueError(f"there is no office {self.office!r}")
        if unknown := set(self.roles) - set(assignable(self.office)):
            raise ValueError(f"{self.office} has no role {sorted(unknown)}")
        return self

    @property
    def line(self) -> Officer:
        """In the directory; covers stay as they are."""
        before = known(self.office, self.id)
        base = before or Officer(self.id, self.office, self.name, self.email, self.roles)
        return replace(base, **self.model_dump(exclude={"id", "office"}))


class Order(Appointment):
    """`seed`: only if there is nobody of this id yet, so that a deployment undoes no change."""

    seed: bool = False


def known(office: str, officer_id: str) -> Officer | None:
    try:
        return world().staff.presence(office, officer_id).officer
    except NotAllowed:
        return None


def handler(event: dict[str, Any], context: Any) -> dict[str, str]:
    """`event`: the fields of an Order; says what became of the officer."""
    order = Order.model_validate(event)
    before = known(order.office, order.id)
    officer = Appointment.model_validate(order.model_dump(exclude={"seed"})).line
    if before and (order.seed or officer == before):
        return {"officer": "tetap"}
    now = world().now()
    world().staff.appoint([officer], [appointed(before, officer, "", now)])
    return {"officer": "diubah" if before else "ditambahkan"}
