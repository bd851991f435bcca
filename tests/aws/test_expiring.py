"""Which cases are to be erased, and when, as the fake and DynamoDB know it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from functions.core.case import Case
from functions.core.facts import Claim, Transit
from functions.core.history import first_break
from functions.core.ports import Cases
from tests.aws.given import NINE, NUMBER, OFFICER, OTHER, SOP, Store, filling

DAYS = {"kedaluwarsa": 90, "ditolak": 730, "selesai": 3653}
LATE = NINE + timedelta(days=9999)
NAME = Claim("nama-batang", "h(contoh)", exclusive=False)


def ended(cases: Cases, end: str = "selesai", number: str = NUMBER) -> Case:
    case = cases.save(filling(number).share(NAME))
    moving = replace(case, here=None, transit=Transit(end, NINE))
    return cases.save(moving.close(SOP, end, moving.execution, NINE))


@pytest.mark.parametrize(("end", "days"), DAYS.items())
def test_an_ended_case_is_found_when_its_time_is_over(cases: Cases, end: str, days: int) -> None:
    ended(cases, end)
    until = NINE + timedelta(days=days)
    assert cases.expiring(until - timedelta(microseconds=1)) == ()
    assert cases.expiring(until) == (NUMBER,)


def test_the_earliest_comes_first(cases: Cases) -> None:
    ended(cases, "ditolak")
    ended(cases, "kedaluwarsa", OTHER)
    assert cases.expiring(LATE) == (OTHER, NUMBER)


def test_the_sweep_does_not_wake_what_has_ended(cases: Cases) -> None:
    ended(cases)
    assert cases.waking(LATE) == ()


def test_an_open_case_is_not_to_be_erased(cases: Cases) -> None:
    cases.save(filling())
    assert cases.expiring(LATE) == ()


def test_what_is_held_back_is_not_found_until_it_is_let_go(cases: Cases) -> None:
    held = cases.save(ended(cases).put_hold(OFFICER, "Gugatan.", NINE))
    assert cases.expiring(LATE) == ()
    cases.save(held.lift_hold(OFFICER, "Dicabut.", NINE))
    assert cases.expiring(LATE) == (NUMBER,)


def test_a_granted_request_brings_it_forward(cases: Cases) -> None:
    soon = NINE + timedelta(hours=2)
    cases.save(ended(cases, "ditolak").doom(SOP, OFFICER, "HSD-1", soon))
    assert cases.expiring(soon) == (NUMBER,)


def test_an_erased_case_is_found_by_nothing_and_its_chain_holds(cases: Cases) -> None:
    """G11"""
    erased = cases.save(ended(cases).condemn(SOP, LATE).erase(SOP, 2, LATE))
    assert cases.expiring(LATE) == cases.waking(LATE) == ()
    assert cases.holding(NAME.kind, NAME.fingerprint) == ()
    assert cases.get(NUMBER) == erased
    assert first_break(NUMBER, cases.history(NUMBER), erased.seq, erased.head) is None


def test_the_office_is_told_of_it_in_its_ledger(cases: Cases) -> None:
    cases.save(ended(cases).condemn(SOP, LATE).erase(SOP, 2, LATE))
    [told] = cases.ledger("batang", f"{LATE:%Y-%m}", "erased")
    assert (told.case, told.event.detail["objects"]) == (NUMBER, "2")


def test_no_word_of_the_person_is_left_in_the_table(real_store: Store, dynamodb: Any) -> None:
    """G11"""
    cases = real_store.cases
    case = replace(ended(cases), answers={"nama-usaha": "Rahasia"}, message="Rahasia")
    cases.save(cases.save(case).condemn(SOP, LATE).erase(SOP, 0, LATE))
    for item in dynamodb.scan(TableName="cases")["Items"]:
        assert "dewi@usaha.test" not in str(item)
        assert "Rahasia" not in str(item)
