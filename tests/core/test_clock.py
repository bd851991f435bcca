"""The office's clock: it runs in working hours and stands still in all others."""

from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from functions.core.clock import Span
from functions.offices import all_offices

WIB = ZoneInfo("Asia/Jakarta")
BATANG = all_offices()["batang"].calendar
CLOSED = {  # the three ministers' decree for March to June 2026: holidays and cuti bersama
    *(date(2026, 3, day) for day in (18, 19, 20, 21, 22, 23, 24)),
    date(2026, 4, 3), date(2026, 4, 5), date(2026, 5, 1), date(2026, 5, 14), date(2026, 5, 15),
    date(2026, 5, 27), date(2026, 5, 28), date(2026, 5, 31), date(2026, 6, 1), date(2026, 6, 16),
}  # fmt: skip


def wib(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=WIB)


@pytest.mark.parametrize(
    ("start", "span", "due"),
    [
        ("03-13T09:00", "5 hari kerja", "03-27T16:30"),
        ("03-09T09:00", "1 hari kerja", "03-10T16:00"),
        ("03-09T09:00", "30 menit", "03-09T09:30"),
        ("03-09T11:45", "30 menit", "03-09T13:15"),
        ("03-09T12:20", "30 menit", "03-09T13:30"),
        ("03-09T11:30", "30 menit", "03-09T12:00"),
        ("03-09T05:00", "30 menit", "03-09T08:00"),
        ("03-09T15:45", "30 menit", "03-10T07:45"),
        ("03-13T11:15", "30 menit", "03-13T13:15"),
        ("03-13T16:15", "30 menit", "03-16T07:45"),
        ("03-14T10:00", "30 menit", "03-16T08:00"),
        ("03-17T15:45", "30 menit", "03-25T07:45"),
        ("03-09T07:30", "8 jam", "03-10T08:00"),
        ("03-13T09:00", "7 hari", "03-20T09:00"),
    ],
    ids=[
        "over Nyepi, Lebaran and their cuti bersama", "the next working day's end",
        "within the morning", "over the break", "begun in the break", "up to the break",
        "begun before opening", "over night", "over Friday's longer break", "over the weekend",
        "begun on Saturday", "over a week of holidays", "hours are office hours",
        "plain days are calendar days",
    ],
)  # fmt: skip
def test_known_answers(start: str, span: str, due: str) -> None:
    assert BATANG.due(wib(start), Span.parse(span)) == wib(due)


def test_the_answer_does_not_depend_on_the_zone_that_the_start_is_told_in() -> None:
    start = wib("03-13T16:15")
    elsewhere = start.astimezone(ZoneInfo("Asia/Jayapura"))
    span = Span.parse("30 menit")
    assert BATANG.due(elsewhere, span) == BATANG.due(start, span)
    assert BATANG.due(elsewhere, span).tzinfo == WIB


def test_an_office_may_close_on_a_day_of_its_own() -> None:
    office = all_offices()["batang"].model_copy(update={"closed": (date(2026, 3, 10),)})
    assert office.calendar.due(wib("03-09T15:45"), Span.parse("30 menit")) == wib("03-11T07:45")


@settings(max_examples=60, deadline=None)
@given(
    start=st.datetimes(datetime(2026, 3, 1), datetime(2026, 6, 1)),
    minutes=st.integers(1, 900),
)
def test_minutes_are_what_counting_them_one_by_one_gives(start: datetime, minutes: int) -> None:
    begin = start.replace(second=0, microsecond=0, tzinfo=WIB)
    assert BATANG.due(begin, Span(minutes, "menit")) == counted(begin, minutes)


@settings(max_examples=60, deadline=None)
@given(
    start=st.datetimes(datetime(2026, 3, 1), datetime(2026, 5, 1)),
    days=st.integers(1, 20),
)
def test_working_days_end_on_an_open_day_with_so_many_open_days_behind(
    start: datetime, days: int
) -> None:
    due = BATANG.due(start.replace(tzinfo=WIB), Span(days, "hari kerja"))
    between = (due.date() - start.date()).days
    behind = [start.date() + timedelta(days=n) for n in range(1, between + 1)]
    assert sum(bool(opening(day)) for day in behind) == days
    assert 60 * due.hour + due.minute == opening(due.date())[-1] + 1


