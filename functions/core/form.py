"""What an SOP asks for: the fields of its form, and the documents."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from functions.core.dates import calendar_day

Variant = Mapping[str, str]
"""Answers under which something applies; a label, never an expression."""

FieldType = Literal[
    "text", "email", "phone", "nik", "nip", "npwp", "nib", "user-id", "date", "expiry", "choice",
    "address", "story", "case", "cases",
]  # fmt: skip


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Option(Frozen):
    value: str
    label: str
    hint: str = ""


class FormField(Frozen):
    """One thing that is asked; `only` names the answers under which it is, `basis` the rule."""

    id: str
    label: str
    type: FieldType
    hint: str = ""
    basis: str = ""
    optional: bool = False
    options: tuple[Option, ...] = ()
    only: Variant = {}

    def said(self, value: str) -> str:
        """An answer in words."""
        if self.type in {"date", "expiry"} and value:
            return calendar_day(date.fromisoformat(value))
        return next((o.label for o in self.options if o.value == value), value)


class Section(Frozen):
    """One page of the form."""

    id: str
    title: str
    fields: tuple[FormField, ...]

    def asked(self, answers: Mapping[str, str]) -> tuple[FormField, ...]:
        return tuple(f for f in self.fields if applies(f.only, answers))


class Requirement(Frozen):
    """A document asked for.

    `scan`: whether a scan of it is uploaded: always, or under these answers; else it is brought
    along. `filled`: Loket fills it in, to be printed and signed. `implied`: whoever
    applies has met it. `basis`: the rule behind it.
    """

    id: str
    name: str
    hint: str = ""
    basis: str = ""
    only: Variant = {}
    scan: bool | Variant = False
    filled: bool = False
    implied: bool = False

    def scanned(self, answers: Mapping[str, str]) -> bool:
        return self.scan if isinstance(self.scan, bool) else applies(self.scan, answers)


class Way(Frozen):
    """A way to be served that the applicant chooses; its id is the step's outcome.

    `remote`: the officer sees the applicant on a screen, so that scans and evidence are needed.
    `then`: what the applicant does after sending.
    """

    id: str
    label: str
    hint: str = ""
    remote: bool = False
    then: str = ""


def applies(only: Variant, answers: Mapping[str, str]) -> bool:
    return all(answers.get(name) == value for name, value in only.items())


def condition(only: Variant, fields: Iterable[FormField]) -> str:
    """The answers under which something is asked, in words; "" if it always is."""
    known = {f.id: f for f in fields}
    asked = ((known[name], value) for name, value in only.items())
    return ", ".join(f"{field.label.rstrip('?')}: {field.said(value)}" for field, value in asked)
