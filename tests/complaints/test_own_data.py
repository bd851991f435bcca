"""Whoever complains asks for the erasure of it all, and stays unknown if they were."""

import json
from typing import Any

import pytest

from functions.core.grievance import HIDDEN
from tests.desk.browser import Browser, program
from tests.desk.complaining import OPEN, Complaint, seat_of
from tests.desk.hearing import WHO, Heard, Listener
from tests.desk.office import Desk
from tests.desk.officer import Officer
from tests.desk.rights import NANDA

PLACE = "/pengaduan/saya/data-pribadi"


def _ask(desk: Desk, number: str, why: str = "Sudah selesai bagi saya.") -> Any:
    """Behind number and secret; the request that it opens."""
    seat = seat_of(desk, desk.world.cases.get(number))
    assert Browser().submit(f"{seat}{PLACE}", {"uraian": why}).status == 303
    desk.settle()
    (request,) = desk.world.cases.snapshots.keys() - {number}
    return desk.world.cases.get(request)


def test_it_is_a_request_with_the_laws_clock_and_is_told_where_it_was_asked(desk: Desk) -> None:
    Complaint(desk, OPEN).to("closed")
    number = desk.case().id
    request = _ask(desk, number)
    assert (request.here.by, request.answers["permintaan"]) == (NANDA.roles[0], "hapus")
    (asked,) = program("GET", f"{seat_of(desk, desk.world.cases.get(number))}{PLACE}").view[
        "requests"
    ]
    assert asked["standing"]["number"] == request.id
    assert asked["standing"]["due"]


@pytest.mark.parametrize("identity", ["rahasia", "anonim"])
def test_the_officer_who_answers_does_not_learn_who_asks(desk: Desk, identity: str) -> None:
    heard = Heard(desk)
    heard.told = {"identitas": identity}
    heard.to("weighing")
    request = _ask(desk, desk.case().id)
    nanda = Officer(desk, NANDA.email)
    seen = [
        program("GET", nanda.task).view,
        program("GET", f"{nanda.seat}/berkas/{request.id}").view,
    ]
    text = json.dumps(seen, ensure_ascii=False)
    assert [word for word in WHO.values() if word in text] == []
    assert (HIDDEN in text) is (identity == "rahasia")


def test_what_was_rejected_is_erased_and_its_page_is_gone(desk: Desk) -> None:
    heard = Heard(desk).to("weighing")
    heard.yuni.weigh("ditolak", message="Bukan wewenang kami.")
    number = desk.case().id
    seat = seat_of(desk, desk.case())
    _ask(desk, number)
    assert Officer(desk, NANDA.email).do({"outcome": "dipenuhi"}).status == 303
    desk.retire(hours=2)
    assert desk.world.cases.get(number).erased
    assert Browser().get(f"{seat}{PLACE}").status == 410


def test_what_is_still_heard_is_not_erased(desk: Desk) -> None:
    heard = Heard(desk).to("answering")
    _ask(desk, desk.case().id)
    assert "masih diproses" in Officer(desk, NANDA.email).look()["against"]
    assert isinstance(heard.yuni, Listener)


def test_it_is_asked_once_while_it_is_open_and_needs_a_reason(desk: Desk) -> None:
    Complaint(desk, OPEN).to("closed")
    number = desk.case().id
    _ask(desk, number)
    before, seat = desk.state(), seat_of(desk, desk.world.cases.get(number))
    assert Browser().submit(f"{seat}{PLACE}", {"uraian": "Sekali lagi."}).status == 303
    desk.settle()
    assert desk.state() == before
    assert program("POST", f"{seat}{PLACE}", {"uraian": " "}).status == 422


def test_whom_a_complaint_is_about_hears_of_no_request_on_it(desk: Desk) -> None:
    heard = Heard(desk).to("weighing")
    number = desk.case().id
    task = f"{heard.yuni.seat}/tugas/{number}.1/telaah"
    barring = {"outcome": "ditangani", "grade": "berat", f"tentang.{NANDA.id}": "ya"}
    assert program("POST", task, barring).status == 200
    desk.settle()
    request = _ask(desk, number)
    nanda = Officer(desk, NANDA.email)
    assert program("GET", f"{nanda.seat}/berkas/{request.id}").status == 404


def test_a_refusal_is_told_with_its_reason_where_it_was_asked(desk: Desk) -> None:
    Heard(desk).to("answering")
    number = desk.case().id
    _ask(desk, number)
    refusal = {"outcome": "ditolak", "message": "Laporan masih diproses.", "confirmed": "ya"}
    Officer(desk, NANDA.email).do(refusal)
    page = Browser().get(f"{seat_of(desk, desk.world.cases.get(number))}{PLACE}").body
    assert "Laporan masih diproses." in page
    assert "dikirim ke surel" not in page
