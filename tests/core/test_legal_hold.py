"""A legal hold stops erasure until it is lifted (G11)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from functions.core.errors import Decided, Gone, NotNow
from tests.aws.given import NINE, OFFICER, SOP, filling
from tests.core.ended import HEAD, after, ended
from tests.core.story import fresh


def test_what_is_held_back_is_not_condemned() -> None:
    with pytest.raises(NotNow):
        ended().put_hold(HEAD, "Gugatan.", NINE).condemn(SOP, NINE + timedelta(days=9999))


def test_nothing_holds_back_or_revives_what_is_condemned() -> None:
    """What is stored may be gone already: a hold would hold nothing."""
    late = NINE + timedelta(days=3653)
    case = fresh(ended().condemn(SOP, late))
    revivals: tuple[Callable[[], object], ...] = (
        lambda: case.put_hold(HEAD, "Gugatan.", late),
        lambda: replace(case, handler="jawab").reopen(SOP, late, late),
        lambda: case.doom(SOP, OFFICER, "HSD-1", late),
    )
    for revival in revivals:
        with pytest.raises(Decided, match="sedang dimusnahkan"):
            revival()


def test_a_hold_stops_erasure_until_it_is_lifted() -> None:
    held = fresh(ended().put_hold(OFFICER, "Gugatan.", NINE, nonce="n"))
    assert held.hold
    assert held.hold.reason == "Gugatan."
    assert held.kept_until(SOP) is None
    free = fresh(held.lift_hold(HEAD, "Gugatan dicabut.", NINE))
    assert free.hold is None
    assert free.kept_until(SOP) == ended().kept_until(SOP)
    assert free.legal_holds[0].lifted == "Gugatan dicabut."


def test_history_tells_of_a_hold_without_its_words() -> None:
    """G8"""
    news = ended().put_hold(OFFICER, "Gugatan Dewi.", NINE).lift_hold(HEAD, "Usai.", NINE).news
    assert [(event.kind, dict(event.detail)) for event in news.events] == [
        ("held-back", {}), ("let-go", {}),
    ]  # fmt: skip


def test_an_open_case_may_be_held_before_it_ends() -> None:
    held = filling().put_hold(OFFICER, "Gugatan.", NINE)
    assert ended(case=held).kept_until(SOP) is None


def test_no_case_is_held_twice_or_let_go_unheld() -> None:
    with pytest.raises(Decided):
        ended().put_hold(OFFICER, "a", NINE).put_hold(HEAD, "b", NINE)
    with pytest.raises(Decided):
        ended().lift_hold(HEAD, "b", NINE)
    with pytest.raises(Gone):
        fresh(after(ended())).put_hold(HEAD, "b", NINE)
