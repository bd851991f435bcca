"""The office's clock: it runs in working hours and stands still in all others."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from functions.core.clock import Span
from functions.offices import all_offices

WIB = ZoneInfo("Asia/Jakarta")
BATANG = all_offices()["batang"].calendar


def wib(text: str, year: str = "2026") -> datetime:
    return datetime.fromisoformat(f"{year}-{text}").replace(tzinfo=WIB)


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
        ("03-13T16:00", "3x24 jam", "03-16T16:00"),
        ("03-17T16:00", "1 hari kerja", "03-25T16:00"),
        ("03-21T10:00", "1 hari kerja", "03-25T16:00"),
        ("03-12T16:30", "1 hari kerja", "03-13T16:30"),
        ("03-13T12:00", "3 jam", "03-13T16:00"),
        ("12-23T15:30", "30 menit", "12-23T16:00"),
        ("12-23T15:30", "31 menit", "12-28T07:31"),
    ],
    ids=[
        "over Nyepi, Lebaran and their cuti bersama", "the next working day's end",
        "within the morning", "over the break", "begun in the break", "up to the break",
        "begun before opening", "over night", "over Friday's longer break", "over the weekend",
        "begun on Saturday", "over a week of holidays", "hours are office hours",
        "plain days are calendar days", "72 hours by the clock", "after a week of holidays",
        "begun at Lebaran itself", "begun after hours", "begun in Friday's longer break",
        "up to the very end", "over Christmas and its cuti bersama",
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


def test_the_new_year_is_counted_on() -> None:
    """Free are the weekend, New Year on Friday, and Isra Mikraj on Tuesday."""
    due = BATANG.due(wib("12-28T09:00"), Span.parse("5 hari kerja"))
    assert due == wib("01-06T16:00", "2027")


def test_an_office_may_close_on_a_day_of_its_own() -> None:
    calendar = replace(BATANG, closed=frozenset({date(2026, 3, 10)}))
    assert calendar.due(wib("03-09T15:45"), Span.parse("30 menit")) == wib("03-11T07:45")


def test_an_office_may_work_while_the_nation_is_on_leave() -> None:
    calendar = replace(BATANG, opened=frozenset({date(2026, 3, 18)}))
    assert calendar.due(wib("03-17T15:45"), Span.parse("30 menit")) == wib("03-18T07:45")
    assert calendar.due(wib("03-17T15:45"), Span.parse("2 hari kerja")) == wib("03-25T16:00")


@pytest.mark.parametrize(
    ("start", "span", "due"),
    [
        ("02-03T15:45", "30 menit", "02-04T07:45"),
        ("02-04T15:45", "30 menit", "02-08T08:15"),
        ("02-09T14:45", "30 menit", "02-10T08:15"),
        ("02-09T11:45", "30 menit", "02-09T12:45"),
        ("02-11T09:00", "1 hari kerja", "02-12T15:30"),
        ("02-15T08:00", "65 jam", "02-26T15:30"),
        ("03-05T15:15", "30 menit", "03-16T07:45"),
    ],
    ids=["before it", "into it", "it closes earlier", "its break is shorter", "its Friday",
         "two weeks of it are 65 hours", "out of it, over Lebaran"],
)  # fmt: skip
def test_in_ramadan_an_office_keeps_other_hours(start: str, span: str, due: str) -> None:
    assert BATANG.due(wib(start, "2027"), Span.parse(span)) == wib(due, "2027")


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


@pytest.mark.parametrize(
    ("at", "closing"),
    [
        ("03-09T05:00", "03-09T16:00"),
        ("03-09T12:30", "03-09T16:00"),
        ("03-09T15:59", "03-09T16:00"),
        ("03-09T16:00", "03-10T00:00"),
        ("03-09T23:59", "03-10T00:00"),
        ("03-13T11:45", "03-13T16:30"),
        ("03-14T10:00", "03-15T00:00"),
        ("03-20T10:00", "03-21T00:00"),
    ],
    ids=["before opening", "in the break", "in the last minute", "at the end", "in the evening",
         "on Friday", "on Saturday", "on a holiday"],
)  # fmt: skip
def test_the_day_closes_with_its_last_hour_or_at_midnight(at: str, closing: str) -> None:
    elsewhere = wib(at).astimezone(ZoneInfo("Asia/Jayapura"))
    assert BATANG.closing(elsewhere) == wib(closing)


@pytest.mark.parametrize(
    ("since", "due", "halfway"),
    [
        ("03-09T09:00", "03-09T11:00", "03-09T10:00"),
        ("03-09T11:00", "03-09T14:00", "03-09T12:00"),
        ("03-09T14:00", "03-10T09:30", "03-09T16:00"),
        ("03-13T09:00", "03-16T16:00", "03-16T08:15"),
        ("03-17T16:00", "03-25T08:30", "03-25T08:00"),
        ("03-14T00:00", "03-15T12:00", "03-14T18:00"),
        ("03-09T09:00", "03-09T09:00", "03-09T09:00"),
    ],
    ids=["in the morning", "over the break", "over night", "over the weekend",
         "over a week of holidays", "half the time itself at the weekend", "no time"],
)  # fmt: skip
def test_halfway_is_half_the_office_time(since: str, due: str, halfway: str) -> None:
    assert BATANG.halfway(wib(since), wib(due)) == wib(halfway)
