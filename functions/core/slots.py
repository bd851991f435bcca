"""When an office makes its video calls: the times that applicants may choose from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Annotated

from pydantic import Field

from functions.core.clock import Calendar, Span
from functions.core.form import Frozen
from functions.core.hours import DAYS, Week
from functions.core.step import SpanText

ROOM = r"https://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[!-~]{0,400})?"
"""The address of a room to call in."""


class Calls(Frozen):
    """`minutes`: how long a call takes; `url`: the room that calls are made in. A time may be
    chosen from `notice` after now until `ahead` after now."""

    hours: Week
    minutes: Annotated[int, Field(ge=5, le=240)]
    url: Annotated[str, Field(pattern=f"^({ROOM})?$")] = ""
    notice: SpanText
    ahead: SpanText

    @property
    def length(self) -> timedelta:
        return timedelta(minutes=self.minutes)


NONE = Calls.model_construct(hours={}, minutes=30, notice=Span(1, "hari"), ahead=Span(1, "hari"))
"""Of an office that offers no times, but proposes one to each applicant."""


@dataclass(frozen=True)
class Slots:
    """The times at which calls may begin, one after the other, wholly in office time."""

    calls: Calls
    calendar: Calendar

    def days(self, now: datetime) -> list[date]:
        """Those with a time that may be chosen now."""
        first, last = self._window(now)
        count = (last.date() - first.date()).days + 1
        every = (first.date() + timedelta(days=n) for n in range(count))
        return [day for day in every if self.on(day, now)]

    def on(self, day: date, now: datetime) -> list[datetime]:
        """The times of that day that may be chosen now, free or not."""
        first, last = self._window(now)
        return [starts for starts in self._of(day) if first <= starts <= last]

    def taken_by(self, starts: datetime) -> tuple[datetime, ...]:
        """Those that a call at any time takes up: it may begin between two, or outside of all."""
        day = starts.astimezone(self.calendar.zone).date()
        return tuple(slot for slot in self._of(day) if abs(slot - starts) < self.calls.length)

    def _of(self, day: date) -> list[datetime]:
        return [
            starts
            for opens, closes in self.calls.hours.get(DAYS[day.weekday()], ())
            for starts in self._between(
                datetime.combine(day, opens, self.calendar.zone),
                datetime.combine(day, closes, self.calendar.zone),
            )
            if self.calendar.worked(starts, starts + self.calls.length) == self.calls.length
        ]

    def _between(self, opens: datetime, closes: datetime) -> Iterator[datetime]:
        while opens + self.calls.length <= closes:
            yield opens
            opens += self.calls.length

    def _window(self, now: datetime) -> tuple[datetime, datetime]:
        due = self.calendar.due
        return due(now, self.calls.notice), due(now, self.calls.ahead)
