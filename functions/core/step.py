"""A step of an SOP, and the paper's rows that are done in it."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, GetPydanticSchema, PlainSerializer, WithJsonSchema
from pydantic_core import core_schema

from functions.core.clock import SPAN, Span
from functions.core.form import Frozen, Variant
from functions.core.kinds import KINDS, Kind


def _span_schema(source: Any, handler: Any) -> core_schema.CoreSchema:
    return core_schema.no_info_plain_validator_function(
        lambda text: text if isinstance(text, Span) else Span.parse(text)
    )


SpanText = Annotated[
    Span,
    GetPydanticSchema(_span_schema),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "pattern": f"^{SPAN}$"}),
]


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

    `helper`: the role that may do for the applicant what is the applicant's to do.
    `expires`: after how long an applicant who does not answer loses the case, or an officer whom
    nothing else gives a time is late.
    `reminders`: when, after the step began, the applicant is reminded.
    `promise`: within which time of the opening the step's first letter must leave.
    `instructions`: what a disposition usually says, to be given by one tap.
    `capacities`: as what the officer may act, to be chosen.
    `advice`: what the applicant is told along with the step's letter.
    """

    id: str
    kind: str
    title: str
    by: str
    helper: str = ""
    rows: tuple[Row, ...] = ()
    next: Mapping[str, str] = Field(min_length=1)
    expires: SpanText = Span(30, "hari")
    reminders: tuple[SpanText, ...] = ()
    promise: SpanText | None = None
    instructions: tuple[str, ...] = ()
    capacities: tuple[str, ...] = ()
    advice: str = ""

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
        """Whoever has a part in it."""
        return frozenset({self.by, self.helper, *(r.by for r in self.rows)} - {""})
