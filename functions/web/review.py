"""Check your answers: what was said and sent, line by line, and where each is changed."""

from pydantic import BaseModel

from functions.core.case import Case
from functions.core.completeness import arrived
from functions.core.sop import Sop


class AnswerLine(BaseModel):
    """One answer as its giver sees it again; `change` is where to change it."""

    label: str
    value: str
    change: str | None = None


def answer_lines(case: Case, sop: Sop, page: str) -> list[AnswerLine]:
    """`page`: where a section is changed, "{section}" standing for its id."""
    return [
        AnswerLine(
            label=f.label,
            value=f.said(case.answers.get(f.id, "")) or "Tidak diisi",
            change=f"{page.format(section=s.id)}#{f.id}",
        )
        for s in sop.pages
        for f in s.asked(case.answers)
    ]


def document_lines(case: Case, sop: Sop, page: str) -> list[AnswerLine]:
    """The scans; `page`: where they are sent."""
    return [
        AnswerLine(
            label=r.name,
            value="Sudah diunggah" if arrived(case, r) else "Belum diunggah",
            change=page,
        )
        for r in sop.scanned(case.answers)
    ]
