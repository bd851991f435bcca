"""The case knows that its survey was answered: once, and nothing of what was said."""

from dataclasses import asdict, replace

import pytest

from functions.core.case import Case
from functions.core.errors import Decided
from functions.core.facts import Account, Closed
from functions.core.holders import APPLICANT
from functions.core.kinds import ENDS
from functions.core.place import is_served
from functions.core.satisfaction import Ballot
from tests.core.story import (
    SOON,
    SOP,
    VENDOR,
    at_account,
    at_check,
    at_follow_up,
    at_form,
    decided,
    fresh,
    opened,
)

MADE = {APPLICANT: Account("MAJU", SOON, "siti")}
BALLOT = Ballot("chance", SOP.id, {f"u{n}": n % 4 + 1 for n in range(1, 10)})


def _surveyed() -> Case:
    return fresh(at_follow_up()).survey(VENDOR, BALLOT, SOON, nonce="n-1")


def test_answering_makes_one_ballot_and_one_line_of_history() -> None:
    case = _surveyed()
    assert case.surveyed
    assert case.news.ballots == (BALLOT,)
    assert [(e.kind, e.by) for e in case.news.events] == [("surveyed", VENDOR.id)]


def test_neither_history_nor_snapshot_knows_what_was_said() -> None:
    case = _surveyed()
    assert dict(case.news.events[0].detail) == {}
    kept = repr(asdict(replace(case, news=fresh(case).news)))
    assert BALLOT.id not in kept
    assert "u1" not in kept


def test_it_is_answered_once() -> None:
    with pytest.raises(Decided, match="sudah Anda isi"):
        fresh(_surveyed()).survey(VENDOR, BALLOT, SOON)


def test_answering_moves_nothing() -> None:
    before, after = fresh(at_follow_up()), _surveyed()
    assert (after.here, after.transit, after.closed) == (before.here, before.transit, before.closed)


@pytest.mark.parametrize("case", [opened(), at_form(), at_check(), at_account()],
                         ids=["opened", "form", "check", "account"])  # fmt: skip
def test_a_case_on_its_way_is_not_served_yet(case: Case) -> None:
    assert not is_served(case, SOP)


def test_with_the_account_in_hand_it_is_served() -> None:
    assert is_served(replace(at_follow_up(), accounts=MADE), SOP)
    assert not is_served(at_follow_up(), SOP)


def test_on_its_way_to_the_end_it_is_not_at_the_end_yet() -> None:
    on_its_way = decided(replace(at_follow_up(), accounts=MADE), VENDOR, "terisi")
    assert not is_served(on_its_way, SOP)


@pytest.mark.parametrize("end", ENDS)
def test_of_the_ends_only_done_is_served(end: str) -> None:
    closed = replace(at_follow_up(), here=None, closed=Closed(end, SOON), accounts=MADE)
    assert is_served(closed, SOP) is (end == "selesai")


def test_what_is_done_without_an_account_is_no_service() -> None:
    """A complaint, or a request on one's own data."""
    closed = replace(at_follow_up(), here=None, closed=Closed("selesai", SOON))
    assert not is_served(closed, SOP)
