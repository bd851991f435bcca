"""One application on its way through one SOP. No AWS, no clock, no I/O.

Each verb returns a new case with its news (events, letters, claims); saving writes all of it
together or nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Self

from functions.core.accounting import Deviation
from functions.core.booking import Booking
from functions.core.calling import Calling
from functions.core.chronicle import MACHINERY, Detail
from functions.core.complaint import Complaint
from functions.core.counter import AtCounter, Entered
from functions.core.deeds import Disclosure, Disposition, Guest, Seen, Signed
from functions.core.erasure import Erasable
from functions.core.errors import Decided, NotNow
from functions.core.facts import Actor, Claim, Closed, Letter, OpenStep, Transit
from functions.core.grievance import reported
from functions.core.kinds import EXPIRED
from functions.core.notification import Notification
from functions.core.rules import (
    UNANSWERED,
    clock_starts,
    demand_may,
    first_wait,
    rows_done,
    rows_skipped,
)
from functions.core.sop import Sop
from functions.core.step import Step
from functions.core.survey import Survey
from functions.core.telling import closing, letters_after, opening
from functions.core.timing import spelled, waited

SILENCE = "Tidak ada lanjutan sampai batas waktu."


@dataclass(frozen=True, kw_only=True)
class Case(Calling, Booking, AtCounter, Complaint, Survey, Erasable):
    """`execution`: the one workflow execution that may move the case. `shares`: claims that others
    may hold too, and that stay. `principal`: the mailbox of whom a proxy acts for, once it was
    written to. `disclosure`: what a request on data was met with."""

    sop: str
    execution: str
    transit: Transit | None = None
    message: str = ""
    guest: Guest | None = None
    originals: Seen | None = None
    dispositions: tuple[Disposition, ...] = ()
    statement: Signed | None = None
    principal: str = ""
    disclosure: Disclosure | None = None
    notification: Notification = field(default_factory=Notification)

    @classmethod
    def opened(
        cls, id: str, sop: Sop, email: str, at: datetime, claim: Claim | None,
        entered: Entered | None = None, outcome: str = "", **known: Any,
    ) -> Self:  # fmt: skip
        """An applicant gave an address, or an officer entered it for them; the workflow is to start
        at the SOP's start, or where `outcome` leads from there. `known`: further fields of the
        case."""
        start = sop.step(sop.start)
        held = (claim,) if claim else ()
        case = cls(
            id=id,
            sop=sop.key,
            office=sop.office,
            email=email,
            opened_at=entered.received if entered else at,
            entered=entered,
            execution=id,
            transit=Transit(target=first_wait(sop, outcome), since=at),
            holders=("h1",) if sop.holders else (),
            holds=held,
            **known,
        ).claim(*held)
        rows = rows_done(start, "", {}) if not start.kinds.waits else ()
        told = {**case.told, **(reported(case.answers) if sop.hears else {})}
        return case._opened(sop, at, rows, opening(sop, email), told)

    def begin(
        self, step: Step, execution: str, token: str, readers: Iterable[Letter],
        due: datetime | None, look: datetime | None, at: datetime,
    ) -> Self:  # fmt: skip
        """The workflow waits at `step`; a repeated call only brings the newer token.

        `readers`: the letters that tell of it, to whoever may take it up. `look`: when its
        officers are to be reminded first.
        An execution that was given up for another is Decided away.
        """
        if execution != self.execution:
            raise Decided
        if self.here and self.here.id == step.id:
            return replace(self, here=replace(self.here, token=token))
        if self.transit is None or self.transit.target != step.id:
            raise Decided
        rows = rows_done(step, "", self.answers)
        here = OpenStep(step.id, step.by, self.rounds + 1, at, due, token, look=look, rows=rows)
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
        self._demand_may(sop, step, by, outcome)
        starts = clock_starts(sop, step, self.meeting, here.since)
        held = self._stretches(starts, at) if starts else ()
        transit = Transit(step.next[outcome], at, outcome, here.token)
        ended = replace(self._late(here, at, by), here=None, transit=transit, nonce=nonce)
        answered = ended._answered(step.by, sop.applicant)
        done = replace(answered, held=(*self.held, *held), **brought)
        principal = done._to_be_told(sop, step)
        done = replace(done, principal=principal or self.principal)
        letters = letters_after(step, outcome, done.accounts, principal)
        told = {"step": step.id, "outcome": outcome, **by.standing, **waited(here, held)}
        rows = rows_done(step, outcome, done.answers)
        decided = done._tell("decided", at, by.id, {**told, **(note or {})}, letters, rows)
        handed = decided._handed_outside(sop, step, by, at)._rebooked(self)
        skipped = rows_skipped(step, outcome, done.answers)
        return handed._skip(step.id, skipped, at, "" if by.applies else by.id)

    def recover(self, at: datetime) -> Self:
        """The execution is gone, or never was: another is to go on at the recorded step."""
        if self.transit is None:
            return self
        transit = replace(self.transit, since=at, token="")
        anew = replace(self, transit=transit, execution=f"{self.id}-{self.seq}")
        return anew._tell("recovered", at, MACHINERY, {"step": transit.target})

    def close(self, sop: Sop, end: str, execution: str, at: datetime) -> Self:
        """The workflow reached `end`; silence's end gives way to a decision made meanwhile."""
        arrived = self.transit is not None and self.transit.target == end
        if self.closed or execution != self.execution or not (arrived or self.here):
            raise Decided
        closed = Closed(end, at, self.message if arrived else SILENCE)
        done = replace(self, here=None, transit=None, closed=closed, holds=(), slots=())
        done = replace(done, news=replace(done.news, releases=self.holds))._rebooked(self)
        detail = {"end": end, "opened": self.opened_at.isoformat(), "held": spelled(self.held)}
        told = done._tell("closed", at, MACHINERY, detail, [Letter(closing(sop, end))])
        if self.here is None or end == EXPIRED:
            return told
        skipped = rows_skipped(sop.step(self.here.id), UNANSWERED, self.answers)
        return told._skip(self.here.id, skipped, at)

    def reopen(self, sop: Sop, until: datetime, at: datetime, *, nonce: str = "") -> Self:
        """A complaint that was answered is taken up once more, by another execution."""
        self.demand_uncondemned()
        if self.closed is None:
            raise NotNow
        self.demand_reopenable(self.closed.end, until, at)
        transit = Transit(target=self.handler, since=at)
        anew = replace(self, closed=None, transit=transit, execution=f"{self.id}-{self.seq}")
        anew = replace(anew, reopened=at, nonce=nonce)
        return anew._tell("reopened", at, sop.applicant, {"step": self.handler})

    def _demand_may(self, sop: Sop, step: Step, by: Actor, outcome: str) -> None:
        demand_may(sop, step, by, outcome)
        if self.here:
            self._demand_free(self.here, by)
        if outcome == step.kinds.recall:
            self._demand_untouched()
        if outcome == step.kinds.refused:
            self._demand_not_begun()
        if step.kinds.apart:
            self.notification.demand_apart(by.id, step.kinds.apart)

    def _to_be_told(self, sop: Sop, step: Step) -> str:
        """The mailbox of whom a proxy acts for, if it was not written to yet."""
        principal = self.answers.get(sop.principal, "") if step.kinds.sends else ""
        return "" if principal == self.principal else principal

    def _handed_outside(self, sop: Sop, step: Step, by: Actor, at: datetime) -> Self:
        """An account went out by a way that the office's paper does not name."""
        if step.kind != "account" or sop.channel or not self.went_outside:
            return self
        outside = Deviation("outside", step.id, rows_done(step, "", self.answers), by.id)
        return self._deviate(outside, at, by.id, {}, asked=True)
