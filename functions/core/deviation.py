"""A deviation as its line in the ledger tells of it: the standard beside what was done."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from functions.core.accounting import Explanation
from functions.core.case import Case
from functions.core.chronicle import MACHINERY
from functions.core.clock import Calendar, Span
from functions.core.dates import calendar_day, span_between
from functions.core.history import Event
from functions.core.ledger import Told
from functions.core.lengths import length
from functions.core.officer import Officer
from functions.core.sop import HEAD, Sop
from functions.core.step import Row, Step

WHAT = {
    "late": "Terlambat",
    "skipped": "Dilewati",
    "reordered": "Urutan berbeda",
    "outside": "Di luar Loket",
    "paused": "Waktu dijeda",
}
NOTABLE = ("outside", "reordered")
"""What nobody but an officer can tell of."""


@dataclass(frozen=True)
class Deviated:
    told: Told
    sop: Sop
    calendar: Calendar

    @property
    def event(self) -> Event:
        return self.told.event

    @property
    def what(self) -> str:
        return self.event.detail["what"]

    @cached_property
    def step(self) -> Step:
        return self.sop.step(self.event.detail["step"])

    @property
    def rows(self) -> tuple[Row, ...]:
        """The paper's rows that it is about."""
        told = self.event.detail.get("rows", "")
        wanted = {int(number) for number in told.split(",") if number}
        return tuple(row for row in self.sop.rows if row.no in wanted) or self.step.rows

    @property
    def owner(self) -> str:
        """An officer's id, a role, or the machinery."""
        return self.event.detail.get("owner", self.event.by)

    @property
    def role(self) -> str:
        """Whose the rows are, by the paper."""
        return self.rows[0].by if self.rows else self.step.by

    @property
    def due(self) -> datetime | None:
        return self._time("due")

    @property
    def standard(self) -> str:
        """What the paper says, in words."""
        if "letter" in self.event.detail:
            return f"Surel terkirim dalam {self.step.promise}"
        within = self._within
        time = f"{within}{'' if self.step.within else ' seluruhnya'}" if within else "Tanpa waktu"
        return {
            "late": time,
            "paused": time,
            "skipped": "Setiap baris dikerjakan",
            "reordered": "Menurut urutan baris",
            "outside": "Dikerjakan di Loket",
        }[self.what]

    @property
    def actual(self) -> str:
        """What was done instead, in words."""
        match self.what:
            case "late":
                undone = {"done", "letter"}.isdisjoint(self.event.detail)
                return f"Lewat {self._beyond}{', belum selesai' if undone else ''}"
            case "paused":
                causes = {cause.id: cause.label for cause in self.sop.pauses}
                return causes.get(self.event.detail.get("cause", ""), "Dijeda")
            case "skipped":
                return "Tidak dikerjakan"
            case _:
                return f"Dikerjakan {self._happened}"

    @property
    def asks(self) -> bool:
        """Whether somebody in the office has to explain it: a pause has its reason already."""
        return self.what != "paused" and self.owner not in {MACHINERY, self.sop.applicant}

    def may_be_explained_by(self, officer: Officer, roles: tuple[str, ...]) -> bool:
        """The owner, whoever acts in the step in their `roles`, or the office's head."""
        theirs = {self.owner, HEAD, *self.step.roles} - {self.sop.applicant}
        return self.asks and (self.owner == officer.id or not theirs.isdisjoint(roles))

    def explanation(self, case: Case) -> Explanation | None:
        if found := case.explanations.get(str(self.event.seq)):
            return found
        pauses = (p for p in case.pauses if self.what == "paused" and p.since == self.event.at)
        return next((Explanation(p.reason, p.by, "", p.since) for p in pauses), None)

    @property
    def _within(self) -> Span | None:
        return self.step.within or self.sop.within

    @property
    def _beyond(self) -> str:
        """How long after its due time, in office time where the standard counts in that."""
        due, at = self.due or self.event.at, self.event.at
        if "letter" in self.event.detail or self._within is None or self._within.always_runs:
            return span_between(due, at)
        return length(self.calendar.worked(due, at))

    @property
    def _happened(self) -> str:
        here = (self._time("happened") or self.event.at).astimezone(self.calendar.zone)
        return f"{calendar_day(here.date())} pukul {here:%H.%M}"

    def _time(self, name: str) -> datetime | None:
        told = self.event.detail.get(name)
        return datetime.fromisoformat(told) if told else None
