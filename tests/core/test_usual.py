"""The usual time of a service: from enough real cases of the last 90 days, or not at all."""

from datetime import timedelta

import pytest

from functions.core.ledger import Told
from functions.core.pace import Pace
from functions.core.usual import FEWEST, LATELY, usual
from tests.core.lines import CALENDAR, MINUTE, MONDAY, closed
from tests.core.story import SOP

NOON = MONDAY + timedelta(hours=4)
FIVE = [closed(name, 10 * n, at=NOON) for n, name in enumerate("abcde", 1)]


def _usual(lines: list[Told], days: float = 1) -> Pace | None:
    return usual(lines, SOP.id, CALENDAR, NOON + timedelta(days=days))


def test_five_cases_are_enough() -> None:
    assert _usual(FIVE) == Pace(count=5, median=30 * MINUTE, p90=50 * MINUTE)


def test_of_fewer_nothing_is_said() -> None:
    assert len(FIVE) == FEWEST
    assert _usual(FIVE[1:]) is None


def test_cases_that_ended_otherwise_do_not_count() -> None:
    assert _usual([*FIVE[1:], closed("f", 1, "ditolak"), closed("g", 1, "kedaluwarsa")]) is None


def test_another_services_cases_do_not_count() -> None:
    other = Told("f", "babel-user-id@1", FIVE[0].event)
    assert _usual([*FIVE[1:], other]) is None


def test_cases_of_an_earlier_revision_count() -> None:
    earlier = Told("f", f"{SOP.id}@1999-01-01", FIVE[0].event)
    assert _usual([*FIVE[1:], earlier]) == _usual(FIVE)


@pytest.mark.parametrize(("days", "counts"), [(89.9, True), (90, False)])
def test_cases_of_more_than_90_days_ago_do_not_count(days: float, counts: bool) -> None:
    assert timedelta(days=90) == LATELY
    assert (_usual(FIVE, days) is not None) is counts
