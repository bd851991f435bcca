"""Office time: the only hours in which an SOP's clock runs."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from functions.core.holidays import days_off, unsettled
from functions.core.hours import DAYS, Day, Hours, Season

SPAN = r"([1-9][0-9]{0,3})( menit| jam| hari kerja| hari|x24 jam)"


@dataclass(frozen=True)
class Span:
    """A length of time as a paper writes it."""

    amount: int
    unit: str

    @classmethod
    def parse(cls, text: str) -> "Span":
        found = re.fullmatch(SPAN, text)
        if not found:
            raise ValueError(f'{text!r} is not a span such as "30 menit", "1 hari kerja"')
        return cls(int(found[1]), found[2].strip())

    def __str__(self) -> str:
        return f"{self.amount}{'' if self.unit == 'x24 jam' else ' '}{self.unit}"

    @property
    def always_runs(self) -> bool:
        """Whether it runs by night and on free days too."""
        return self.unit in {"hari", "x24 jam"}

    @property
    def calendar(self) -> timedelta:
        """The span with the clock on the wall, nights and weekends included."""
        units = {"menit": timedelta(minutes=1), "jam": timedelta(hours=1)}
        return self.amount * units.get(self.unit, timedelta(days=1))


@dataclass(frozen=True)
class Calendar:
    """An office's working hours, and the days that are its own rule.

    `closed`: free days besides the nation's; `opened`: the nation's on which it works.
    """

    zone: ZoneInfo
    hours: Mapping[Day, Hours]
    closed: frozenset[date] = frozenset()
    opened: frozenset[date] = frozenset()
    seasons: tuple[Season, ...] = ()

    def due(self, start: datetime, span: Span) -> datetime:
        """When `span`, begun at `start`, has run out, in the office's zone."""
        here = start.astimezone(self.zone)
        if span.always_runs:
            return here + span.calendar
        if span.unit == "hari kerja":
            return self._after_days(here, span.amount)
        return self._after_time(here, span.calendar)

    def later(self, due: datetime, span: Span, since: datetime, until: datetime) -> datetime:
        """`due`, put off by as long as the clock of `span` stood still."""
        if span.always_runs:
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

    def halfway(self, since: datetime, due: datetime) -> datetime:
        """When half of the office time between is worked; half the time itself, if none is."""
        work = self.worked(since, due)
        here = since.astimezone(self.zone)
        return self._after_time(here, work / 2) if work else here + (due - since) / 2

    def closing(self, at: datetime) -> datetime:
        """When the working day of `at` ends; midnight, if that is past or the day is free."""
        here = at.astimezone(self.zone)
        ends = [closes for _, closes in self._stretches(here.date()) if here < closes]
        return ends[-1] if ends else _midnight(here)

    def estimated(self, since: datetime, until: datetime) -> bool:
        """Whether a date that may still move, by a day, lies between or right beside."""
        first = since.astimezone(self.zone).date() - timedelta(days=1)
        last = until.astimezone(self.zone).date() + timedelta(days=1)
        moving = self._unsettled(range(first.year, last.year + 1))
        return any(first <= day <= last for day in moving)

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
        if self._free(day):
            return []
        return [
            (datetime.combine(day, opens, self.zone), datetime.combine(day, closes, self.zone))
            for opens, closes in self._week(day).get(DAYS[day.weekday()], ())
        ]

    def _free(self, day: date) -> bool:
        return day in self.closed or (day in days_off(day.year) and day not in self.opened)

    def _week(self, day: date) -> Mapping[Day, Hours]:
        return next((s.hours for s in self.seasons if s.covers(day)), self.hours)

    def _unsettled(self, years: Iterable[int]) -> set[date]:
        """Estimated holidays, unless the office itself says what the day is; seasons' edges."""
        edges = {day for s in self.seasons if s.estimated for day in (s.since, s.until)}
        holidays = {day for year in years for day in unsettled(year)}
        return edges | (holidays - self.closed - self.opened)


def _midnight(here: datetime) -> datetime:
    """The end of that day."""
    return datetime.combine(here.date() + timedelta(days=1), time(), here.tzinfo)
