"""When an officer is late, those above hear of it, once; the case goes on."""

from datetime import timedelta

import pytest

from functions.core.attention import wake_at
from functions.core.case import Case
from functions.core.chronicle import MACHINERY
from functions.core.errors import Decided
from functions.core.facts import Actor, Letter
from tests.core.stories import USERS, decided, due, opened, standing, went, wib

ACTOR = Actor("rina", "kepala-biro")
LATE = wib("03-10T09:00")
MINUTE = timedelta(minutes=1)


def _deviations(case: Case) -> list[str]:
    return [e.detail["what"] for e in case.news.events if e.kind == "deviated"]


@pytest.fixture
def escalated() -> Case:
    return standing(USERS, "disposisi-biro").escalate(["rina", "budi"], LATE + MINUTE)


def test_a_step_wakes_the_sweep_at_its_due_and_not_again(escalated: Case) -> None:
    assert wake_at(standing(USERS, "disposisi-biro"), USERS) == LATE
    assert wake_at(escalated, USERS) is None


def test_each_reader_gets_a_letter_of_that_very_wait(escalated: Case) -> None:
    assert escalated.news.letters == tuple(
        Letter("terlambat", "officer", who, "disposisi-biro", 1) for who in ("rina", "budi")
    )


def test_history_says_that_it_was_told(escalated: Case) -> None:
    told = escalated.news.events[-1]
    assert (told.kind, told.by) == ("escalated", MACHINERY)
    assert told.detail == {"step": "disposisi-biro"}


def test_a_late_step_can_still_be_decided_and_deviates_once(escalated: Case) -> None:
    done = decided(escalated, "didisposisikan", wib("03-10T09:02"))
    assert done.transit
    assert _deviations(done) == ["late"]


def test_it_deviates_though_nobody_ever_decides(escalated: Case) -> None:
    assert _deviations(escalated) == ["late"]


def test_a_clock_that_stands_still_for_long_is_no_lateness() -> None:
    still = standing(USERS, "disposisi-biro").pause(ACTOR, "listrik", "Padam.", wib("03-09T10:00"))
    assert _deviations(still.escalate(["rina"], wib("03-12T10:00"))) == ["paused"]


def test_the_next_step_is_escalated_on_its_own(escalated: Case) -> None:
    case = went(escalated, "didisposisikan", at=wib("03-10T10:00"))
    assert case.here
    assert not case.here.escalated
    assert wake_at(case, USERS) == due(case) == LATE


def test_a_clock_that_stands_still_is_looked_at_after_a_day_and_again_when_it_goes_on() -> None:
    case = standing(USERS, "disposisi-biro")
    still = case.pause(ACTOR, "listrik", "Padam.", wib("03-09T10:00"))
    assert wake_at(still, USERS) == wib("03-10T10:00")
    told = still.escalate(["rina"], wib("03-10T10:00"))
    assert wake_at(told, USERS) is None
    going = told.resume(ACTOR, wib("03-10T12:00"), wib("03-10T11:00"))
    assert wake_at(going, USERS) == wib("03-10T12:00")


def test_what_waits_for_nobody_is_not_escalated() -> None:
    with pytest.raises(Decided):
        opened(USERS).escalate(["rina"], LATE)
