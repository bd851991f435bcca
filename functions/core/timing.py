"""The clock of a case: it runs while the office holds the case, and stands still for a reason."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Self

from functions.core.chronicle import MACHINERY, Chronicle
from functions.core.deeds import Pause
from functions.core.errors import Decided, NotNow
from functions.core.facts import Actor, Letter, OpenStep
from functions.core.history import DEVIATED
from functions.core.step import Step

PAUSED = "Waktu layanan sedang dijeda. Lanjutkan dahulu, lalu kerjakan tugas ini."


@dataclass(frozen=True, kw_only=True)
class Timed(Chronicle):
    """`here`: the open step. `promised`: when the whole service is due, where the paper times it
    as a whole; `stopped`: since when that clock waits for the applicant."""

    here: OpenStep | None = None
    promised: datetime | None = None
    stopped: datetime | None = None
    pauses: tuple[Pause, ...] = ()

    def pause(self, by: Actor, cause: str, reason: str, at: datetime, *, nonce: str = "") -> Self:
        here = self._waiting()
        if here.paused:
            raise Decided("Waktu layanan sudah dijeda.")
        pause = Pause(here.id, cause, reason, by.id, at)
        standing = replace(here, paused=at, escalated=False)
        still = replace(self, here=standing, pauses=(*self.pauses, pause))
        detail = {"what": "paused", "step": here.id, "cause": cause}
        return replace(still, nonce=nonce)._tell(DEVIATED, at, by.id, detail)

    def resume(self, by: Actor, due: datetime | None, at: datetime, *, nonce: str = "") -> Self:
        """`due`: when the step is due now, later by as long as the clock stood still."""
        here = self._waiting()
        if not here.paused:
            raise Decided("Waktu layanan sudah berjalan.")
        going = replace(here, paused=None, due=due, escalated=False)
        promised = due if self.promised == here.due else self.promised
        pauses = (*self.pauses[:-1], replace(self.pauses[-1], until=at))
        anew = replace(self, here=going, promised=promised, pauses=pauses, nonce=nonce)
        return anew._tell("resumed", at, by.id, {"step": here.id})

    def remind(self, step: Step, at: datetime) -> Self:
        """The next reminder of the open step is due: a letter to the applicant."""
        here = self._waiting()
        letter = Letter(step.kinds.reminds, step=step.id, round=here.round)
        told = replace(self, here=replace(here, reminded=here.reminded + 1))
        return told._tell("reminded", at, MACHINERY, {"step": step.id}, [letter])

    def escalate(self, readers: Iterable[str], at: datetime) -> Self:
        """The step's time is over, or its clock stands still for long: its officers hear of it,
        and those above them."""
        here = self._waiting()
        letters = [Letter("terlambat", "officer", to, here.id, here.round) for to in readers]
        late = self._late(here, at) if not here.paused else self
        told = replace(late, here=replace(here, escalated=True))
        return told._tell("escalated", at, MACHINERY, {"step": here.id}, letters)

    def _times(self, step: Step, due: datetime | None, at: datetime) -> dict[str, Any]:
        """The clock of the whole as a step begins: with the applicant it waits, and for a step
        that has a time of its own it does not run."""
        if due is None:
            return {"stopped": self.stopped or at}
        return {} if step.within else {"stopped": None, "promised": due}

    def _waiting(self) -> OpenStep:
        if self.here is None:
            raise Decided
        return self.here

    def _running(self) -> OpenStep:
        here = self._waiting()
        if here.paused:
            raise NotNow(PAUSED)
        return here

    def _late(self, here: OpenStep, at: datetime) -> Self:
        """Once: what was escalated is in the history already."""
        if here.due is None or at <= here.due or here.escalated:
            return self
        detail = {"what": "late", "step": here.id, "due": here.due.isoformat()}
        return self._tell(DEVIATED, at, here.by, detail)
