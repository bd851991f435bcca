"""The office's clock stands still for a reason that is written down, and goes on where it stood."""

from datetime import datetime

import pytest

from functions.core.case import Case
from functions.core.deeds import Pause
from functions.core.errors import Decided, NotNow
from functions.core.facts import Actor, Letter
from functions.offices import all_offices
from functions.sops import sop_of
from tests.core.stories import (
    MONDAY,
    USERS,
    VENDORS,
    decided,
    due,
    opened,
    reached,
    standing,
    went,
    wib,
)
from tests.core.story import SOP as MINUTES

CHIEF = Actor("rina", "kepala-biro")
SINCE, UNTIL = wib("03-09T11:00"), wib("03-09T14:00")
WORDS = "Gardu di Jalan Sudirman terbakar."


def paused(case: Case, at: datetime = SINCE, nonce: str = "") -> Case:
    return case.pause(CHIEF, "listrik", WORDS, at, nonce=nonce)


def resumed(case: Case, at: datetime = UNTIL, nonce: str = "") -> Case:
    assert case.here
    later = all_offices()[case.office].resumed(sop_of(case), case.here, at)
    return case.resume(CHIEF, later, later, at, nonce=nonce)


def waiting() -> Case:
    return standing(USERS, "disposisi-biro")


def test_a_plain_day_is_put_off_by_as_long_as_the_wall_clock_ran() -> None:
    assert due(waiting()) == wib("03-10T09:00")
    assert due(resumed(paused(waiting()))) == wib("03-10T12:00")


def test_a_working_day_is_put_off_by_the_office_time_that_passed() -> None:
    case = standing(VENDORS, "kelengkapan")
    assert due(case) == wib("03-10T16:00")
    assert due(resumed(paused(case))) == wib("03-11T09:30")


def test_a_steps_own_minutes_are_put_off_by_office_time() -> None:
    case = standing(MINUTES, "setujui")
    assert due(case) == wib("03-09T09:01")
    assert due(resumed(paused(case, MONDAY), wib("03-10T07:40"))) == wib("03-10T07:41")


def test_a_pause_over_the_weekend_costs_a_working_day_nothing() -> None:
    case = paused(standing(VENDORS, "kelengkapan"), wib("03-13T17:00"))
    assert due(resumed(case, wib("03-16T07:00"))) == due(case)


def test_every_pause_puts_off_what_the_ones_before_had_put_off() -> None:
    once = resumed(paused(waiting()))
    twice = resumed(paused(once, wib("03-09T15:00")), wib("03-09T15:30"))
    assert due(twice) == wib("03-10T12:30")


def test_the_whole_services_promise_is_put_off_for_the_steps_to_come() -> None:
    case = went(resumed(paused(waiting())), "didisposisikan", "didisposisikan", at=UNTIL)
    assert case.here
    assert (case.here.id, case.here.due) == ("disposisi-subbag", wib("03-10T12:00"))


def test_nothing_is_decided_while_the_clock_stands_still() -> None:
    with pytest.raises(NotNow, match="sedang dijeda"):
        decided(paused(waiting()), "didisposisikan")
    assert decided(resumed(paused(waiting())), "didisposisikan").transit


def test_the_clock_stops_once_and_goes_on_once() -> None:
    with pytest.raises(Decided, match="sudah dijeda"):
        paused(paused(waiting()))
    with pytest.raises(Decided, match="sudah berjalan"):
        resumed(resumed(paused(waiting())))


def test_only_what_waits_for_somebody_is_paused_or_resumed() -> None:
    with pytest.raises(Decided):
        paused(opened(USERS))
    with pytest.raises(Decided):
        opened(USERS).resume(CHIEF, None, None, UNTIL)


def test_the_workflows_second_try_lets_no_clock_go_on() -> None:
    case = paused(waiting())
    again = case.begin(
        USERS.step("disposisi-biro"), case.execution, "newer", [Letter("tugas")], UNTIL, None, UNTIL
    )
    assert again.here
    assert (again.here.paused, again.here.token) == (SINCE, "newer")


def test_a_step_begun_after_a_pause_is_not_paused() -> None:
    case = reached(decided(resumed(paused(waiting())), "didisposisikan"))
    assert case.here
    assert case.here.paused is None


def test_a_pause_is_a_deviation_of_who_made_it_without_its_words() -> None:
    """G9, G11: the words may name people, and history is for ever."""
    case = paused(waiting())
    [told] = case.news.events
    assert (told.kind, told.by) == ("deviated", "rina")
    expected = {"what": "paused", "step": "disposisi-biro", "cause": "listrik"}
    assert expected.items() <= told.detail.items()
    assert WORDS not in repr(resumed(case).news)


def test_a_pauses_words_and_times_are_kept_in_the_case() -> None:
    case = resumed(paused(waiting()))
    expected = Pause("disposisi-biro", "listrik", WORDS, "rina", SINCE, UNTIL)
    assert case.pauses == (expected,)
    assert [event.kind for event in case.news.events] == ["deviated", "resumed"]


def test_pausing_and_resuming_are_recognised_when_they_are_asked_again() -> None:
    """G2."""
    case = paused(waiting(), nonce="n1")
    assert case.heard("n1")
    assert resumed(case, nonce="n2").heard("n2")
