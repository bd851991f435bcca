"""How grave a complaint is, and how soon each grade is to be answered: an office's own data."""

from typing import Self

from pydantic import Field, model_validator

from functions.core.clock import Span
from functions.core.form import Frozen
from functions.core.step import SpanText


class Grade(Frozen):
    """`within`: the time for the answer, from when the complaint came in."""

    id: str
    label: str
    within: SpanText
    hint: str = ""


USUAL = (
    Grade(id="ringan", label="Ringan", within=Span(3, "jam"),
          hint="Dapat dijawab seketika: informasi, tata cara, gangguan kecil"),
    Grade(id="normatif", label="Normatif", within=Span(5, "hari kerja"),
          hint="Dijawab berdasarkan aturan atau data yang ada"),
    Grade(id="sedang", label="Tanpa kadar pengawasan", within=Span(14, "hari"),
          hint="Perlu penelusuran atau koordinasi dengan unit lain"),
    Grade(id="berat", label="Berkadar pengawasan", within=Span(60, "hari"),
          hint="Dugaan pelanggaran oleh petugas"),
)  # fmt: skip
"""The published standard of one LPSE (Kalimantan Barat); 5, 14 and 60 days are SP4N-LAPOR's too.
Where that leaves open which days, they are those of the calendar."""


class Complaints(Frozen):
    """How an office hears complaints.

    `mailbox`: where complaints by e-mail arrive, if Loket reads them. `objection`: within which
    time after the answer the complainant may object; `reopen`: after the end, ask again.
    """

    mailbox: str = ""
    objection: SpanText = Span(14, "hari")
    reopen: SpanText = Span(30, "hari")
    grades: tuple[Grade, ...] = Field(default=USUAL, min_length=1)

    def grade(self, grade_id: str) -> Grade | None:
        return next((g for g in self.grades if g.id == grade_id), None)

    @model_validator(mode="after")
    def _of_one_name_each(self) -> Self:
        ids = [grade.id for grade in self.grades]
        if twice := {i for i in ids if ids.count(i) > 1}:
            raise ValueError(f"complaints: there are two grades {min(twice)!r}")
        return self
