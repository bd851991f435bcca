"""A year, its halves, quarters and months: how addresses and people name them."""

from datetime import date

import pytest

from functions.core.errors import NotFound
from functions.core.period import demand_period, quarter_before

NAMED = [
    ("2026", "Tahun 2026", "2025", "2027", date(2027, 1, 1)),
    ("2026-S1", "Semester I 2026", "2025-S2", "2026-S2", date(2026, 7, 1)),
    ("2026-S2", "Semester II 2026", "2026-S1", "2027-S1", date(2027, 1, 1)),
    ("2026-T1", "Triwulan I 2026", "2025-T4", "2026-T2", date(2026, 4, 1)),
    ("2026-T4", "Triwulan IV 2026", "2026-T3", "2027-T1", date(2027, 1, 1)),
    ("2026-01", "Januari 2026", "2025-12", "2026-02", date(2026, 2, 1)),
    ("2026-11", "November 2026", "2026-10", "2026-12", date(2026, 12, 1)),
]


@pytest.mark.parametrize(("name", "words", "before", "after", "over_on"), NAMED)
def test_a_period_has_a_name_neighbours_and_an_end(
    name: str, words: str, before: str, after: str, over_on: date
) -> None:
    period = demand_period(name)
    assert (period.id, period.words, period.over_on) == (name, words, over_on)
    assert (period.before.id, period.after.id) == (before, after)


@pytest.mark.parametrize(
    "text",
    ["", "x", "26", "1999", "2026-", "2026-0", "2026-00", "2026-13", "2026-1", "2026-S", "2026-S0",
     "2026-S3", "2026-S01", "2026-T5", "2026-t1", "2026-11-01", "2026-11\n", "２０２６", "2026-٠١"],
)  # fmt: skip
def test_what_is_no_period_is_not_found(text: str) -> None:
    with pytest.raises(NotFound):
        demand_period(text)


def test_a_year_has_halves_those_quarters_those_months_and_a_month_no_parts() -> None:
    year = demand_period("2026")
    halves = year.parts
    quarters = [quarter for half in halves for quarter in half.parts]
    months = [month for quarter in quarters for month in quarter.parts]
    assert [p.id for p in halves] == ["2026-S1", "2026-S2"]
    assert [p.id for p in quarters] == [f"2026-T{n}" for n in range(1, 5)]
    assert [p.id for p in months] == [f"2026-{n:02}" for n in range(1, 13)]
    assert {month.parts for month in months} == {()}


def test_every_part_knows_its_whole() -> None:
    year = demand_period("2026")
    assert year.whole is None
    for half in year.parts:
        assert half.whole == year
        for quarter in half.parts:
            assert quarter.whole == half
            assert {month.whole for month in quarter.parts} == {quarter}


@pytest.mark.parametrize(
    ("today", "quarter"),
    [(date(2026, 1, 1), "2025-T4"), (date(2026, 3, 31), "2025-T4"), (date(2026, 4, 1), "2026-T1"),
     (date(2026, 12, 31), "2026-T3")],
)  # fmt: skip
def test_the_quarter_before_is_the_latest_that_is_over(today: date, quarter: str) -> None:
    assert quarter_before(today).id == quarter
    assert quarter_before(today).over_on <= today < quarter_before(today).after.over_on
