"""An office as its file describes it."""

from datetime import date, datetime, time
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, PlainSerializer

from functions.core.clock import Calendar
from functions.core.facts import Meeting
from functions.core.form import Frozen
from functions.core.rules import clock_starts
from functions.core.sop import Sop, Step

Weekday = {"senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "sabtu": 5, "minggu": 6}


def _stretches(text: object) -> object:
    """Read "07:30-12:00, 13:00-16:00"."""
    if not isinstance(text, str):
        return text
    parts = [part.strip().split("-") for part in text.split(",") if part.strip()]
    return tuple((time.fromisoformat(a), time.fromisoformat(b)) for a, b in parts)


Hours = Annotated[tuple[tuple[time, time], ...], BeforeValidator(_stretches), PlainSerializer(str)]


class Channel(Frozen):
    """A way to complain or ask; `address` as the office writes it."""

    label: str
    address: str


class Office(Frozen):
    id: str
    prefix: str
    name: str
    government: str
    address: str
    website: str
    email: str
    phone: str = ""
    sender: str
    zone: str
    zone_name: str
    application: str
    hours: dict[str, Hours]
    closed: tuple[date, ...] = ()
    channels: tuple[Channel, ...] = ()

    def due(self, sop: Sop, step: Step, meeting: Meeting | None, at: datetime) -> datetime | None:
        """When the step that is reached at `at` ought to be done."""
        starts = clock_starts(sop, step, meeting, at)
        return self.calendar.due(starts, step.within) if starts and step.within else None

    @property
    def calendar(self) -> Calendar:
        hours = {Weekday[day]: stretches for day, stretches in self.hours.items()}
        return Calendar(ZoneInfo(self.zone), hours, frozenset(self.closed))
