"""Somebody is appointed to an office's staff, or their roles or activity change (operators)."""

from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from functions.core.answers import line, mailbox
from functions.core.facts import Officer
from functions.core.sop import HEAD
from functions.offices import all_offices
from functions.sops import all_sops
from functions.world import world


def _one_line(text: str) -> str:
    return line(text, 100)


class Appointment(BaseModel):
    """An officer as an operator writes one; office and roles must exist."""

    model_config = ConfigDict(extra="forbid")
    id: Annotated[str, Field(pattern=r"^[a-z0-9.-]{1,40}$")]
    office: str
    name: Annotated[str, Field(min_length=1), AfterValidator(_one_line)]
    email: Annotated[str, AfterValidator(mailbox)]
    roles: tuple[str, ...]
    active: bool = True

    @model_validator(mode="after")
    def _exists(self) -> Self:
        if self.office not in all_offices():
            raise ValueError(f"there is no office {self.office!r}")
        sops = (sop for sop in all_sops().values() if sop.office == self.office)
        if unknown := set(self.roles) - {HEAD, *(role for sop in sops for role in sop.roles)}:
            raise ValueError(f"{self.office} has no role {sorted(unknown)}")
        return self


def handler(event: dict[str, Any], context: Any) -> None:
    """`event`: the fields of an Appointment."""
    world().staff.appoint(Officer(**Appointment.model_validate(event).model_dump()))
