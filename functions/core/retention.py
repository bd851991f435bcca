"""How long an office keeps what it knows of people once a case has ended: its jadwal retensi."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from functions.core.form import Frozen
from functions.core.kinds import ENDS
from functions.core.step import SpanText

if TYPE_CHECKING:
    from functions.core.sop import Sop

DAYS = "hari"


class Retention(Frozen):
    """`keep`: how many days from a case's end; `basis`: the rule, or the office's own decision,
    that says so."""

    keep: SpanText
    basis: str


def ends_of(sop: Sop) -> set[str]:
    """The ends that a case of this SOP may come to, silence's included."""
    waits = (step for step in sop.steps if step.by == sop.applicant and step.kinds.waits)
    silent = {step.kinds.lapses for step in waits}
    return {*silent, *(to for step in sop.steps for to in step.next.values())} & set(ENDS)


def retention_words(sop: Sop) -> Iterator[str]:
    """The schedule as people are told of it, one sentence for each end."""
    for end, kept in sop.retention.items():
        called = ENDS[end].lower()
        yield f"Berakhir {called}: dimusnahkan {kept.keep} sesudahnya. Dasar: {kept.basis}."
