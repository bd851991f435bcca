"""An office's staff, as the fake and as DynamoDB knows it."""

from dataclasses import replace

import pytest

from functions.core.errors import NotAllowed
from functions.core.facts import Officer
from functions.core.ports import Staff
from tests.aws.given import VERA

BUDI = Officer("budi", "batang", "Budi", "budi@lpse.test", ("pejabat", "verifikator"))
GONE = Officer("agus", "batang", "Agus", "agus@lpse.test", ("verifikator",), active=False)
ELSEWHERE = Officer("citra", "melawi", "Citra", "citra@lpse.test", ("verifikator",))


@pytest.fixture(autouse=True)
def _appointed(staff: Staff) -> None:
    for officer in (VERA, BUDI, GONE, ELSEWHERE):
        staff.appoint(officer)


def test_an_officer_comes_back_whole(staff: Staff) -> None:
    assert staff.get("batang", "budi") == BUDI


@pytest.mark.parametrize("who", ["agus", "citra", "nobody"])
def test_who_left_or_is_of_another_office_or_unknown_may_nothing(staff: Staff, who: str) -> None:
    """G4"""
    with pytest.raises(NotAllowed):
        staff.get("batang", who)


def test_a_role_is_held_by_the_active_officers_of_the_office(staff: Staff) -> None:
    assert staff.holders("batang", "verifikator") == (BUDI, VERA)
    assert staff.holders("batang", "pejabat") == (BUDI,)
    assert staff.holders("batang", "bupati") == ()


def test_everybody_includes_who_left_but_nobody_from_elsewhere(staff: Staff) -> None:
    assert staff.everybody("batang") == (GONE, BUDI, VERA)


def test_a_new_appointment_takes_the_place_of_the_old(staff: Staff) -> None:
    staff.appoint(replace(BUDI, roles=("pejabat",)))
    assert staff.holders("batang", "verifikator") == (VERA,)
    assert len(staff.everybody("batang")) == 3


def test_a_withdrawn_officer_may_nothing_from_then_on(staff: Staff) -> None:
    """G4"""
    staff.appoint(replace(VERA, active=False))
    with pytest.raises(NotAllowed):
        staff.get("batang", "vera")
    assert staff.holders("batang", "verifikator") == (BUDI,)
