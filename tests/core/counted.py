"""Offices made up at random, each beside a tape of its minutes: an open minute is 1.

The tape is made from the file's own words and the decree, by none of the clock's code.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from functions.core.clock import Calendar
from functions.core.office import Office

FIRST, LAST = date(2026, 3, 1), date(2026, 6, 30)
NATION = {  # the three ministers' decree for March to June 2026: holidays and cuti bersama
    *(date(2026, 3, day) for day in (18, 19, 20, 21, 22, 23, 24)),
    date(2026, 4, 3), date(2026, 4, 5), date(2026, 5, 1), date(2026, 5, 14), date(2026, 5, 15),
    date(2026, 5, 27), date(2026, 5, 28), date(2026, 5, 31), date(2026, 6, 1), date(2026, 6, 16),
}  # fmt: skip
EAST_OF_GREENWICH = {"Asia/Jakarta": 7, "Asia/Makassar": 8, "Asia/Jayapura": 9}
WEEK = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
HEAD = dict.fromkeys(
    ("id", "prefix", "name", "government", "head", "address", "website", "email", "sender",
     "zone_name", "application"), "x",
)  # fmt: skip


@dataclass(frozen=True)
class Counted:
    """An office's calendar, and its minutes from the midnight with which March begins."""

    calendar: Calendar
    tape: bytes
    ahead: timedelta

    def at(self, minute: int) -> datetime:
        midnight = datetime(FIRST.year, FIRST.month, FIRST.day, tzinfo=UTC) - self.ahead
        return midnight + timedelta(minutes=minute)

    def after(self, minute: int, count: int) -> datetime:
        """The end of the last of so many open minutes."""
        while count:
            count -= self.tape[minute]
            minute += 1
        return self.at(minute)

    def end_of_day(self, day: int) -> int | None:
        """The end of the last open minute of a day."""
        found = self.tape.rfind(1, 1440 * day, 1440 * (day + 1))
        return None if found < 0 else found + 1


def minutes(last: int = 100) -> st.SearchStrategy[int]:
    """Any minute of the first so many days."""
    return st.integers(0, 1440 * last - 1)


@st.composite
def offices(draw: st.DrawFn) -> Counted:
    file = draw(_files)
    tape = b"".join(_minutes(file, FIRST + timedelta(n)) for n in range((LAST - FIRST).days + 1))
    assume(sum(tape[1440 * 110 :]) > 0)
    office = Office.model_validate(file)
    return Counted(office.calendar, tape, timedelta(hours=EAST_OF_GREENWICH[office.zone]))


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _hours(times: list[int]) -> str:
    ends = [_clock(minute) for minute in sorted(times)]
    return ", ".join(map("-".join, zip(ends[::2], ends[1::2], strict=False)))


def _seasons(edges: list[date], weeks: list[Any]) -> list[dict[str, Any]]:
    ends = sorted(edges)
    return [
        {"name": "x", "from": since, "until": until, "hours": hours}
        for since, until, hours in zip(ends[::2], ends[1::2], weeks, strict=False)
    ]


def _apart(file: dict[str, Any]) -> dict[str, Any]:
    """No day is both closed and open."""
    return file | {"open": [day for day in file["open"] if day not in file["closed"]]}


_any_hours = st.lists(st.integers(0, 1439), min_size=2, max_size=6, unique=True).map(_hours)
_real_hours = st.sampled_from(["07:30-12:00, 13:00-16:00", "07:30-11:30, 13:00-16:30"])
_weeks = st.dictionaries(st.sampled_from(WEEK), _real_hours | _any_hours, min_size=1)
_days = st.dates(FIRST, LAST)
_files = st.fixed_dictionaries(
    {
        **{key: st.just(value) for key, value in HEAD.items()},
        "zone": st.sampled_from(sorted(EAST_OF_GREENWICH)),
        "hours": _weeks,
        "closed": st.lists(_days, max_size=6),
        "open": st.lists(st.sampled_from(sorted(NATION)), max_size=6),
        "seasons": st.builds(
            _seasons,
            st.lists(_days, max_size=4, unique=True),
            st.lists(_weeks, min_size=2, max_size=2),
        ),
    }
).map(_apart)


def _minutes(file: dict[str, Any], day: date) -> bytes:
    """The tape of one day."""
    tape = bytearray(1440)
    if day in file["closed"] or (day in NATION and day not in file["open"]):
        return bytes(tape)
    seasons = [s["hours"] for s in file["seasons"] if s["from"] <= day <= s["until"]]
    week = seasons[0] if seasons else file["hours"]
    for stretch in filter(None, week.get(WEEK[day.weekday()], "").split(", ")):
        opens, closes = (60 * int(at[:2]) + int(at[3:]) for at in stretch.split("-"))
        tape[opens:closes] = b"\1" * (closes - opens)
    return bytes(tape)
