"""An office as its file describes it."""

from datetime import date, datetime
from itertools import pairwise
from typing import Literal, Self
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator

from functions.core.case import Case
from functions.core.clock import Calendar, Span
from functions.core.facts import OpenStep
from functions.core.form import Frozen
from functions.core.grades import Complaints, Grade
from functions.core.hours import Season, Week
from functions.core.rules import clock_starts
from functions.core.slots import NONE, Calls, Slots
from functions.core.sop import Sop
from functions.core.step import Step


class Channel(Frozen):
    """A way to complain or ask; `address` as the office writes it, `href` what a click on it does.
    `kind` is one of `core.lodging.CHANNELS`."""

    kind: Literal["web", "tatap-muka", "telepon", "kotak", "surat", "surel"]
    label: str
    address: str
    href: str = Field(
        default="", pattern="^(|tel:[+0-9]+|mailto:[^ ]+@[^ ]+|https://[^ ]+|/[^ ]*)$"
    )


class Office(Frozen):
    """`head`: the title of whoever answers for the office; `spse`: where its SPSE is."""

    id: str
    prefix: str
    name: str
    government: str
    head: str
    address: str
    website: str
    email: str
    phone: str = ""
    sender: str
    zone: str
    zone_name: str
    application: str
    spse: str = ""
    hours: Week
    closed: tuple[date, ...] = ()
    open: tuple[date, ...] = ()
    seasons: tuple[Season, ...] = ()
    calls: Calls | None = None
    channels: tuple[Channel, ...] = ()
    complaints: Complaints = Complaints()

    @property
    def reached_by(self) -> tuple[Channel, ...]:
        """Its channels, and Loket's own form before them."""
        form = Channel(kind="web", label="Halaman web", address="isi formulir pengaduan",
                       href=f"/pengaduan/{self.id}")  # fmt: skip
        return form, *self.channels

    @model_validator(mode="after")
    def _one_day_one_rule(self) -> Self:
        if both := {*self.closed} & {*self.open}:
            raise ValueError(f"{min(both)} is both closed and open")
        for one, next_one in pairwise(sorted(self.seasons, key=lambda s: s.since)):
            if one.covers(next_one.since):
                raise ValueError(f"{one.name!r} and {next_one.name!r} overlap")
        return self

    def today(self, at: datetime) -> date:
        return at.astimezone(ZoneInfo(self.zone)).date()

    def due(self, sop: Sop, step: Step, case: Case, at: datetime) -> datetime | None:
        """When the step that is reached at `at` ought to be done: by its rows' own time, else by
        what is left of the whole service's."""
        at = case.timed_from(at)
        starts = clock_starts(sop, step, case.meeting, at)
        if starts is None:
            return None
        if step.kinds.graded and (grade := self.complaints.grade(case.grade)):
            return self.answered_by(case, grade)
        if step.within:
            return self.calendar.due(starts, step.within)
        return self._promised(sop.within, case, at) if sop.within else None

    def answered_by(self, case: Case, grade: Grade) -> datetime:
        """When a complaint of this grade is to be answered: from when it came in, or came back."""
        return self.calendar.due(case.reopened or case.received, grade.within)

    def _promised(self, within: Span, case: Case, at: datetime) -> datetime:
        if case.promised is None:
            return self.calendar.due(at, within)
        if case.stopped is None:
            return case.promised
        return self.calendar.later(case.promised, within, case.stopped, at)

    def resumed(self, sop: Sop, here: OpenStep, at: datetime) -> datetime | None:
        """When a paused step is due, if it goes on at `at`."""
        within = sop.step(here.id).within or sop.within
        if here.due is None or here.paused is None or within is None:
            return here.due
        return self.calendar.later(here.due, within, here.paused, at)

    def estimated(self, since: datetime, due: datetime) -> bool:
        """Whether office time from one to the other rests on a date that may still move."""
        return self.calendar.estimated(since, due)

    @property
    def slots(self) -> Slots:
        """The times of its video calls; none, if it makes none."""
        return Slots(self.calls or NONE, self.calendar)

    @property
    def calendar(self) -> Calendar:
        closed, opened = frozenset(self.closed), frozenset(self.open)
        return Calendar(ZoneInfo(self.zone), self.hours, closed, opened, self.seasons)
