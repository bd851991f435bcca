"""In which roles somebody may act, on which days, and what is told of it beforehand."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from functions.core.officer import Cover, Officer, acting

MONDAY = date(2026, 3, 9)
DAY = timedelta(days=1)
LEAVE = Cover("verifikator", "Plh.", MONDAY, MONDAY + 4 * DAY, "budi")
SITI = Officer("siti", "batang", "Siti", "siti@b.test", ("verifikator", "pengelola-staf"))
BUDI = Officer("budi", "batang", "Budi", "budi@b.test", ("bendahara",))


def _days(officer: Officer, role: str) -> list[date]:
    """The days around the leave on which they act in this role."""
    around = [MONDAY + n * DAY for n in range(-1, 7)]
    return [day for day in around if role in officer.acts_as(day)]


def test_a_decree_counts_to_the_end_of_its_last_day() -> None:
    officer = replace(SITI, until=MONDAY)
    assert officer.serves(MONDAY)
    assert not officer.serves(MONDAY + DAY)
    assert officer.acts_as(MONDAY + DAY) == ()


def test_what_is_lent_is_anothers_from_the_first_day_to_the_last() -> None:
    deputy = BUDI.covering(replace(LEAVE, officer="siti"))
    holder = SITI.lending(LEAVE)
    assert _days(deputy, "verifikator") == [MONDAY + n * DAY for n in range(5)]
    assert _days(holder, "verifikator") == [MONDAY - DAY, MONDAY + 5 * DAY, MONDAY + 6 * DAY]
    assert len(_days(holder, "pengelola-staf")) == 8
    assert acting([holder, deputy], "verifikator", MONDAY) == (deputy,)


def test_who_no_longer_serves_stands_in_for_nobody() -> None:
    assert replace(BUDI, active=False).covering(LEAVE).acts_as(MONDAY) == ()


def test_an_own_role_is_never_anothers_in_name() -> None:
    deputy = BUDI.covering(LEAVE)
    assert deputy.style_as("verifikator", MONDAY) == "Plh."
    assert deputy.style_as("bendahara", MONDAY) == ""
    assert replace(deputy, roles=("verifikator",)).style_as("verifikator", MONDAY) == ""


def test_a_cover_that_is_ended_counts_to_the_day_before() -> None:
    assert LEAVE.ended(MONDAY + 2 * DAY) == replace(LEAVE, until=MONDAY + DAY)
    assert LEAVE.ended(MONDAY + 9 * DAY) == LEAVE


def test_a_cover_that_is_ended_before_it_began_never_was() -> None:
    assert LEAVE.ended(MONDAY) is None


@pytest.mark.parametrize("left", [60, 30, 7])
def test_a_decrees_end_is_told_60_30_and_7_days_before(left: int) -> None:
    officer = replace(SITI, until=MONDAY + left * DAY)
    assert officer.next_news(MONDAY - DAY) == MONDAY
    assert officer.expiring(MONDAY - DAY, MONDAY)
    assert not officer.expiring(MONDAY, MONDAY), "told already"


def test_a_notice_that_was_missed_is_told_the_day_it_can_be() -> None:
    officer = replace(SITI, until=MONDAY + 5 * DAY)
    assert officer.expiring(MONDAY - 9 * DAY, MONDAY)


@pytest.mark.parametrize("gone", [{"active": False}, {"until": MONDAY - DAY}])
def test_of_who_is_gone_nothing_is_told(gone: dict[str, object]) -> None:
    officer = replace(SITI, **{"until": MONDAY + 7 * DAY, **gone})  # type: ignore[arg-type]
    assert not officer.expiring(date.min, MONDAY)
    assert officer.covering(LEAVE).begun(date.min, MONDAY) == ()


def test_a_cover_is_news_on_its_first_day_alone() -> None:
    deputy = BUDI.covering(LEAVE)
    assert deputy.next_news(MONDAY - DAY) == MONDAY
    assert deputy.begun(MONDAY - DAY, MONDAY) == (LEAVE,)
    assert deputy.begun(MONDAY, MONDAY + DAY) == ()
    assert deputy.begun(MONDAY - DAY, MONDAY + 5 * DAY) == (), "it is over"
