"""A task that several may do is done by one: taken up, given back, handed on."""

import pytest

from functions.core.case import Case
from functions.core.errors import Decided, NotAllowed
from functions.core.facts import Actor, Hand, Letter
from tests.core.story import (
    COLLEAGUE,
    NUMBER,
    OFFICER,
    SOON,
    SOP,
    VENDOR,
    arrived,
    at_check,
    at_follow_up,
    at_form,
    decided,
    fresh,
    opened,
)

SITI, BUDI = Hand("siti", "Siti Aminah"), Hand("budi", "Budi Santoso")


def taken() -> Case:
    return fresh(at_check()).take(SITI, SOON)


def hand(case: Case) -> Hand | None:
    assert case.here
    return case.here.hand


def test_a_task_is_free_until_somebody_takes_it() -> None:
    assert hand(at_check()) is None
    assert hand(taken()) == SITI
    [event] = taken().news.events
    assert (event.kind, event.by, event.detail) == ("taken", "siti", {"step": "periksa"})


def test_what_is_free_anybody_who_may_decides() -> None:
    for actor in (OFFICER, COLLEAGUE):
        assert decided(at_check(), actor, "sesuai").transit


def test_a_colleague_is_told_who_is_at_it() -> None:
    with pytest.raises(Decided, match="sedang dikerjakan Siti Aminah"):
        decided(taken(), COLLEAGUE, "sesuai")
    assert decided(taken(), OFFICER, "sesuai").transit


def test_whoever_takes_it_over_is_recorded_with_who_had_it() -> None:
    over = fresh(taken()).take(BUDI, SOON, seen="siti")
    [event] = over.news.events
    assert (event.kind, event.by) == ("taken", "budi")
    assert event.detail == {"step": "periksa", "from": "siti"}
    with pytest.raises(Decided, match="Budi Santoso"):
        decided(over, OFFICER, "sesuai")
    assert decided(over, COLLEAGUE, "sesuai").transit


def test_nobody_takes_what_they_have() -> None:
    with pytest.raises(Decided, match="sudah Anda ambil"):
        taken().take(SITI, SOON)


def test_what_is_given_back_is_everybodys_again() -> None:
    back = fresh(taken()).give_back(OFFICER, SOON)
    [event] = back.news.events
    assert (event.kind, event.by, event.detail) == ("given-back", "siti", {"step": "periksa"})
    assert hand(back) is None
    assert decided(back, COLLEAGUE, "sesuai").transit


def test_only_whoever_has_it_gives_it_back() -> None:
    for case in (taken(), at_check()):
        with pytest.raises(NotAllowed):
            case.give_back(COLLEAGUE, SOON)


def test_whoever_is_to_do_it_is_told_by_a_letter_of_that_very_wait() -> None:
    handed = fresh(taken()).hand_to(BUDI, "siti", SOON)
    assert handed.news.letters == (Letter("tugas", "officer", "budi", "periksa", 2),)
    [event] = handed.news.events
    assert (event.kind, event.by) == ("handed", "siti")
    assert event.detail == {"step": "periksa", "to": "budi"}


def test_where_another_letter_tells_of_all_none_tells_of_this_task() -> None:
    handed = fresh(taken()).hand_to(BUDI, "siti", SOON, told=False)
    assert (hand(handed), handed.news.letters) == (BUDI, ())


def test_what_was_handed_on_is_the_others_alone() -> None:
    handed = taken().hand_to(BUDI, "siti", SOON)
    with pytest.raises(Decided, match="Budi Santoso"):
        decided(handed, OFFICER, "sesuai")
    assert decided(handed, COLLEAGUE, "sesuai").transit


def test_what_nobody_took_may_be_handed_on() -> None:
    assert hand(at_check().hand_to(BUDI, "wahyu", SOON)) == BUDI


def test_the_applicants_own_part_is_never_barred() -> None:
    """An officer may do it for them, and may be at it."""
    case = at_follow_up().take(SITI, SOON)
    assert decided(case, VENDOR, "terisi").transit
    with pytest.raises(Decided):
        decided(case, COLLEAGUE, "ditutup")


def test_an_officer_with_the_applicants_role_is_no_applicant() -> None:
    case = at_follow_up().take(SITI, SOON)
    with pytest.raises(Decided):
        decided(case, Actor("budi", "pelaku-usaha"), "terisi")


def test_the_next_wait_is_nobodys_yet() -> None:
    assert hand(arrived(decided(taken(), OFFICER, "sesuai"))) is None


def test_the_workflows_second_try_takes_it_from_nobody() -> None:
    again = taken().begin(SOP.step("periksa"), NUMBER, "newer", [], None, None, SOON)
    assert hand(again) == SITI


@pytest.mark.parametrize("case", [opened(), decided(at_form(), VENDOR, "daring")])
def test_what_waits_for_nobody_is_nobodys_to_take(case: Case) -> None:
    with pytest.raises(Decided):
        case.take(SITI, SOON)
    with pytest.raises(Decided):
        case.give_back(OFFICER, SOON)
    with pytest.raises(Decided):
        case.hand_to(BUDI, "siti", SOON)


def test_each_is_recognised_when_it_is_asked_again() -> None:
    """G2: a double click is one act."""
    case = taken()
    for done in (
        case.take(BUDI, SOON, seen="siti", nonce="n1"),
        case.give_back(OFFICER, SOON, nonce="n1"),
        case.hand_to(BUDI, "siti", SOON, nonce="n1"),
    ):
        assert done.heard("n1")


def test_no_name_is_told_of_who_does_it() -> None:
    """G11: the name is in the snapshot alone."""
    case = (
        taken().take(BUDI, SOON, seen="siti").hand_to(SITI, "budi", SOON).give_back(OFFICER, SOON)
    )
    assert "Siti Aminah" not in repr(case.news)
    assert "Budi Santoso" not in repr(case.news)
