"""Office time: the only hours in which an SOP's clock runs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays

Hours = tuple[tuple[time, time], ...]
SPAN = r"([0-9]{1,4}) (menit|jam|hari kerja|hari)"


@dataclass(frozen=True)
class Span:
    """A length of time as a paper writes it; only "hari" is calendar time."""

    amount: int
    unit: str

    @classmethod
    def parse(cls, text: str) -> "Span":
        found = re.fullmatch(SPAN, text)
        if not found:
            raise ValueError(f'{text!r} is not a span such as "30 menit", "1 hari kerja"')
        return cls(int(found[1]), found[2])

    def __str__(self) -> str:
        return f"{self.amount} {self.unit}"

    @property
    def calendar(self) -> timedelta:
        """The span with the clock on the wall, nights and weekends included."""
        units = {"menit": timedelta(minutes=1), "jam": timedelta(hours=1)}
        return self.amount * units.get(self.unit, timedelta(days=1))


@dataclass(frozen=True)
class Calendar:
    """An office's working hours by weekday (0 = Monday), and the days it is closed."""

    zone: ZoneInfo
    hours: Mapping[int, Hours]
    closed: frozenset[date] = field(default_factory=frozenset)

    def due(self, start: datetime, span: Span) -> datetime:
        """When `span`, begun at `start`, has run out, in the office's zone."""
        here = start.astimezone(self.zone)
        match span.unit:
            case "hari kerja":
                return self._after_days(here, span.amount)
            case "hari":
                return here + span.calendar
            case _:
                return self._after_time(here, span.calendar)

    def later(self, due: datetime, span: Span, since: datetime, until: datetime) -> datetime:
        """`due`, put off by as long as the clock of `span` stood still."""
        if span.unit == "hari":
            return due + (until - since)
        return self._after_time(due.astimezone(self.zone), self.worked(since, until))

    def worked(self, since: datetime, until: datetime) -> timedelta:
        """How much of the time between was office time."""
        day, total = since.astimezone(self.zone).date(), timedelta()
        while day <= until.astimezone(self.zone).date():
            for opens, closes in self._stretches(day):
                total += max(min(until, closes) - max(since, opens), timedelta())
            day += timedelta(days=1)
        return total

    def _after_days(self, here: datetime, days: int) -> datetime:
        day = here.date()
        while days:
            day += timedelta(days=1)
            days -= bool(self._stretches(day))
        return self._stretches(day)[-1][1] if self._stretches(day) else here

    def _after_time(self, here: datetime, left: timedelta) -> datetime:
        day = here.date()
        while True:
            for opens, closes in self._stretches(day):
                begin = max(here, opens)
                if begin + left <= closes:
                    return begin + left
                left -= max(closes - begin, timedelta())
            day += timedelta(days=1)

    def _stretches(self, day: date) -> list[tuple[datetime, datetime]]:
        if day in self.closed or day in _national(day.year):
            return []
        return [
            (datetime.combine(day, opens, self.zone), datetime.combine(day, closes, self.zone))
            for opens, closes in self.hours.get(day.weekday(), ())
        ]


@cache
def _national(year: int) -> holidays.HolidayBase:
    """Public holidays and cuti bersama of Indonesia."""
    return holidays.country_holidays("ID", years=year, categories=("public", "government"))
