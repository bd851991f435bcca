"""An office as its file describes it."""

import re
from datetime import date, datetime, time
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from functions.core.case import Case
from functions.core.clock import Calendar, Span
from functions.core.facts import OpenStep
from functions.core.form import Frozen
from functions.core.rules import clock_starts
from functions.core.sop import Sop
from functions.core.step import Step

Day = Literal["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"]
Weekday = {"senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "sabtu": 5, "minggu": 6}

_STRETCH = "[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}"
_HOURS = f"{_STRETCH}(, {_STRETCH})*"


def _stretches(text: object) -> object:
    """Read "07:30-12:00, 13:00-16:00"."""
    if not isinstance(text, str):
        return text
    if not re.fullmatch(_HOURS, text):
        raise ValueError(f'{text!r} is not hours such as "07:30-12:00, 13:00-16:00"')
    parts = [part.split("-") for part in text.split(", ")]
    return tuple((time.fromisoformat(a), time.fromisoformat(b)) for a, b in parts)


Hours = Annotated[
    tuple[tuple[time, time], ...],
    BeforeValidator(_stretches),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "pattern": f"^{_HOURS}$"}),
]


class Channel(Frozen):
    """A way to complain or ask; `address` as the office writes it."""

    label: str
    address: str


class Office(Frozen):
    """`head`: the title of whoever answers for the office."""

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
    hours: dict[Day, Hours]
    closed: tuple[date, ...] = ()
    channels: tuple[Channel, ...] = ()

    def today(self, at: datetime) -> date:
        return at.astimezone(ZoneInfo(self.zone)).date()

    def due(self, sop: Sop, step: Step, case: Case, at: datetime) -> datetime | None:
        """When the step that is reached at `at` ought to be done: by its rows' own time, else by
        what is left of the whole service's."""
        starts = clock_starts(sop, step, case.meeting, at)
        if starts is None:
            return None
        if step.within:
            return self.calendar.due(starts, step.within)
        return self._promised(sop.within, case, at) if sop.within else None

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

    @property
    def calendar(self) -> Calendar:
        hours = {Weekday[day]: stretches for day, stretches in self.hours.items()}
        return Calendar(ZoneInfo(self.zone), hours, frozenset(self.closed))
