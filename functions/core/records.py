"""What the store gives back: lines of queues, letters and what became of them, whole files."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from functions.core.case import Case
from functions.core.facts import Hand, Letter
from functions.core.history import Event
from functions.core.officer import Officer


@dataclass(frozen=True)
class Waiting:
    """One line of a desk's queue; `name`: of whom the application is, `hand`: who took it up;
    `barred`: officers who must not see it.

    Of a call that is to be made, `step` is the step or end that the case has come to, and `round`
    is 0.
    """

    case: str
    sop: str
    step: str
    round: int
    since: datetime
    due: datetime | None
    name: str = ""
    hand: Hand | None = None
    paused: bool = False
    barred: tuple[str, ...] = ()

    @property
    def is_call(self) -> bool:
        return self.round == 0


def seen_by(officer: Officer, lines: Iterable[Waiting]) -> list[Waiting]:
    """What is not about the officer."""
    return [line for line in lines if officer.id not in line.barred]


@dataclass(frozen=True)
class Sift:
    """Which lines of a queue: due by `until`, taken up by `hand` ("" for nobody), of the service
    `sop`; where nothing is said, all."""

    until: datetime | None = None
    hand: str | None = None
    sop: str = ""


EVERYTHING = Sift()


@dataclass(frozen=True)
class Page:
    """A part of a queue; `next`: from where it goes on, "" at its end."""

    lines: tuple[Waiting, ...]
    next: str = ""


@dataclass(frozen=True)
class Sent:
    """A letter and what became of it: `status` is pending, sending, doubtful, uncertain,
    suppressed, failed, or one of those that `core.receipts` ranks; `told_at`: when that was."""

    key: str
    letter: Letter
    at: datetime
    status: str
    sent_at: datetime | None = None
    told_at: datetime | None = None


@dataclass(frozen=True)
class Whole:
    """A case, its history and its letters."""

    case: Case
    history: tuple[Event, ...]
    letters: tuple[Sent, ...]
