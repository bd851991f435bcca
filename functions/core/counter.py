"""The counter: what an officer enters for a visitor, and when that was truly received."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Self
from zoneinfo import ZoneInfo

from functions.core.accounting import Deviation
from functions.core.answers import read
from functions.core.chronicle import Detail
from functions.core.errors import Invalid
from functions.core.facts import Letter
from functions.core.sop import Sop
from functions.core.timing import Timed
from functions.core.when import moment

LATEST = timedelta(days=30)
"""How long after a paper form was received it may still be entered."""
PAPER = "formulir kertas"
BOTH = "Isi tanggal dan jam, atau kosongkan keduanya."
WHEN = "Pilih waktu yang sudah lewat, paling lama 30 hari yang lalu."
NOTHING = "Belum ada isian yang dikirim."
UNKNOWN = "Isian ini tidak dikenal."
Fields = Mapping[str, str]


@dataclass(frozen=True)
class Entered:
    """By which officer a visitor's application was opened, and when. `received`: when it came to
    the counter, earlier if it came on paper. `shown`: the documents whose originals were seen.
    `answered`: whether the office has decided anything since."""

    by: str
    name: str
    at: datetime
    received: datetime
    shown: tuple[str, ...] = ()
    answered: bool = False

    @property
    def on_paper(self) -> bool:
        """Whether a paper form was entered later."""
        return self.received < self.at

    @property
    def told(self) -> Mapping[str, str]:
        """What history says of it."""
        channel = PAPER if self.on_paper else "loket"
        return {"received": self.received.isoformat(), "channel": channel}


@dataclass(frozen=True, kw_only=True)
class AtCounter(Timed):
    """`entered`: how it came in over the counter, if it did."""

    opened_at: datetime
    entered: Entered | None = None

    @property
    def received(self) -> datetime:
        """When it came in: over the counter that is sooner than it was entered."""
        return self.entered.received if self.entered else self.opened_at

    def timed_from(self, at: datetime) -> datetime:
        """From when a wait that begins at `at` is timed: what the office answers first, from when
        the form came in, if that was on paper."""
        entered = self.entered
        if entered is None or not entered.on_paper or entered.answered:
            return at
        return entered.received

    def _answered(self, whose: str, applicant: str) -> Self:
        """After a decision at a step of `whose`."""
        if self.entered is None or whose == applicant:
            return self
        return replace(self, entered=replace(self.entered, answered=True))

    def _opened(
        self, sop: Sop, at: datetime, rows: tuple[int, ...], letters: Iterable[Letter],
        more: Detail,
    ) -> Self:  # fmt: skip
        """The first line of history. A form on paper is a deviation, and its owner is asked why."""
        by, told = (self.entered.by, self.entered.told) if self.entered else (sop.applicant, {})
        opened = self._tell("opened", at, by, {"sop": sop.key, **told, **more}, letters, rows)
        if self.entered is None or not self.entered.on_paper or not sop.serves:
            return opened
        outside = Deviation("outside", sop.start, rows, by)
        truly = {"channel": PAPER, "happened": self.entered.received.isoformat()}
        return opened._deviate(outside, at, by, truly, asked=True)


def received_at(day: str, hour: str, now: datetime, zone: ZoneInfo) -> datetime:
    """When a form came in, as an officer of this zone writes it down; both "": now."""
    if not day and not hour:
        return now
    if not (day and hour):
        raise Invalid({"time" if day else "date": BOTH})
    at = moment(day, hour, zone)
    if not now - LATEST <= at <= now:
        raise Invalid({"date": WHEN})
    return at.astimezone(UTC)


def typed(sop: Sop, known: Fields, given: Fields, today: date) -> dict[str, dict[str, str]]:
    """The answers of each section of which something was typed; what is blank stays open.

    A field that another answer rules out is dropped. Invalid for what does not fit.
    """
    unknown = given.keys() - {f.id for s in sop.pages for f in s.fields}
    if unknown or not given:
        raise Invalid(dict.fromkeys(unknown, UNKNOWN) or {"": NOTHING})
    answers = {**known, **given}
    touched = [s for s in sop.pages if any(f.id in given for f in s.fields)]
    asked = {s.id: s.asked(answers) for s in touched}
    filled = [f for fields in asked.values() for f in fields if given.get(f.id, "").strip()]
    said = read(filled, {f.id: given[f.id] for f in filled}, today)
    return {name: {f.id: said.get(f.id, "") for f in fields} for name, fields in asked.items()}
