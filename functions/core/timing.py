"""The clock of a case: it runs while the office holds the case, and stands still for a reason."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Self

from functions.core.accounting import Accounting, Deviation
from functions.core.chronicle import MACHINERY, Detail
from functions.core.deeds import Pause
from functions.core.errors import Decided, NotNow
from functions.core.facts import Actor, Letter, OpenStep
from functions.core.step import Step

PAUSED = "Waktu layanan sedang dijeda. Lanjutkan dahulu, lalu kerjakan tugas ini."
DIGEST = "ringkasan"
"""The letter that tells an officer of all that is late or soon will be: one, however much it is."""
Stretch = tuple[datetime, datetime]


@dataclass(frozen=True, kw_only=True)
class Timed(Accounting):
    """`here`: the open step. `promised`: when the whole service is due, where the paper times it
    as a whole; `stopped`: since when that clock waits for the applicant. `held`: when the office
    had the case, and its clock ran."""

    here: OpenStep | None = None
    promised: datetime | None = None
    stopped: datetime | None = None
    pauses: tuple[Pause, ...] = ()
    held: tuple[Stretch, ...] = ()

    def pause(self, by: Actor, cause: str, reason: str, at: datetime, *, nonce: str = "") -> Self:
        here = self._waiting()
        if here.paused:
            raise Decided("Waktu layanan sudah dijeda.")
        pause = Pause(here.id, cause, reason, by.id, at)
        standing = replace(here, paused=at, reminded=0)
        still = replace(self, here=standing, pauses=(*self.pauses, pause))
        stopped = Deviation("paused", here.id, here.rows, by.id)
        return replace(still, nonce=nonce)._deviate(stopped, at, by.id, {"cause": cause})

    def resume(
        self, by: Actor, due: datetime | None, look: datetime | None, at: datetime, *,
        nonce: str = "",
    ) -> Self:  # fmt: skip
        """`due`: when the step is due now, later by as long as the clock stood still."""
        here = self._waiting()
        if not here.paused:
            raise Decided("Waktu layanan sudah berjalan.")
        going = replace(here, paused=None, due=due, look=look, reminded=0)
        promised = due if self.promised == here.due else self.promised
        pauses = (*self.pauses[:-1], replace(self.pauses[-1], until=at))
        anew = replace(self, here=going, promised=promised, pauses=pauses, nonce=nonce)
        return anew._tell("resumed", at, by.id, {"step": here.id})

    def remind(self, letter: str, at: datetime) -> Self:
        """The next reminder of the open step is due: a letter to the applicant."""
        here = self._waiting()
        sent = Letter(letter, step=here.id, round=here.round)
        told = replace(self, here=replace(here, reminded=here.reminded + 1))
        return told._tell("reminded", at, MACHINERY, {"step": here.id}, [sent])

    def alert(self, readers: Iterable[str], look: datetime | None, at: datetime) -> Self:
        """Half of the step's time is over, or all of it, or its clock stands still for long: the
        officers it is told to; `look`: when it is to be looked at again."""
        here = self._waiting()
        letters = [Letter(DIGEST, "officer", to) for to in readers]
        late = here.late + (not here.paused and here.due is not None and at > here.due)
        told = self if here.paused else self._late(here, at)
        known = replace(here, reminded=here.reminded + 1, late=late, look=look)
        told = replace(told, here=known)
        return told._tell("alerted", at, MACHINERY, {"step": here.id}, letters)

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

    def _late(self, here: OpenStep, at: datetime, by: Actor | None = None) -> Self:
        """Once: what was late at an alert is in the history already, and its owner was told.

        `by`: who ends the step with it; until then it is not done yet.
        """
        if here.due is None or at <= here.due or here.late:
            return self
        officer = by.id if by and not by.applies else ""
        owner = here.hand.id if here.hand else officer or here.by
        more = {"due": here.due.isoformat(), **({"done": at.isoformat()} if by else {})}
        late = Deviation("late", here.id, here.rows, owner)
        return self._deviate(late, at, here.by, more, asked=officer != "")

    def _stretches(self, start: datetime, at: datetime) -> tuple[Stretch, ...]:
        """When the clock of a wait ran: from its start until now, without the pauses."""
        stops = [p for p in self.pauses if p.until and p.until > start]
        begins = [start, *(p.until for p in stops if p.until)]
        ends = [*(p.since for p in stops), at]
        return tuple((a, b) for a, b in zip(begins, ends, strict=True) if a < b)


def spelled(stretches: Iterable[Stretch]) -> str:
    """As an event keeps them: "SINCE/UNTIL,SINCE/UNTIL"."""
    return ",".join(f"{since.isoformat()}/{until.isoformat()}" for since, until in stretches)


def stretches(text: str) -> tuple[Stretch, ...]:
    """What `spelled` wrote."""
    pairs = [part.split("/") for part in text.split(",") if part]
    return tuple((datetime.fromisoformat(a), datetime.fromisoformat(b)) for a, b in pairs)


def waited(here: OpenStep, held: Iterable[Stretch]) -> Detail:
    """What a decision tells of the wait that it ends."""
    due = {"due": here.due.isoformat()} if here.due else {}
    return {"since": here.since.isoformat(), **due, "held": spelled(held)}
