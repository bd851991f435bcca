"""One application on its way through one SOP. No AWS, no clock, no I/O.

Each verb returns a new case with its news (events, letters, claims); saving writes all of it
together or nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Self

from functions.core.application import Application
from functions.core.chronicle import MACHINERY, Detail
from functions.core.deeds import Disposition, Guest, Seen, Signed
from functions.core.errors import Decided
from functions.core.facts import (
    Actor,
    Claim,
    Closed,
    Letter,
    Meeting,
    OpenStep,
    Transit,
)
from functions.core.handover import Handover
from functions.core.history import DEVIATED
from functions.core.kinds import EXPIRED
from functions.core.notification import Notification
from functions.core.rules import (
    UNANSWERED,
    demand_may,
    first_wait,
    rows_done,
    rows_skipped,
)
from functions.core.sop import Sop
from functions.core.step import Step
from functions.core.telling import letters_after

SILENCE = "Tidak ada lanjutan dari pemohon sampai batas waktu."


@dataclass(frozen=True, kw_only=True)
class Case(Handover, Application):
    """`execution`: the one workflow execution that may move the case. `holds`: the exclusive
    claims that end with it; `shares`: those that others may hold too, and that stay. `principal`:
    the mailbox of whom a proxy acts for, once it was written to."""

    sop: str
    office: str
    email: str
    opened_at: datetime
    execution: str
    transit: Transit | None = None
    closed: Closed | None = None
    message: str = ""
    meeting: Meeting | None = None
    wish: str = ""
    guest: Guest | None = None
    originals: Seen | None = None
    dispositions: tuple[Disposition, ...] = ()
    statement: Signed | None = None
    principal: str = ""
    notification: Notification = field(default_factory=Notification)
    holds: tuple[Claim, ...] = ()
    shares: tuple[Claim, ...] = ()

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
            holders=("h1",) if sop.holders else (),
            holds=(claim,),
        ).claim(claim)
        rows = rows_done(start, "", {}) if not start.kinds.waits else ()
        return case._tell("opened", at, sop.applicant, {"sop": sop.key}, rows=rows)

    def begin(
        self, step: Step, execution: str, token: str, readers: Iterable[Letter],
        due: datetime | None, at: datetime,
    ) -> Self:  # fmt: skip
        """The workflow waits at `step`; a repeated call only brings the newer token.

        `readers`: the letters that tell of it, to whoever may take it up.
        An execution that was given up for another is Decided away.
        """
        if execution != self.execution:
            raise Decided
        if self.here and self.here.id == step.id:
            return replace(self, here=replace(self.here, token=token))
        if self.transit is None or self.transit.target != step.id:
            raise Decided
        here = OpenStep(step.id, step.by, self.rounds + 1, at, due, token)
        by = self.opened_at + step.promise.calendar if step.promise else None
        letters = [replace(to, step=step.id, round=here.round, due=by) for to in readers]
        times = self._times(step, due, at)
        begun = replace(self, here=here, transit=None, rounds=here.round, **times)
        return begun._tell("begun", at, MACHINERY, {"step": step.id, "to": step.by}, letters)

    def decide(
        self, sop: Sop, by: Actor, outcome: str, at: datetime, *,
        round: int | None = None, nonce: str = "", note: Detail | None = None, **brought: Any,
    ) -> Self:  # fmt: skip
        """Record what `by` decided at the open step; the workflow goes on from there.

        `round`: of the wait that they saw; another one since is not theirs to decide. `brought`
        are the fields of the case that the decision sets; `note` goes into history.
        """
        here = self._running()
        if round not in {None, here.round}:
            raise Decided
        step = sop.step(here.id)
        demand_may(sop, step, by, outcome)
        if step.kinds.apart:
            self.notification.demand_apart(by.id, step.kinds.apart)
        transit = Transit(step.next[outcome], at, outcome, here.token)
        done = replace(self, here=None, transit=transit, nonce=nonce, **brought)
        principal = done.answers.get(sop.principal, "") if step.kinds.sends else ""
        if principal == self.principal:
            principal = ""
        done = replace(done, principal=principal or self.principal)
        letters = letters_after(step, outcome, done.accounts, principal)
        detail = {"step": step.id, "outcome": outcome, **(note or {})}
        rows = rows_done(step, outcome, done.answers)
        told = done._late(here, at)._tell("decided", at, by.id, detail, letters, rows)
        return told._skipped(step, outcome, at)

    def recover(self, at: datetime) -> Self:
        """The execution is gone, or never was: another is to go on at the recorded step."""
        if self.transit is None:
            return self
        transit = replace(self.transit, since=at, token="")
        anew = replace(self, transit=transit, execution=f"{self.id}-{self.seq}")
        return anew._tell("recovered", at, MACHINERY, {"step": transit.target})

    def mailed_late(self, letter: Letter, at: datetime) -> Self:
        detail = {"what": "late", "letter": letter.name, "step": letter.step}
        return self._tell(DEVIATED, at, MACHINERY, detail)

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

    def _skipped(self, step: Step, outcome: str, at: datetime) -> Self:
        skipped = rows_skipped(step, outcome, self.answers)
        if not skipped:
            return self
        numbers = ",".join(str(row.no) for row in skipped)
        detail = {"what": "skipped", "step": step.id, "rows": numbers}
        return self._tell(DEVIATED, at, skipped[0].by, detail)
