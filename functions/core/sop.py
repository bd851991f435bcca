"""What an SOP is: the paper's table, as data that can be checked."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import Field, GetPydanticSchema, PlainSerializer, model_validator
from pydantic_core import core_schema

from functions.core.clock import Span
from functions.core.form import (
    FormField,
    Frozen,
    Option,
    Requirement,
    Section,
    Variant,
    Way,
    applies,
)
from functions.core.kinds import KINDS, Kind
from functions.core.soundness import faults


def _span_schema(source: Any, handler: Any) -> core_schema.CoreSchema:
    return core_schema.no_info_plain_validator_function(
        lambda text: text if isinstance(text, Span) else Span.parse(text)
    )


WAY = "cara"
SpanText = Annotated[Span, GetPydanticSchema(_span_schema), PlainSerializer(str)]


class Row(Frozen):
    """One row of the paper's table, word for word; `only` names the variant it belongs to.

    `label`: the row in few words, for pages.
    """

    no: int
    by: str
    label: str
    text: str
    needs: str = ""
    within: SpanText | None = None
    yields: str = ""
    note: str = ""
    only: Variant = {}


class Step(Frozen):
    """Rows done at one sitting; the workflow waits here once, for whoever is `by`.

    `expires`: after how long an applicant who does not answer loses the case.
    `reminders`: when, after the step began, the applicant is reminded.
    `promise`: within which time of the opening the step's first letter must leave.
    """

    id: str
    kind: str
    title: str
    by: str
    rows: tuple[Row, ...] = ()
    next: Mapping[str, str] = Field(min_length=1)
    expires: SpanText = Span(30, "hari")
    reminders: tuple[SpanText, ...] = ()
    promise: SpanText | None = None

    @property
    def kinds(self) -> Kind:
        return KINDS[self.kind]

    @property
    def within(self) -> Span | None:
        """The time that the paper gives its rows together (in minutes), if it gives any."""
        given = [r.within for r in self.rows if r.within]
        if len(given) == 1:
            return given[0]
        return Span(sum(s.amount for s in given), given[0].unit) if given else None

    @property
    def roles(self) -> frozenset[str]:
        return frozenset({self.by, *(r.by for r in self.rows)})


class Sop(Frozen):
    id: str
    revision: str
    number: str
    title: str
    service: str
    office: str
    product: str
    fee: str
    start: str
    applicant: str
    credential: Literal["sealed", "notice"]
    second_fact: str
    basis: tuple[str, ...] = ()
    qualifications: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    roles: Mapping[str, str]
    ways: tuple[Way, ...] = ()
    way_question: str = ""
    sections: tuple[Section, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    steps: tuple[Step, ...]

    @property
    def key(self) -> str:
        return f"{self.id}@{self.revision}"

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(r for s in self.steps for r in s.rows)

    def step(self, step_id: str) -> Step:
        return next(s for s in self.steps if s.id == step_id)

    def target(self, step_id: str, outcome: str) -> str:
        return self.step(step_id).next[outcome]

    @property
    def pages(self) -> tuple[Section, ...]:
        """The form's sections, and the choice of a way where there is one."""
        if not self.ways:
            return self.sections
        options = tuple(Option(value=w.id, label=w.label, hint=w.hint) for w in self.ways)
        asked = FormField(id=WAY, label=self.way_question, type="choice", options=options)
        return (*self.sections, Section(id=WAY, title="Cara verifikasi", fields=(asked,)))

    @property
    def names(self) -> dict[str, str]:
        """What documents and sections are called, by id."""
        return {r.id: r.name for r in self.requirements} | {s.id: s.title for s in self.pages}

    def section(self, section_id: str) -> Section | None:
        return next((s for s in self.pages if s.id == section_id), None)

    def fields(self, answers: Mapping[str, str]) -> tuple[FormField, ...]:
        """The fields asked of somebody who has answered `answers` so far."""
        return tuple(f for s in self.pages for f in s.asked(answers))

    def required(self, answers: Mapping[str, str]) -> tuple[Requirement, ...]:
        return tuple(r for r in self.requirements if applies(r.only, answers))

    def scanned(self, answers: Mapping[str, str]) -> tuple[Requirement, ...]:
        """The requirements of which the applicant uploads a scan."""
        return tuple(r for r in self.required(answers) if r.scan and applies(r.scan, answers))

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if found := faults(self):
            raise ValueError("; ".join(found))
        return self
