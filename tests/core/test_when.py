"""A day and an hour as somebody types them."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from functions.core.errors import Invalid
from functions.core.when import DAY, HOUR, day, hour, moment

ZONE = ZoneInfo("Asia/Jakarta")


def test_a_day_is_read_with_blanks_around_it() -> None:
    assert day(" 2026-03-31 ") == date(2026, 3, 31)


@pytest.mark.parametrize("text", ["", "besok", "31-03-2026", "2026-02-30", "2026-13-01"])
def test_what_is_no_day_is_answered_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match=DAY):
        day(text)


@pytest.mark.parametrize("text", ["09:30", "09.30", "9:30", "9.30", " 09:30 "])
def test_an_hour_is_read_however_it_is_written(text: str) -> None:
    assert hour(text) == time(9, 30)


@pytest.mark.parametrize("text", ["", "9", "pagi", "25:00", "09:60", "09:30 WIB"])
def test_what_is_no_hour_is_answered_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match=HOUR):
        hour(text)


def test_both_are_a_moment_on_the_offices_clock() -> None:
    assert moment("2026-03-31", "09.30", ZONE) == datetime(2026, 3, 31, 2, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("on", "at", "problems"),
    [("besok", "09:30", {"date": DAY}), ("2026-03-31", "pagi", {"time": HOUR})],
)
def test_what_does_not_fit_is_named_beside_its_field(
    on: str, at: str, problems: dict[str, str]
) -> None:
    with pytest.raises(Invalid) as refused:
        moment(on, at, ZONE)
    assert refused.value.problems == problems
