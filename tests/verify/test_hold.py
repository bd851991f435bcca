"""A legal hold: put and lifted by whoever reads the case; history never tells the reason."""

import pytest

from tests.desk.browser import Browser, program, seat
from tests.desk.office import Desk
from tests.desk.walks import Batang

WHY = "Gugatan CV Contoh di pengadilan."


def _page(walk: Batang) -> str:
    return f"{walk.siti.file}/penahanan"


def _held(desk: Desk) -> Batang:
    walk = Batang(desk).to("closed")
    walk.siti.at(_page(walk), {"act": "tahan", "reason": WHY})
    return walk


def test_a_hold_stops_destruction_and_its_end_lets_it_go_on(desk: Desk) -> None:
    walk = _held(desk)
    desk.retire(days=3654)
    assert desk.case().erased is None
    walk.siti.at(_page(walk), {"act": "lepas", "reason": "Gugatan dicabut."})
    desk.retire(hours=1)
    assert desk.case().erased


def test_the_file_says_that_it_is_held_back(desk: Desk) -> None:
    walk = _held(desk)
    assert "Pemusnahan data ditahan" in Browser().get(walk.siti.file).body
    assert program("GET", walk.siti.file).view["held_back"]


def test_who_held_it_why_and_who_let_it_go_are_told_on_its_page(desk: Desk) -> None:
    walk = _held(desk)
    walk.siti.at(_page(walk), {"act": "lepas", "reason": "Gugatan dicabut."})
    view = program("GET", _page(walk)).view
    [told] = view["holds"]
    assert (told["reason"], told["lifted"]) == (WHY, "Gugatan dicabut.")
    assert told["by"] == "Siti Rahmawati"
    assert view["lasts"] is False
    assert view["until"]
    assert WHY in Browser().get(_page(walk)).body


def test_history_tells_of_it_without_its_words(desk: Desk) -> None:
    """G8"""
    _held(desk)
    assert desk.history("held-back")
    assert WHY not in repr(desk.world.cases.events)


@pytest.mark.parametrize("act", ["tahan", "lepas"])
def test_neither_goes_without_a_reason(desk: Desk, act: str) -> None:
    walk = _held(desk) if act == "lepas" else Batang(desk).to("closed")
    before = desk.state()
    answer = program("POST", _page(walk), {"act": act, "reason": " "})
    assert answer.status == 422
    assert answer.view["problems"] == {"reason": "Tulis alasannya."}
    assert desk.state() == before


def test_what_is_held_is_not_held_again(desk: Desk) -> None:
    walk = _held(desk)
    again = program("POST", _page(walk), {"act": "tahan", "reason": "Lagi."})
    assert again.status == 409
    assert len(desk.case().legal_holds) == 1


def test_the_offices_head_may_hold_and_another_office_does_not_know_the_case(desk: Desk) -> None:
    Batang(desk).to("closed")
    page = f"/berkas/{desk.case().id}/penahanan"
    said = {"act": "tahan", "reason": WHY}
    assert program("POST", seat("melawi", "rina", page), said).status == 404
    assert program("POST", seat("batang", "wahyu", page), said).status == 200
    assert desk.case().hold.by == "wahyu"