@pytest.mark.parametrize(
    ("since", "until", "hours"),
    [
        ("03-09T09:00", "03-09T09:00", 0),
        ("03-09T09:00", "03-09T11:00", 2),
        ("03-09T11:00", "03-09T14:00", 2),
        ("03-09T20:00", "03-10T06:00", 0),
        ("03-09T15:00", "03-10T08:30", 2),
        ("03-13T15:30", "03-16T09:30", 3),
        ("03-14T09:00", "03-15T17:00", 0),
        ("03-17T15:00", "03-25T08:30", 2),
        ("03-18T00:00", "03-24T23:59", 0),
    ],
    ids=["no time", "within the morning", "over the break", "by night", "over night",
         "over the weekend", "at the weekend", "over a week of holidays", "on holidays"],
)  # fmt: skip
def test_only_office_time_counts_as_worked(since: str, until: str, hours: float) -> None:
    assert BATANG.worked(wib(since), wib(until)) == timedelta(hours=hours)


@settings(max_examples=60, deadline=None)
@given(
    start=st.datetimes(datetime(2026, 3, 1), datetime(2026, 6, 1)),
    minutes=st.integers(1, 900),
)
def test_until_a_span_is_due_just_so_much_is_worked(start: datetime, minutes: int) -> None:
    begin = start.replace(tzinfo=WIB)
    due = BATANG.due(begin, Span(minutes, "menit"))
    assert BATANG.worked(begin, due) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("due", "span", "since", "until", "later"),
    [
        ("03-09T11:00", "2 jam", "03-09T10:00", "03-09T11:30", "03-09T13:30"),
        ("03-10T16:00", "1 hari kerja", "03-09T11:00", "03-09T14:00", "03-11T09:30"),
        ("03-13T16:30", "1 hari kerja", "03-12T15:00", "03-13T08:30", "03-16T09:30"),
        ("03-17T16:00", "1 hari kerja", "03-17T15:00", "03-25T08:30", "03-25T09:30"),
        ("03-10T16:00", "1 hari kerja", "03-09T16:30", "03-10T07:00", "03-10T16:00"),
        ("03-10T09:00", "1 hari", "03-09T16:30", "03-10T07:00", "03-10T23:30"),
        ("03-14T09:00", "1 hari", "03-13T16:00", "03-16T08:00", "03-17T01:00"),
    ],
    ids=["over the break", "to the day after", "over the weekend", "over a week of holidays",
         "not by a night", "a plain day by the night too", "a plain day by the weekend too"],
)  # fmt: skip
def test_what_stood_still_is_due_later_by_as_long(
    due: str, span: str, since: str, until: str, later: str
) -> None:
    assert BATANG.later(wib(due), Span.parse(span), wib(since), wib(until)) == wib(later)


def counted(begin: datetime, minutes: int) -> datetime:
    """The end of the last of so many open minutes."""
    now = begin
    while minutes:
        minutes -= 60 * now.hour + now.minute in opening(now.date())
        now += timedelta(minutes=1)
    return now


@cache
def opening(day: date) -> range | tuple[int, ...]:
    """The minutes of that day in which the office is open, by Perpres 21/2023."""
    if day in CLOSED or day.weekday() > 4:
        return ()
    if day.weekday() == 4:
        return (*range(450, 690), *range(780, 990))
    return (*range(450, 720), *range(780, 960))


@pytest.mark.parametrize("text", ["30 menit", "2 jam", "1 hari kerja", "14 hari"])
def test_a_span_reads_back_as_it_was_written(text: str) -> None:
    assert str(Span.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    ["", "menit", "30", "30menit", "-1 menit", "1.5 jam", "30 minutes", "30 menit ",
     "99999 hari", "1 hari  kerja", "1 bulan", "30 menit\n"],
)  # fmt: skip
def test_what_is_no_span_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match='such as "30 menit", "1 hari kerja"'):
        Span.parse(text)


@pytest.mark.parametrize(
    ("text", "hours"), [("30 menit", 0.5), ("2 jam", 2), ("3 hari", 72), ("2 hari kerja", 48)]
)
def test_on_the_wall_a_span_knows_no_office_hours(text: str, hours: float) -> None:
    assert Span.parse(text).calendar == timedelta(hours=hours)
