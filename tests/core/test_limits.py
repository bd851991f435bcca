"""A flood from one address is held off; nobody else notices."""

from datetime import UTC, datetime, timedelta

import pytest

from functions.core.errors import TooMany
from functions.core.limits import Limit
from tests.fakes import MemoryCounters, PlainFingerprints

LIMIT = Limit("lapor", 3, timedelta(hours=1))
NOON = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)
PRINTS = PlainFingerprints()


def ask(counters: MemoryCounters, address: str = "192.0.2.7", at: datetime = NOON) -> None:
    LIMIT.demand(counters, PRINTS, address, at)


def test_beyond_the_limit_one_address_is_refused_and_others_are_not() -> None:
    counters = MemoryCounters()
    for _ in range(3):
        ask(counters)
    with pytest.raises(TooMany):
        ask(counters)
    ask(counters, "192.0.2.8")


def test_the_next_hour_is_a_new_one() -> None:
    counters = MemoryCounters()
    for _ in range(3):
        ask(counters)
    ask(counters, at=NOON + timedelta(hours=1))


def test_callers_without_an_address_share_one_limit() -> None:
    counters = MemoryCounters()
    for _ in range(3):
        ask(counters, "")
    with pytest.raises(TooMany):
        ask(counters, "")


def test_the_address_itself_is_not_kept() -> None:
    counters = MemoryCounters()
    ask(counters)
    assert "192.0.2.7" not in repr(counters.tries).replace(PRINTS.of("address", "192.0.2.7"), "")


def test_who_is_refused_is_told_how_long_to_wait() -> None:
    counters, at = MemoryCounters(), NOON + timedelta(minutes=10)
    for _ in range(3):
        ask(counters, at=at)
    with pytest.raises(TooMany) as refused:
        ask(counters, at=at)
    assert refused.value.wait == 50 * 60


def test_asking_what_is_left_takes_nothing_of_it() -> None:
    counters = MemoryCounters()
    for _ in range(2):
        ask(counters)
    for _ in range(5):
        LIMIT.demand_left(counters, PRINTS, "192.0.2.7", NOON)
    ask(counters)
    with pytest.raises(TooMany):
        LIMIT.demand_left(counters, PRINTS, "192.0.2.7", NOON)
