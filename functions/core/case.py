"""One application on its way through one SOP. No AWS, no clock, no I/O.

Each verb returns a new case with its news (events, letters, claims); saving writes all of it
together or nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Self

from functions.core.chronicle import MACHINERY, Detail
from functions.core.errors import Decided, NotAllowed
from functions.core.facts import (
    Actor,
    Claim,
    Closed,
    Document,
    Finding,
    Letter,
    Meeting,
    OpenStep,
    Transit,
)
from functions.core.handover import Handover
from functions.core.kinds import EXPIRED
from functions.core.rules import (
    UNANSWERED,
    demand_may,
    first_wait,
    rows_done,
    rows_skipped,
)
from functions.core.sop import Sop, Step

SILENCE = "Tidak ada lanjutan dari pemohon sampai batas waktu."


@dataclass(frozen=True, kw_only=True)
class Case(Handover):
    """`execution`: the one workflow execution that may move the case. `holds`: the exclusive
    claims that end with it; `shares`: those that others may hold too, and that stay."""

    sop: str
    office: str
    email: str
    opened_at: datetime
    execution: str
    here: OpenStep | None = None
    transit: Transit | None = None
    closed: Closed | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    findings: Mapping[str, Finding] = field(default_factory=dict)
    message: str = ""
    meeting: Meeting | None = None
    wish: str = ""
    holds: tuple[Claim, ...] = ()
    shares: tuple[Claim, ...] = ()
    rounds: int = 0

    @classmethod
    def opened(cls, id: str, sop: Sop, email: str, at: datetime, claim: Claim) -> Self:
        """An applicant gave an address; the workflow is to start at the SOP's start."""
        start = sop.step(sop.start)
        case = cls(
            id=id,
            sop=sop.key,
            office=sop.office,
            email=email,
            opened_at=at,
            execution=id,
            transit=Transit(target=first_wait(sop), since=at),
            holds=(claim,),
        ).claim(claim)
        rows = rows_done(start, "", {}) if not start.kinds.waits else ()
        return case._tell("opened", at, sop.applicant, {"sop": sop.key}, rows=rows)

    def begin(
        self, step: Step, execution: str, token: str, holders: Iterable[str],
        due: datetime | None, at: datetime,
    ) -> Self:  # fmt: skip
        """The workflow waits at `step`; a repeated call only brings the newer token.

        An execution that was given up for another is Decided away.
        """
        if execution != self.execution:
            raise Decided
        if self.here and self.here.id == step.id:
            return replace(self, here=replace(self.here, token=token))
        if self.transit is None or self.transit.target != step.id:
            raise Decided
        here = OpenStep(step.id, step.by, self.rounds + 1, at, due, token)
        promised = self.opened_at + step.promise.calendar if step.promise else None
        letters = [Letter(step.kinds.invites, to, step.id, here.round, promised) for to in holders]
        begun = replace(self, here=here, transit=None, rounds=here.round)
        return begun._tell("begun", at, MACHINERY, {"step": step.id, "to": step.by}, letters)

    def save_answers(self, by: Actor, section: str, answers: Detail, at: datetime) -> Self:
        """Keep one section of the form; what was wrong with it counts as mended."""
        if self._waiting().by != by.role:
            raise NotAllowed
        found = self.findings.get(section)
        mended = {section: replace(found, mended=True)} if found else {}
        findings = {**self.findings, **mended}
        kept = replace(self, answers={**self.answers, **answers}, findings=findings)
        if kept == self:
            return self
        return kept._tell("saved", at, by.id, {"section": section})

    def receive(self, name: str, document: Document, at: datetime) -> Self:
        """A scan arrived; a newer one of the same requirement takes the place of the older."""
        before = self.documents.get(name)
        if before and (before.same_bytes(document) or before.at > document.at):
            return self
        document = replace(document, round=self.rounds)
        kept = replace(self, documents={**self.documents, name: document})
        kind = "refused-document" if document.problem else "document"
        return kept._tell(kind, at, MACHINERY, {"document": name, "sha256": document.sha256})

    def decide(
        self, sop: Sop, by: Actor, outcome: str, at: datetime, *,
        round: int | None = None, nonce: str = "", note: Detail | None = None, **brought: Any,
    ) -> Self:  # fmt: skip
        """Record what `by` decided at the open step; the workflow goes on from there.

        `round`: of the wait that they saw; another one since is not theirs to decide. `brought`
        are the fields of the case that the decision sets; `note` goes into history.
        """
        here = self._waiting()
        if round not in {None, here.round}:
            raise Decided
        step = sop.step(here.id)
        demand_may(sop, step, by, outcome)
        transit = Transit(step.next[outcome], at, outcome, here.token)
        done = replace(self, here=None, transit=transit, nonce=nonce, **brought)
        letters = [Letter(step.kinds.tells[outcome])] if outcome in step.kinds.tells else []
        detail = {"step": step.id, "outcome": outcome, **(note or {})}
        rows = rows_done(step, outcome, done.answers)
        told = done._late(here, at)._tell("decided", at, by.id, detail, letters, rows)
        return told._skipped(step, outcome, at)

    def remind(self, step: Step, at: datetime) -> Self:
        """The next reminder of the open step is due: a letter to the applicant."""
        here = self._waiting()
        letter = Letter(step.kinds.reminds, "", step.id, here.round)
        told = replace(self, here=replace(here, reminded=here.reminded + 1))
        return told._tell("reminded", at, MACHINERY, {"step": step.id}, [letter])

    def recover(self, at: datetime) -> Self:
        """The execution is gone, or never was: another is to go on at the recorded step."""
        if self.transit is None:
            return self
        transit = replace(self.transit, since=at, token="")
        anew = replace(self, transit=transit, execution=f"{self.id}-{self.seq}")
        return anew._tell("recovered", at, MACHINERY, {"step": transit.target})

    def mailed_late(self, letter: Letter, at: datetime) -> Self:
        detail = {"what": "late", "letter": letter.name, "step": letter.step}
        return self._tell("deviated", at, MACHINERY, detail)

    def close(self, sop: Sop, end: str, execution: str, at: datetime) -> Self:
        """The workflow reached `end`; silence's end gives way to a decision made meanwhile."""
        arrived = self.transit is not None and self.transit.target == end
        if self.closed or execution != self.execution or not (arrived or self.here):
            raise Decided
        closed = Closed(end, at, self.message if arrived else SILENCE)
        done = replace(self, here=None, transit=None, closed=closed, holds=())
        done = replace(done, news=replace(done.news, releases=self.holds))
        told = done._tell("closed", at, MACHINERY, {"end": end}, [Letter(end)])
        if self.here is None or end == EXPIRED:
            return told
        return told._skipped(sop.step(self.here.id), UNANSWERED, at)

    def share(self, *claims: Claim) -> Self:
        """Values that other cases may hold as well; those shared before give way to these."""
        left = (c for c in self.shares if c not in claims)
        news = replace(self.news, releases=(*self.news.releases, *left))
        return replace(self, shares=claims, news=news).claim(*claims)

    def _waiting(self) -> OpenStep:
        if self.here is None:
            raise Decided
        return self.here

    def _late(self, here: OpenStep, at: datetime) -> Self:
        if here.due is None or at <= here.due:
            return self
        detail = {"what": "late", "step": here.id, "due": here.due.isoformat()}
        return self._tell("deviated", at, here.by, detail)

    def _skipped(self, step: Step, outcome: str, at: datetime) -> Self:
        skipped = rows_skipped(step, outcome, self.answers)
        if not skipped:
            return self
        numbers = ",".join(str(row.no) for row in skipped)
        detail = {"what": "skipped", "step": step.id, "rows": numbers}
        return self._tell("deviated", at, skipped[0].by, detail)
