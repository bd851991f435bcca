"""The officers' queues: who sees what, in which order, page by page; by fake and DynamoDB alike."""

from dataclasses import replace
from datetime import timedelta

from functions.core.facts import Hand
from functions.core.ports import Cases
from functions.core.records import Page, Waiting
from functions.sops import current
from tests.aws.given import (
    APPLICANT,
    NINE,
    NUMBER,
    OFFICER,
    OTHER,
    SOP,
    filling,
    waiting,
)

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
THIRD = "BTG-4444-4444"
USERS = current("babel-user-id")
DESKS = ("verifikasi", "akun", "disposisi-subbag")
ROLES = [USERS.step(step).by for step in DESKS]


def seen(cases: Cases, *roles: str) -> list[str]:
    return [line.case for line in cases.queue("batang", roles or ["verifikator"]).lines]


def test_a_desk_shows_the_earliest_due_first_and_what_has_no_time_last(cases: Cases) -> None:
    cases.save(waiting(NUMBER, since=NINE - DAY))
    cases.save(waiting(OTHER, due=NINE + DAY))
    cases.save(waiting(THIRD, due=NINE + MINUTE))
    assert seen(cases) == [THIRD, OTHER, NUMBER]


def test_what_has_no_time_waits_in_the_order_in_which_it_came(cases: Cases) -> None:
    cases.save(waiting(NUMBER, since=NINE + MINUTE))
    cases.save(waiting(OTHER, since=NINE))
    assert seen(cases) == [OTHER, NUMBER]


def test_a_line_says_what_waits_since_when_and_until_when(cases: Cases) -> None:
    cases.save(waiting(due=NINE + MINUTE, way="tatap-muka"))
    expected = Waiting(NUMBER, SOP.key, "periksa", 2, NINE, NINE + MINUTE)
    assert cases.queue("batang", ["verifikator"]) == Page((expected,))


def test_a_line_says_whose_it_is_who_took_it_and_that_its_clock_stands_still(cases: Cases) -> None:
    case = replace(waiting(due=NINE + MINUTE), answers={SOP.known_by: "CV Maju"})
    taken = case.take(Hand("vera", "Vera"), NINE)
    cases.save(taken.pause(OFFICER, "listrik", "Padam.", NINE))
    [line] = cases.queue("batang", ["verifikator"]).lines
    assert (line.name, line.hand, line.paused) == ("CV Maju", Hand("vera", "Vera"), True)


def test_a_line_says_who_must_not_see_it(cases: Cases) -> None:
    cases.save(replace(waiting(), barred=("rina", "vera")))
    [line] = cases.queue("batang", ["verifikator"]).lines
    assert line.barred == ("rina", "vera")


def test_a_desk_shows_no_other_offices_and_no_other_roles_work(cases: Cases) -> None:
    cases.save(waiting(NUMBER))
    cases.save(replace(waiting(OTHER), office="melawi"))
    assert seen(cases) == [NUMBER]
    assert seen(cases, "pelaku-usaha", "pejabat") == []
    assert cases.queue("batang", []) == Page(())


def test_what_the_applicant_must_do_is_on_no_desk(cases: Cases) -> None:
    cases.save(filling())
    assert seen(cases, *SOP.roles) == []


def test_a_decided_case_leaves_the_desk(cases: Cases) -> None:
    case = cases.save(waiting(way="tatap-muka"))
    cases.save(case.decide(SOP, APPLICANT, "jadwal-ulang", NINE))
    assert seen(cases) == []
