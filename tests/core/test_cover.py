"""Who may stand in for whom, and when."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from functions.core.cover import Stint
from functions.core.errors import Invalid
from functions.core.officer import Cover, Officer

MONDAY = date(2026, 3, 9)
DAY = timedelta(days=1)
FRIDAY = MONDAY + 4 * DAY
SITI = Officer("siti", "batang", "Siti", "siti@b.test", ("verifikator", "arsiparis"))
BUDI = Officer("budi", "batang", "Budi", "budi@b.test", ("bendahara",))
WEEK = Stint(BUDI, MONDAY, FRIDAY)


def _refused(stint: Stint, away: Officer = SITI) -> set[str]:
    with pytest.raises(Invalid) as refused:
        stint.of(away, ["verifikator"], MONDAY)
    return set(refused.value.problems)


def test_both_lines_say_who_has_the_role_meanwhile() -> None:
    holder, deputy = WEEK.of(SITI, ["verifikator"], MONDAY)
    assert holder.lent == (Cover("verifikator", "Plh.", MONDAY, FRIDAY, "budi"),)
    assert deputy.covers == (Cover("verifikator", "Plh.", MONDAY, FRIDAY, "siti"),)


def test_several_roles_go_at_once() -> None:
    holder, deputy = WEEK.of(SITI, SITI.roles, MONDAY)
    assert holder.acts_as(MONDAY) == ()
    assert deputy.acts_as(MONDAY) == ("bendahara", "verifikator", "arsiparis")


@pytest.mark.parametrize(
    ("since", "until", "field"),
    [(-1, 4, "since"), (3, 2, "until"), (0, 90, "until"), (5, 95, "until")],
)
def test_the_days_lie_ahead_in_order_and_are_90_at_most(since: int, until: int, field: str) -> None:
    assert _refused(Stint(BUDI, MONDAY + since * DAY, MONDAY + until * DAY)) == {field}


def test_90_days_are_allowed_and_so_is_one() -> None:
    for until in (MONDAY, MONDAY + 89 * DAY):
        Stint(BUDI, MONDAY, until).of(SITI, ["verifikator"], MONDAY)


@pytest.mark.parametrize("gone", [{"active": False}, {"until": FRIDAY - DAY}])
def test_whoever_stands_in_serves_all_the_while(gone: dict[str, object]) -> None:
    leaving = replace(BUDI, **gone)  # type: ignore[arg-type]
    assert _refused(replace(WEEK, colleague=leaving)) == {"officer"}


def test_who_is_away_themselves_stands_in_for_nobody() -> None:
    away = BUDI.lending(Cover("bendahara", "Plh.", FRIDAY, FRIDAY + DAY, "wahyu"))
    assert _refused(replace(WEEK, colleague=away)) == {"officer"}


def test_a_role_is_not_lent_twice_at_a_time() -> None:
    holder, deputy = WEEK.of(SITI, ["verifikator"], MONDAY)
    other = replace(BUDI, id="wahyu")
    assert _refused(Stint(other, FRIDAY, FRIDAY), holder) == {"role.verifikator"}
    assert _refused(Stint(deputy, FRIDAY, FRIDAY), replace(SITI, id="x")) == {"role.verifikator"}
    Stint(other, FRIDAY + DAY, FRIDAY + DAY).of(holder, ["verifikator"], MONDAY)


def test_a_vacant_post_is_filled_as_plt() -> None:
    deputy = WEEK.vacant("bupati", [SITI, BUDI], MONDAY)
    assert deputy.covers == (Cover("bupati", "Plt.", MONDAY, FRIDAY),)
    assert deputy.style_as("bupati", MONDAY) == "Plt."


def test_a_post_that_somebody_holds_is_not_vacant() -> None:
    with pytest.raises(Invalid, match="diperbaiki") as refused:
        WEEK.vacant("verifikator", [SITI, BUDI], MONDAY)
    assert "Siti" in refused.value.problems["role"]
    gone = replace(SITI, until=MONDAY - DAY)
    WEEK.vacant("verifikator", [gone, BUDI], MONDAY)


def test_a_vacant_post_is_filled_once_at_a_time() -> None:
    deputy = WEEK.vacant("bupati", [SITI, BUDI], MONDAY)
    with pytest.raises(Invalid):
        replace(WEEK, colleague=SITI).vacant("bupati", [SITI, deputy], MONDAY)
