"""A task offered to several: one takes it up, the others see it, and it can change hands."""

import pytest

from tests.desk.browser import program
from tests.desk.office import BUDI, SITI, Desk
from tests.desk.people import Verifier
from tests.desk.stages import reach

PROPOSAL = {"date": "2026-03-12", "time": "10:00", "url": "https://rapat.test/x"}


@pytest.fixture
def siti(desk: Desk) -> Verifier:
    return reach(desk, "scheduling")[1]


def _hand(officer: Verifier, act: str, **more: str) -> int:
    return officer.at(f"{officer.task}/pelaksana", {"act": act, **more}).status


def test_every_holder_of_the_role_is_told_of_it(desk: Desk, siti: Verifier, budi: Verifier) -> None:
    assert siti.task.split("@")[1] == budi.task.split("@")[1]


def test_a_colleague_sees_who_is_at_it_and_cannot_decide_meanwhile(
    desk: Desk, siti: Verifier, budi: Verifier
) -> None:
    assert _hand(siti, "ambil") == 303
    assert budi.look()["dossier"]["hand"] == SITI.name
    answer = program("POST", f"{budi.task}/jadwal", PROPOSAL)
    assert answer.status == 409
    assert SITI.name in answer.view["message"]
    assert siti.schedule().status == 303


def test_whoever_takes_it_over_does_so_in_the_open(
    desk: Desk, siti: Verifier, budi: Verifier
) -> None:
    _hand(siti, "ambil")
    assert _hand(budi, "ambil") == 303
    assert desk.history("taken")[-1].detail["from"] == "siti"
    assert budi.schedule().status == 303


def test_two_who_take_it_at_once_are_not_both_at_it(
    desk: Desk, siti: Verifier, budi: Verifier
) -> None:
    """G3: taking over is asked for by name, and does not happen unawares."""
    slower, taking = budi.task, {"act": "ambil"}
    with desk.before_save(lambda: program("POST", f"{siti.task}/pelaksana", taking)):
        answer = program("POST", f"{slower}/pelaksana", taking)
    assert answer.status == 409
    assert SITI.name in answer.view["message"]
    assert desk.case().here.hand.id == "siti"


def test_what_was_given_back_is_everybodys_again(
    desk: Desk, siti: Verifier, budi: Verifier
) -> None:
    _hand(siti, "ambil")
    assert _hand(siti, "kembalikan") == 303
    assert budi.schedule().status == 303


def test_only_who_has_it_can_give_it_back(desk: Desk, siti: Verifier, budi: Verifier) -> None:
    _hand(siti, "ambil")
    assert program("POST", f"{budi.task}/pelaksana", {"act": "kembalikan"}).status == 403


def test_a_colleague_to_whom_it_is_handed_is_told(
    desk: Desk, siti: Verifier, budi: Verifier
) -> None:
    before = len(desk.mails(BUDI.email))
    assert _hand(siti, "serahkan", to="budi") == 303
    assert len(desk.mails(BUDI.email)) == before + 1
    assert budi.look()["dossier"]["mine"] is True


@pytest.mark.parametrize("to", ["", "siti", "lidia", "wahyu", "hantu"])
def test_it_is_handed_to_nobody_else(desk: Desk, siti: Verifier, to: str) -> None:
    before = desk.state()
    answer = program("POST", f"{siti.task}/pelaksana", {"act": "serahkan", "to": to})
    assert answer.status == 422
    assert desk.state() == before


def test_taking_it_twice_is_told_and_changes_nothing(desk: Desk, siti: Verifier) -> None:
    _hand(siti, "ambil")
    before = desk.state()
    assert program("POST", f"{siti.task}/pelaksana", {"act": "ambil"}).status == 409
    assert desk.state() == before
