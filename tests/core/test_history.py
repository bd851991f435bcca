"""The chain of a case's history shows whatever was done to it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.core.history import GENESIS, Event, first_break
from tests.core.story import MORNING, NUMBER, VENDOR, at_follow_up, decided
from tests.fakes import MemoryCases

DONE = decided(at_follow_up(), VENDOR, "terisi")
CHAIN = DONE.news.events
LINES = range(1, len(CHAIN) + 1)
Tampering = Callable[[Event], Event]


def broken(events: tuple[Event, ...]) -> int | None:
    return first_break(NUMBER, events, DONE.seq, DONE.head)


def without(number: int) -> tuple[Event, ...]:
    return tuple(event for event in CHAIN if event.seq != number)


def test_what_a_case_tells_is_a_chain_that_verifies() -> None:
    """G10."""
    assert broken(CHAIN) is None
    assert [event.seq for event in CHAIN] == list(LINES)
    assert CHAIN[0].previous == GENESIS


def test_an_empty_history_verifies() -> None:
    assert first_break(NUMBER, (), 0, GENESIS) is None


@pytest.mark.parametrize(
    "tampering",
    [
        lambda e: replace(e, kind="forged"),
        lambda e: replace(e, at=e.at + timedelta(microseconds=1)),
        lambda e: replace(e, by="somebody"),
        lambda e: replace(e, detail={**e.detail, "more": "1"}),
        lambda e: replace(e, rows=(*e.rows, 9)),
        lambda e: replace(e, previous="f" * 64),
    ],
    ids=["kind", "time", "who", "detail", "rows", "seal"],
)
@pytest.mark.parametrize("number", LINES)
def test_a_changed_line_is_named(number: int, tampering: Tampering) -> None:
    """G10."""
    changed = tuple(tampering(e) if e.seq == number else e for e in CHAIN)
    assert broken(changed) == number


@pytest.mark.parametrize("number", LINES[:-1])
def test_a_missing_line_is_named(number: int) -> None:
    """G10."""
    assert broken(without(number)) == number


@pytest.mark.parametrize("kept", range(len(CHAIN)))
def test_a_truncated_chain_is_found_at_the_first_line_that_is_gone(kept: int) -> None:
    """G10."""
    assert broken(CHAIN[:kept]) == kept + 1


@pytest.mark.parametrize("number", LINES[:-1])
def test_two_lines_that_changed_places_are_found_at_the_first(number: int) -> None:
    """G10."""
    before, one, other, after = (
        CHAIN[: number - 1], CHAIN[number - 1], CHAIN[number], CHAIN[number + 1 :],
    )  # fmt: skip
    assert broken((*before, other, one, *after)) == number


def test_a_line_added_at_the_end_is_found() -> None:
    """G10."""
    added = Event("forged", MORNING, "loket", {}, (), DONE.seq + 1, DONE.head)
    assert broken((*CHAIN, added)) == DONE.seq + 1


def test_one_cases_chain_is_not_anothers() -> None:
    assert first_break("BTG-2222-2222", CHAIN, DONE.seq, DONE.head) is not None


@given(
    at=st.datetimes(datetime(2020, 1, 1), datetime(2100, 1, 1)),
    detail=st.dictionaries(st.text(), st.text(), max_size=3),
    rows=st.lists(st.integers(1, 99), max_size=3).map(tuple),
)
def test_a_chain_verifies_as_it_comes_back_from_the_store(
    at: datetime, detail: dict[str, str], rows: tuple[int, ...]
) -> None:
    """G10."""
    case = DONE._tell("odd", at.replace(tzinfo=UTC), "loket", detail, rows=rows)
    cases = MemoryCases()
    kept = cases.save(case)
    assert first_break(NUMBER, cases.history(NUMBER), kept.seq, kept.head) is None
