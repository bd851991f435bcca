"""What the directory's forms have in common: days, and roles to be ticked."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, model_validator

from functions.core.errors import Invalid
from functions.core.when import day
from functions.web.body import Command, folded

STAFF = "/staf"
FIELD = "role."


def _day(text: object) -> date:
    return day(str(text))


def _last_day(text: object) -> date | None:
    return None if text == "" else _day(text)


Day = Annotated[date, BeforeValidator(_day)]
LastDay = Annotated[date | None, BeforeValidator(_last_day)]
"""Of something that may have no end: then ""."""


class Tick(BaseModel):
    id: str
    label: str
    ticked: bool


class Ticked(Command):
    """`role`: each role that is ticked, with "ya"; as a form, `role.ROLE`."""

    role: dict[str, Literal["ya"]] = {}

    @model_validator(mode="before")
    @classmethod
    def _gather(cls, fields: Any) -> Any:
        return folded(fields, "role", "role")

    def roles(self, known: Iterable[str]) -> tuple[str, ...]:
        """Those that are ticked, in the order of those there are."""
        there = list(known)
        if unknown := self.role.keys() - {*there}:
            raise Invalid({f"{FIELD}{role}": "Isian ini tidak dikenal." for role in unknown})
        return tuple(role for role in there if role in self.role)


def ticks(titles: Mapping[str, str], ticked: Iterable[str] = ()) -> list[Tick]:
    marked = {*ticked}
    return [Tick(id=f"{FIELD}{r}", label=label, ticked=r in marked) for r, label in titles.items()]
