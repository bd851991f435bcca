"""What is counted where: no sum or difference of figures tells what a few people said."""

from collections.abc import Iterator, Mapping
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.core.period import Period, demand_period
from functions.core.satisfaction import Ballot
from functions.core.tally import FEWEST, Tally, by_service, tally, together

YEAR = demand_period("2026")
COUNTS = st.lists(st.integers(0, 9), min_size=12, max_size=12)


def _box(*counts: int, service: str = "akun") -> Mapping[str, list[Ballot]]:
    """So many ballots in each month from January on."""
    return {
        f"2026-{month:02}": [Ballot(f"{service}-{month}-{n}", service, {}) for n in range(count)]
        for month, count in enumerate(counts, 1)
    }


def _tally(name: str, *counts: int) -> Tally:
    box = _box(*counts)
    return tally(demand_period(name), lambda month: box.get(month.id, ()))


def _within(period: Period) -> Iterator[Period]:
    """The period, and all that it consists of."""
    return chain([period], *(_within(part) for part in period.parts))


@pytest.mark.parametrize(("count", "counted"), [(0, 0), (4, 0), (5, 5), (9, 9)])
def test_a_month_is_counted_from_five_answers_on(count: int, counted: int) -> None:
    assert FEWEST == 5
    found = _tally("2026-01", count)
    assert (len(found.counted), len(found.left)) == (counted, count - counted)


def test_a_month_with_too_few_is_not_to_be_worked_out_from_its_quarter() -> None:
    """10 and 10 are told of: 22 less these would be two people's answers."""
    found = _tally("2026-T1", 10, 10, 2)
    assert (len(found.counted), len(found.left)) == (20, 2)


def test_months_with_too_few_are_counted_together() -> None:
    assert len(_tally("2026-T1", 2, 2, 1).counted) == 5
    assert len(_tally("2026-T1", 10, 3, 2).counted) == 15


def test_quarters_with_too_few_are_counted_together() -> None:
    assert not _tally("2026-T1", 1, 1, 1).counted
    assert len(_tally("2026-S1", 1, 1, 1, 1, 1, 1).counted) == 6
    assert len(_tally("2026", *[0, 1] * 3, *[0] * 4, 1, 1).counted) == 5


@given(COUNTS)
def test_whatever_is_subtracted_from_whatever_five_people_remain(counts: list[int]) -> None:
    """Who has the figures of some periods knows sums over sets of ballots. Each set is made of
    these: what a period counts and none of its parts does."""
    told = {p: {b.id for b in _tally(p.id, *counts).counted} for p in _within(YEAR)}
    for period, counted in told.items():
        parts = set().union(*(told[part] for part in period.parts))
        assert parts <= counted
        assert len(counted - parts) == 0 or len(counted - parts) >= FEWEST


@given(COUNTS)
def test_every_ballot_is_either_counted_or_left(counts: list[int]) -> None:
    found = _tally("2026", *counts)
    every = [ballot.id for ballot in (*found.counted, *found.left)]
    assert len(every) == len(set(every)) == sum(counts)
    assert len(found.left) < FEWEST


def test_each_service_is_counted_by_itself() -> None:
    """Else the office's figures, less one service's, would be the few of the other."""
    one, other = _box(6, service="akun"), _box(3, service="pinjam")
    found = by_service(
        demand_period("2026-01"),
        lambda month: [*one.get(month.id, ()), *other.get(month.id, ())],
        ["akun", "pinjam"],
    )
    assert {name: len(of.counted) for name, of in found.items()} == {"akun": 6, "pinjam": 0}
    assert (len(together(found.values()).counted), len(together(found.values()).left)) == (6, 3)
