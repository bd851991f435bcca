"""Cases: how they are found again, by the fake and by DynamoDB alike."""

from dataclasses import replace
from datetime import timedelta

from functions.core.ports import Cases, Waiting
from tests.aws.given import (
    APPLICANT,
    NINE,
    NUMBER,
    OFFICER,
    OTHER,
    SOP,
    filling,
    opened,
    waiting,
)

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
THIRD = "BTG-4444-4444"


def test_a_desk_shows_the_earliest_due_first_and_what_has_no_time_last(cases: Cases) -> None:
    cases.save(waiting(NUMBER, since=NINE - DAY))
    cases.save(waiting(OTHER, due=NINE + DAY))
    cases.save(waiting(THIRD, due=NINE + MINUTE))
    lines = cases.queue("batang", ["verifikator"])
    assert [line.case for line in lines] == [THIRD, OTHER, NUMBER]


def test_what_has_no_time_waits_in_the_order_in_which_it_came(cases: Cases) -> None:
    cases.save(waiting(NUMBER, since=NINE + MINUTE))
    cases.save(waiting(OTHER, since=NINE))
    assert [line.case for line in cases.queue("batang", ["verifikator"])] == [OTHER, NUMBER]


def test_a_line_says_what_waits_since_when_and_until_when(cases: Cases) -> None:
    cases.save(waiting(due=NINE + MINUTE, way="tatap-muka"))
    expected = Waiting(NUMBER, SOP.key, "periksa", NINE, NINE + MINUTE)
    assert cases.queue("batang", ["verifikator"]) == (expected,)


def test_a_desk_shows_no_other_offices_and_no_other_roles_work(cases: Cases) -> None:
    cases.save(waiting(NUMBER))
    cases.save(replace(waiting(OTHER), office="melawi"))
    assert [line.case for line in cases.queue("batang", ["verifikator"])] == [NUMBER]
    assert cases.queue("batang", ["pelaku-usaha", "pejabat"]) == ()
    assert cases.queue("batang", []) == ()


def test_what_the_applicant_must_do_is_on_no_desk(cases: Cases) -> None:
    cases.save(filling())
    assert cases.queue("batang", list(SOP.roles)) == ()


def test_a_decided_case_leaves_the_desk(cases: Cases) -> None:
    case = cases.save(waiting(way="tatap-muka"))
    cases.save(case.decide(SOP, APPLICANT, "jadwal-ulang", NINE))
    assert cases.queue("batang", ["verifikator"]) == ()


def test_a_case_that_never_arrives_wakes_the_sweep_after_two_minutes(cases: Cases) -> None:
    """G3"""
    cases.save(opened())
    assert cases.waking(NINE + 2 * MINUTE - timedelta(microseconds=1)) == ()
    assert cases.waking(NINE + 2 * MINUTE) == (NUMBER,)


def test_a_reminder_wakes_the_sweep_on_its_day_and_the_next_on_its_own(cases: Cases) -> None:
    step = SOP.step("permohonan")
    first, second = (NINE + reminder.calendar for reminder in step.reminders)
    case = cases.save(filling())
    assert cases.waking(first - MINUTE) == ()
    assert cases.waking(first) == (NUMBER,)
    case = cases.save(case.remind(step, first))
    assert cases.waking(second - MINUTE) == ()
    assert cases.waking(second) == (NUMBER,)
    cases.save(case.remind(step, second))
    assert cases.waking(NINE + 31 * DAY - MINUTE) == ()


def test_silence_wakes_the_sweep_a_day_after_the_workflow_should_have_noticed(
    cases: Cases,
) -> None:
    """G14"""
    step = SOP.step("permohonan")
    case = filling()
    for reminder in step.reminders:
        case = case.remind(step, NINE + reminder.calendar)
    cases.save(case)
    assert cases.waking(NINE + 31 * DAY) == (NUMBER,)


def test_an_officers_step_wakes_the_sweep_when_it_is_late_and_once(cases: Cases) -> None:
    case = cases.save(waiting(due=NINE + DAY))
    assert cases.waking(NINE + DAY - MINUTE) == ()
    assert cases.waking(NINE + DAY) == (NUMBER,)
    cases.save(case.escalate(["vera"], NINE + DAY))
    assert cases.waking(NINE + 365 * DAY) == ()


def test_an_officers_step_without_a_time_is_left_waiting_no_longer_than_an_applicants(
    cases: Cases,
) -> None:
    cases.save(waiting())
    limit = NINE + SOP.step("jadwal").expires.calendar
    assert cases.waking(limit - MINUTE) == ()
    assert cases.waking(limit) == (NUMBER,)


def test_a_clock_that_stands_still_is_looked_at_after_a_day(cases: Cases) -> None:
    case = cases.save(waiting(due=NINE + DAY).pause(OFFICER, "listrik", "Padam.", NINE + MINUTE))
    assert cases.waking(NINE + DAY) == ()
    assert cases.waking(NINE + DAY + MINUTE) == (NUMBER,)
    cases.save(case.resume(OFFICER, NINE + 2 * DAY, NINE + DAY))
    assert cases.waking(NINE + 2 * DAY - MINUTE) == ()
    assert cases.waking(NINE + 2 * DAY) == (NUMBER,)


def test_a_closed_case_wakes_the_sweep_no_more(cases: Cases) -> None:
    case = cases.save(filling())
    cases.save(case.close(SOP, "kedaluwarsa", NUMBER, NINE))
    assert cases.waking(NINE + 365 * DAY) == ()
