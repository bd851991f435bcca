"""Cases: how the sweep finds them again, by the fake and by DynamoDB alike."""

from datetime import timedelta

from functions.core.attention import NOTICE
from functions.core.ports import Cases
from tests.aws.given import (
    NINE,
    NUMBER,
    OFFICER,
    SOP,
    filling,
    opened,
    waiting,
)

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


def test_a_case_that_never_arrives_wakes_the_sweep_after_two_minutes(cases: Cases) -> None:
    """G3"""
    cases.save(opened())
    assert cases.waking(NINE + 2 * MINUTE - timedelta(microseconds=1)) == ()
    assert cases.waking(NINE + 2 * MINUTE) == (NUMBER,)


def test_each_reminder_wakes_the_sweep_on_its_own_day_and_the_last_notice_on_its(
    cases: Cases,
) -> None:
    step = SOP.step("permohonan")
    days = [NINE + reminder.calendar for reminder in step.reminders]
    case = cases.save(filling())
    for day in (*days, NINE + step.expires.calendar - NOTICE):
        assert cases.waking(day - MINUTE) == ()
        assert cases.waking(day) == (NUMBER,)
        case = cases.save(case.remind(step.kinds.reminds, day))
    assert cases.waking(NINE + step.expires.calendar) == ()


def test_silence_wakes_the_sweep_a_day_after_the_workflow_should_have_noticed(
    cases: Cases,
) -> None:
    """G14"""
    step = SOP.step("permohonan")
    case = filling()
    for _ in (*step.reminders, "last notice"):
        case = case.remind(step.kinds.reminds, NINE)
    cases.save(case)
    assert cases.waking(NINE + 31 * DAY - MINUTE) == ()
    assert cases.waking(NINE + 31 * DAY) == (NUMBER,)


def test_what_officers_have_wakes_the_sweep_when_the_case_says_and_no_more_if_it_does_not(
    cases: Cases,
) -> None:
    case = cases.save(waiting(due=NINE + DAY))
    assert cases.waking(NINE + DAY - MINUTE) == ()
    assert cases.waking(NINE + DAY) == (NUMBER,)
    case = cases.save(case.alert(["vera"], NINE + 2 * DAY, NINE + DAY))
    assert cases.waking(NINE + 2 * DAY - MINUTE) == ()
    assert cases.waking(NINE + 2 * DAY) == (NUMBER,)
    cases.save(case.alert(["kepala"], None, NINE + 2 * DAY))
    assert cases.waking(NINE + 365 * DAY) == ()


def test_a_clock_that_stands_still_is_looked_at_after_a_day(cases: Cases) -> None:
    case = cases.save(waiting(due=NINE + DAY).pause(OFFICER, "listrik", "Padam.", NINE + MINUTE))
    assert cases.waking(NINE + DAY) == ()
    assert cases.waking(NINE + DAY + MINUTE) == (NUMBER,)
    cases.save(case.resume(OFFICER, NINE + 3 * DAY, NINE + 2 * DAY, NINE + DAY))
    assert cases.waking(NINE + 2 * DAY - MINUTE) == ()
    assert cases.waking(NINE + 2 * DAY) == (NUMBER,)


def test_a_closed_case_wakes_the_sweep_no_more(cases: Cases) -> None:
    case = cases.save(filling())
    cases.save(case.close(SOP, "kedaluwarsa", NUMBER, NINE))
    assert cases.waking(NINE + 365 * DAY) == ()
