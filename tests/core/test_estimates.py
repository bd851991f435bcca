"""A date that is not decreed yet may move, and with it whatever is counted over it."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from functions.core.clock import Calendar
from functions.core.holidays import days_off, unsettled
from functions.core.hours import Season
from functions.offices import all_offices

WIB = ZoneInfo("Asia/Jakarta")
MELAWI = all_offices()["melawi"]
LEBARAN = date(2040, 10, 8)
SEASON = Season.model_validate(
    {"name": "Ramadan", "from": date(2026, 11, 9), "until": date(2026, 11, 27),
     "hours": {"senin": "08:00-15:00"}, "estimated": True}
)  # fmt: skip


def rests(calendar: Calendar, since: date, until: date) -> bool:
    first, last = (datetime.combine(day, time(10), WIB) for day in (since, until))
    return calendar.estimated(first, last)


def test_holidays_by_the_moon_are_estimates_until_they_are_decreed() -> None:
    assert unsettled(2026) == frozenset()
    assert {LEBARAN, LEBARAN + timedelta(1)} <= unsettled(2040) < days_off(2040)
    assert date(2040, 8, 17) not in unsettled(2040)


@pytest.mark.parametrize(
    ("since", "until", "estimated"),
    [(-9, 9, True), (-9, -2, False), (-9, -1, True), (0, 0, True), (2, 9, True), (3, 9, False)],
    ids=["over it", "well before", "up to the day before", "on the day", "from the day after",
         "well after"],
)  # fmt: skip
def test_a_time_is_estimated_if_an_estimate_lies_in_it_or_right_beside(
    since: int, until: int, estimated: bool
) -> None:
    ends = LEBARAN + timedelta(since), LEBARAN + timedelta(until)
    assert rests(MELAWI.calendar, *ends) is estimated


def test_what_is_decreed_is_never_estimated() -> None:
    assert not rests(MELAWI.calendar, date(2026, 1, 1), date(2026, 12, 20))


def test_a_day_that_the_office_names_is_no_estimate() -> None:
    """It says what the decree says, before the list of holidays does."""
    days = {LEBARAN, LEBARAN + timedelta(1)}
    for closed, opened in ((days, set()), (set(), days)):
        named = replace(MELAWI.calendar, closed=frozenset(closed), opened=frozenset(opened))
        assert not rests(named, LEBARAN, LEBARAN)


@pytest.mark.parametrize(
    ("since", "until", "estimated"),
    [(1, 6, False), (1, 9, True), (12, 20, False), (20, 27, True), (1, 30, True), (29, 30, False)],
    ids=["before it", "into it", "within it", "to its end", "over it", "after it"],
)
def test_of_an_estimated_season_its_first_and_last_day_may_move(
    since: int, until: int, estimated: bool
) -> None:
    ends = date(2026, 11, since), date(2026, 11, until)
    assert rests(replace(MELAWI.calendar, seasons=(SEASON,)), *ends) is estimated
    decreed = SEASON.model_copy(update={"estimated": False})
    assert not rests(replace(MELAWI.calendar, seasons=(decreed,)), *ends)


def test_an_office_says_the_same_as_its_calendar() -> None:
    day = datetime.combine(LEBARAN, time(10), WIB)
    assert MELAWI.estimated(day, day)
    assert not MELAWI.estimated(day + timedelta(20), day + timedelta(21))
