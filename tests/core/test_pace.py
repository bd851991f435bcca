"""How long things take an office: known answers, and what holds for any times."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.core.lengths import length
from functions.core.pace import office_time, pace
from functions.core.timing import spelled
from tests.core.lines import CALENDAR, MINUTE, MONDAY, line

TIMES = st.lists(st.timedeltas(timedelta(), timedelta(days=40)), min_size=1, max_size=40)


@pytest.mark.parametrize(
    ("minutes", "median", "p90"),
    [
        ([7], 7, 7),
        ([3, 1], 2, 3),
        ([5, 1, 9], 5, 9),
        ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5.5, 9),
        ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 6, 10),
        ([4] * 20, 4, 4),
    ],
)
def test_known_answers(minutes: list[int], median: float, p90: int) -> None:
    found = pace(n * MINUTE for n in minutes)
    assert (found.count, found.median, found.p90) == (len(minutes), median * MINUTE, p90 * MINUTE)


def test_without_any_there_are_no_figures() -> None:
    found = pace([])
    assert (found.count, found.median, found.p90) == (0, None, None)


@given(TIMES)
def test_the_middle_lies_between_the_shortest_and_p90_and_that_within_the_longest(
    times: list[timedelta],
) -> None:
    found = pace(times)
    assert found.median is not None
    assert found.p90 is not None
    assert min(times) <= found.median <= max(times)
    assert found.p90 in times


@given(TIMES)
def test_nine_of_ten_took_no_longer_than_p90_and_no_shorter_time_does(
    times: list[timedelta],
) -> None:
    p90 = pace(times).p90
    assert p90 is not None
    assert 10 * sum(time <= p90 for time in times) >= 9 * len(times)
    assert 10 * sum(time < p90 for time in times) < 9 * len(times)


@given(TIMES)
def test_half_took_no_longer_than_the_median_and_half_no_shorter(times: list[timedelta]) -> None:
    median = pace(times).median
    assert median is not None
    assert 2 * sum(time <= median for time in times) >= len(times)
    assert 2 * sum(time >= median for time in times) >= len(times)


def test_only_the_offices_hours_count_and_pauses_do_not() -> None:
    """Monday 15:00 to Tuesday 09:00 is two hours; then a pause; then one more."""
    tuesday = MONDAY + timedelta(days=1)
    held = [
        (MONDAY + timedelta(hours=7), tuesday + timedelta(hours=1)),
        (tuesday + timedelta(hours=2), tuesday + timedelta(hours=3)),
    ]
    event = line("a", "decided", tuesday, held=spelled(held)).event
    assert office_time(event, CALENDAR) == timedelta(hours=3)


def test_what_the_office_never_held_took_it_no_time() -> None:
    assert office_time(line("a", "decided", held="").event, CALENDAR) == timedelta()


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "kurang dari 1 menit"), (1, "1 menit"), (59.9, "59 menit"), (60, "1 jam"),
     (125, "2 jam 5 menit"), (60 * 37.5, "37 jam 30 menit")],
)  # fmt: skip
def test_a_length_is_told_in_hours_and_minutes(minutes: float, words: str) -> None:
    assert length(minutes * MINUTE) == words
