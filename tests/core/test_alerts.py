"""Officers are told of what is late or soon will be; it deviates once, and the case goes on."""

import pytest

from functions.core.attention import wake_at
from functions.core.case import Case
from functions.core.chronicle import MACHINERY
from functions.core.errors import Decided
from functions.core.facts import Actor, Hand, Letter
from functions.core.timing import DIGEST
from tests.core.stories import USERS, decided, due, opened, standing, went, wib

CHIEF = Actor("rina", "kepala-biro")
HALF, END, AFTER = wib("03-09T13:45"), wib("03-10T09:00"), wib("03-10T09:01")
NEXT = wib("03-10T09:11")


def deviations(case: Case) -> list[str]:
    return [e.detail["what"] for e in case.news.events if e.kind == "deviated"]


def waiting() -> Case:
    """With the bureau's head since Monday 9:00, due on Tuesday 9:00."""
    return standing(USERS, "disposisi-biro")


@pytest.fixture
def late() -> Case:
    return waiting().alert(["rina", "budi"], NEXT, AFTER)


def test_a_case_is_looked_at_again_when_the_alert_says(late: Case) -> None:
    assert wake_at(waiting(), USERS) == HALF
    assert wake_at(waiting().alert(["rina"], END, HALF), USERS) == END
    assert wake_at(late, USERS) == NEXT
    assert wake_at(late.alert(["wahyu"], None, NEXT), USERS) is None


def test_each_reader_gets_a_digest_that_names_no_case(late: Case) -> None:
    assert late.news.letters == tuple(Letter(DIGEST, "officer", who) for who in ("rina", "budi"))


def test_history_says_that_it_was_told_and_not_to_whom(late: Case) -> None:
    told = late.news.events[-1]
    assert (told.kind, told.by, told.detail) == ("alerted", MACHINERY, {"step": "disposisi-biro"})


def test_before_its_end_nothing_is_late() -> None:
    case = waiting().alert(["rina"], END, HALF)
    assert case.here
    assert (case.here.late, case.here.reminded) == (0, 1)
    assert deviations(case) == []


def test_it_deviates_once_though_it_is_told_again_and_nobody_ever_decides(late: Case) -> None:
    """G9."""
    again = late.alert(["wahyu"], None, NEXT)
    assert again.here
    assert again.here.late == 2
    assert deviations(again) == ["late"]


def test_a_late_step_can_still_be_decided_and_deviates_once(late: Case) -> None:
    done = decided(late, "didisposisikan", NEXT)
    assert done.transit
    assert deviations(done) == ["late"]


def test_lateness_is_the_roles_or_of_whoever_took_the_task_up(late: Case) -> None:
    """G9: with its owner."""
    taken = waiting().take(Hand("rina", "Rina"), HALF).alert(["rina"], NEXT, AFTER)
    owners = [case.news.events[-2].detail["owner"] for case in (late, taken)]
    assert owners == ["kepala-biro", "rina"]


def test_a_clock_that_stands_still_for_long_is_no_lateness() -> None:
    still = waiting().pause(CHIEF, "listrik", "Padam.", wib("03-09T10:00"))
    told = still.alert(["rina"], None, wib("03-12T10:00"))
    assert told.here
    assert (told.here.late, deviations(told)) == (0, ["paused"])


def test_the_next_step_is_watched_on_its_own(late: Case) -> None:
    case = went(late, "didisposisikan", at=wib("03-10T10:00"))
    assert case.here
    assert (case.here.late, case.here.reminded) == (0, 0)
    assert due(case) == END
    assert wake_at(case, USERS) == case.here.look != NEXT


def test_what_waits_for_nobody_is_told_to_nobody() -> None:
    with pytest.raises(Decided):
        opened(USERS).alert(["rina"], None, AFTER)
