"""What an SOP asks for: the fields of its form, and the documents."""

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict

Variant = Mapping[str, str]
"""Answers under which something applies; a label, never an expression."""

FieldType = Literal["text", "email", "phone", "nik", "npwp", "nib", "date", "choice", "address"]


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Option(Frozen):
    value: str
    label: str
    hint: str = ""


class FormField(Frozen):
    """One thing that is asked; `only` names the answers under which it is."""

    id: str
    label: str
    type: FieldType
    hint: str = ""
    optional: bool = False
    options: tuple[Option, ...] = ()
    only: Variant = {}

    def said(self, value: str) -> str:
        """An answer in words."""
        return next((o.label for o in self.options if o.value == value), value)


class Section(Frozen):
    """One page of the form."""

    id: str
    title: str
    fields: tuple[FormField, ...]

    def asked(self, answers: Mapping[str, str]) -> tuple[FormField, ...]:
        return tuple(f for f in self.fields if applies(f.only, answers))


class Requirement(Frozen):
    """A document asked for; `scan` names the way in which a scan of it is uploaded."""

    id: str
    name: str
    only: Variant = {}
    scan: Variant = {}


class Way(Frozen):
    """A way to be served that the applicant chooses; its id is the step's outcome."""

    id: str
    label: str
    hint: str = ""


def applies(only: Variant, answers: Mapping[str, str]) -> bool:
    return all(answers.get(name) == value for name, value in only.items())
