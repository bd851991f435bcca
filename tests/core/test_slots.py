"""The times that an office offers for its calls, and which of them a call takes up."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from functions.core.clock import Calendar, Span
from functions.core.holidays import days_off
from functions.core.hours import DAYS, Season
from functions.core.slots import Calls, Slots
from functions.offices import all_offices

WIB = ZoneInfo("Asia/Jakarta")
MONDAY = datetime(2026, 3, 9, 9, 0, tzinfo=WIB)
TEXTS = ("07:30-12:00, 13:00-16:00", "08:15-11:40", "10:00-14:00", "09:00-10:00, 15:30-19:00")
CALM = (Span(1, "x24 jam"), Span(2, "jam"), Span(1, "hari kerja"), Span(30, "menit"))
calmly = settings(max_examples=100, deadline=None)
PLAIN = {"hours": {"selasa": "10:00-14:00"}, "minutes": 30, "notice": "2 jam", "ahead": "9 hari"}
BATANG = all_offices()["batang"].slots


def _clock(texts: str) -> list[tuple[time, time]]:
    """Read a day's hours a second time, in another way."""
    pairs = [text.split("-") for text in texts.split(", ")]
    return [(time.fromisoformat(a), time.fromisoformat(b)) for a, b in pairs]


weeks = st.dictionaries(st.sampled_from(DAYS), st.sampled_from(TEXTS), min_size=1)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 11, 1)).map(
    lambda at: at.replace(second=0, microsecond=0, tzinfo=WIB)
)
free_days = st.sets(st.dates(date(2026, 1, 1), date(2027, 11, 30)), max_size=30)


@st.composite
def offered(draw: st.DrawFn) -> tuple[Slots, dict[str, str], dict[str, str], datetime]:
    """An office of any hours that calls at any hours, and a moment."""
    work, call = draw(weeks), draw(weeks)
    calls = Calls.model_validate({
        "hours": call, "minutes": draw(st.sampled_from((20, 30, 45))),
        "notice": draw(st.sampled_from(CALM)), "ahead": Span(draw(st.integers(1, 20)), "hari"),
    })  # fmt: skip
    hours = Calls.model_validate({**PLAIN, "hours": work}).hours
    calendar = Calendar(WIB, hours, closed=frozenset(draw(free_days)))
    return Slots(calls, calendar), work, call, draw(moments)


def _within(day: date, text: str, starts: datetime, ends: datetime) -> bool:
    return any(
        datetime.combine(day, a, WIB) <= starts and ends <= datetime.combine(day, b, WIB)
        for a, b in _clock(text)
    )


@calmly
@given(offered())
def test_every_time_lies_in_hours_of_calls_and_of_work_between_notice_and_ahead(
    told: tuple[Slots, dict[str, str], dict[str, str], datetime],
) -> None:
    slots, work, call, now = told
    for day in slots.days(now):
        assert day not in days_off(day.year) | slots.calendar.closed
        for starts in slots.on(day, now):
            name, ends = DAYS[day.weekday()], starts + slots.calls.length
            assert _within(day, work[name], starts, ends)
            assert _within(day, call[name], starts, ends)
            assert slots.calendar.due(now, slots.calls.notice) <= starts
            assert starts <= now + slots.calls.ahead.calendar


@calmly
@given(offered())
def test_no_two_times_overlap_and_days_are_those_with_a_time(
    told: tuple[Slots, dict[str, str], dict[str, str], datetime],
) -> None:
    slots, *_, now = told
    times = [starts for day in slots.days(now) for starts in slots.on(day, now)]
    assert all(b - a >= slots.calls.length for a, b in pairwise(times))
    assert {starts.date() for starts in times} == set(slots.days(now))


@calmly
@given(offered(), st.integers(-90, 90))
def test_a_call_at_any_time_takes_up_just_what_it_overlaps(
    told: tuple[Slots, dict[str, str], dict[str, str], datetime], minutes: int
) -> None:
    slots, *_, now = told
    for day in slots.days(now)[:1]:
        starts = slots.on(day, now)[0] + timedelta(minutes=minutes)
        for slot in slots.on(starts.date(), now):
            overlaps = slot < starts + slots.calls.length and starts < slot + slots.calls.length
            assert (slot in slots.taken_by(starts)) == overlaps


def _at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=WIB)


def test_batang_calls_in_half_hours_but_not_in_the_break() -> None:
    assert [f"{s:%H:%M}" for s in BATANG.on(date(2026, 3, 10), MONDAY)] == [
        "10:00", "10:30", "11:00", "11:30", "13:00", "13:30",
    ]  # fmt: skip


def test_holidays_and_joint_leave_have_no_calls() -> None:
    """The week of 18 March 2026 is joint leave, Nyepi and Idulfitri."""
    assert BATANG.days(MONDAY) == [date(2026, 3, d) for d in (10, 11, 12, 17)]


def test_notice_is_kept_to_the_minute() -> None:
    late = MONDAY.replace(hour=10, minute=31)
    assert BATANG.on(date(2026, 3, 10), late)[0] == _at(10, 11)


def test_a_season_of_shorter_hours_has_fewer_times() -> None:
    hours = {"selasa": "08:00-11:00"}
    said = {"name": "Ramadan", "from": "2026-03-01", "until": "2026-03-31", "hours": hours}
    season = Season.model_validate(said)
    shorter = Slots(BATANG.calls, Calendar(WIB, BATANG.calendar.hours, seasons=(season,)))
    assert shorter.on(date(2026, 3, 10), MONDAY) == [_at(10, 10), _at(10, 10, 30)]


def test_a_call_between_two_times_takes_up_both_and_one_outside_none() -> None:
    assert BATANG.taken_by(_at(10, 10, 15)) == (_at(10, 10), _at(10, 10, 30))
    assert BATANG.taken_by(_at(10, 3).astimezone(UTC)) == ()
    assert BATANG.taken_by(_at(9, 10)) == ()


def test_an_office_that_says_nothing_of_calls_offers_none() -> None:
    slots = all_offices()["melawi"].slots
    assert slots.days(MONDAY) == []
    assert slots.taken_by(_at(10, 10)) == ()


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ({"hours": {}}, "at least 1 item"),
        ({"hours": {"selasa": "14:00-10:00"}}, "later than the one before"),
        ({"minutes": 0}, "greater than or equal to 5"),
        ({"url": "http://rapat.test"}, "match pattern"),
        ({"url": "https://rapat.test/a b"}, "match pattern"),
        ({"notice": "sehari"}, "is not a span"),
        ({"room": "A"}, "Extra inputs"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_meant_is_refused(said: dict[str, object], fault: str) -> None:
    with pytest.raises(ValidationError, match=fault):
        Calls.model_validate({**PLAIN, **said})
