"""What an office accounts for: what was done otherwise than its SOP says, whose it is, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal, Self

from functions.core.chronicle import MACHINERY, Chronicle, Detail
from functions.core.errors import Decided
from functions.core.facts import Actor, Letter
from functions.core.history import DEVIATED
from functions.core.step import Row

What = Literal["late", "skipped", "reordered", "outside", "paused"]
ASKS = "penjelasan"
"""The letter that asks an officer for an explanation."""
EXPLAINED = "Penyimpangan ini sudah dijelaskan."


@dataclass(frozen=True)
class Deviation:
    """`rows` of the step, or () for all of it; `owner` has to account for it: an officer's id, a
    role, or "" where it is nobody's."""

    what: What
    step: str
    rows: tuple[int, ...]
    owner: str

    @property
    def detail(self) -> Detail:
        """As an event keeps it."""
        rows = ",".join(map(str, self.rows))
        told = {"what": self.what, "step": self.step, "rows": rows, "owner": self.owner}
        return {name: value for name, value in told.items() if value}


@dataclass(frozen=True)
class Explanation:
    """Why it came to a deviation; `by` is an officer's id, `name` what they were called then."""

    text: str
    by: str
    name: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Accounting(Chronicle):
    """`explanations`: by the number of the line of history that tells of the deviation."""

    explanations: Mapping[str, Explanation] = field(default_factory=dict)

    def note_deviation(
        self, deviation: Deviation, happened: datetime, by: Actor, why: Explanation, *,
        nonce: str = "",
    ) -> Self:  # fmt: skip
        """Its owner tells of it, and explains it at once."""
        more = {"happened": happened.isoformat(), **by.standing}
        told = self._deviate(deviation, why.at, by.id, more)
        return replace(told, nonce=nonce, explanations={**told.explanations, str(told.seq): why})

    def mailed_late(self, letter: Letter, at: datetime) -> Self:
        """A letter left after the time that the paper promises: nobody's fault but Loket's."""
        due = {"due": letter.due.isoformat()} if letter.due else {}
        late = Deviation("late", letter.step, (), "")
        return self._deviate(late, at, MACHINERY, {"letter": letter.name, **due})

    def explain(self, number: int, by: Actor, why: Explanation, *, nonce: str = "") -> Self:
        """Once, and for good. The words stay out of history, as they may name somebody."""
        if str(number) in self.explanations:
            raise Decided(EXPLAINED)
        explanations = {**self.explanations, str(number): why}
        told = {"of": str(number), **by.standing}
        kept = replace(self, explanations=explanations, nonce=nonce)
        return kept._tell("explained", why.at, by.id, told)

    def _skip(self, step: str, rows: Sequence[Row], at: datetime, officer: str = "") -> Self:
        """`officer`: who left the rows undone, if it was not the applicant's silence."""
        if not rows:
            return self
        whose, numbers = rows[0].by, tuple(row.no for row in rows)
        skipped = Deviation("skipped", step, numbers, officer or whose)
        return self._deviate(skipped, at, whose, {}, asked=officer != "")

    def _deviate(
        self, deviation: Deviation, at: datetime, by: str, more: Detail, *, asked: bool = False
    ) -> Self:
        """`asked`: the owner is an officer who is written to for an explanation."""
        letter = Letter(ASKS, "officer", deviation.owner, deviation.step, event=self.seq + 1)
        detail = {**deviation.detail, **more}
        return self._tell(DEVIATED, at, by, detail, [letter] if asked else [])
