"""The complainant takes the answer, or objects to it: once, in time, and to somebody apart."""

from dataclasses import replace

import pytest

from functions.core.case import Case
from functions.core.change import change
from tests.desk.browser import Browser, program
from tests.desk.complaining import ANSWER, OBJECTION, Accepted, Complaint
from tests.desk.office import Desk

OBJECT = {"outcome": "keberatan", "reason": OBJECTION}


@pytest.fixture
def walk(desk: Desk) -> Complaint:
    return Complaint(desk).to("answered")


def _until(walk: Complaint) -> str | None:
    told: str | None = walk.complainant.look("/tanggapan")["until"]
    return told


def test_the_answer_is_shown_beside_the_question(walk: Complaint) -> None:
    assert walk.complainant.look("/tanggapan")["answer"] == ANSWER


def test_an_answer_that_is_taken_ends_the_complaint(walk: Complaint) -> None:
    walk.complainant.accept()
    assert walk.desk.case().closed.end == "selesai"


def test_an_objection_goes_to_the_head_with_its_reason(walk: Complaint) -> None:
    walk.complainant.object()
    case = walk.desk.case()
    assert (case.here.by, case.objected) == ("pimpinan", True)
    assert (case.messages[-1].text, case.messages[-1].by) == (OBJECTION, "")


def test_an_objection_without_a_reason_is_asked_again(walk: Complaint) -> None:
    before = walk.desk.state()
    answer = walk.complainant.do("/tanggapan", {"outcome": "keberatan"})
    assert answer.status == 422
    assert answer.error("reason")
    assert walk.desk.state() == before


@pytest.mark.parametrize("outcome", ["", "diputus", "selesai"])
def test_there_is_no_other_response(walk: Complaint, outcome: str) -> None:
    assert walk.complainant.do("/tanggapan", {"outcome": outcome}).status == 422


def test_where_the_head_is_whom_it_is_about_only_the_ombudsman_is_left(walk: Complaint) -> None:
    """G15."""
    (head,) = walk.desk.holders("batang", "pimpinan")
    change(walk.desk.world.cases, walk.desk.case().id, lambda c: _about(c, head.id))
    assert _until(walk) is None
    page = Browser().get(f"{walk.complainant.page}/tanggapan").body
    assert 'value="keberatan"' not in page
    assert "Ombudsman" in page
    refused = program("POST", f"{walk.complainant.page}/tanggapan", OBJECT)
    assert refused.status == 409
    assert "Ombudsman" in refused.view["message"]


def test_an_objection_is_made_in_the_offices_time(walk: Complaint) -> None:
    assert _until(walk)
    walk.desk.later(days=14, seconds=1)
    assert _until(walk) is None
    assert program("POST", f"{walk.complainant.page}/tanggapan", OBJECT).status == 409


def test_an_objection_is_made_once(desk: Desk) -> None:
    """An answer given anew, after the complaint came back, may only be taken."""
    walk = Complaint(desk).to("closed")
    walk.complainant.do("/buka-kembali", {"reason": "Belum berubah."})
    walk.answer()
    assert _until(walk) is None
    assert program("POST", f"{walk.complainant.page}/tanggapan", OBJECT).status == 409


@pytest.mark.parametrize("stage", ["lodged", "handling", "objected", "closed"])
def test_nothing_is_answered_where_no_answer_waits(desk: Desk, stage: str) -> None:
    walk = Complaint(desk).to(stage)
    assert program("GET", f"{walk.complainant.page}/tanggapan").status == 409


def test_a_complaint_that_ended_is_taken_up_again_with_the_reason_as_a_message(desk: Desk) -> None:
    walk = Accepted(desk).to("reopened")
    case = desk.case()
    assert (case.here.id, case.closed) == (case.handler, None)
    assert walk.complainant.look()["voices"][-1]["text"] == "Belum berubah."


def test_it_is_taken_up_again_once(desk: Desk) -> None:
    walk = Accepted(desk).to("reopened")
    walk.answer()
    walk.complainant.accept()
    assert walk.complainant.look()["reopenable"] is None
    assert program("GET", f"{walk.complainant.page}/buka-kembali").status == 409


def test_it_is_taken_up_again_in_the_offices_time(desk: Desk) -> None:
    walk = Accepted(desk).to("closed")
    assert walk.complainant.look()["reopenable"]
    desk.later(days=30, seconds=1)
    assert walk.complainant.look()["reopenable"] is None
    again = program("POST", f"{walk.complainant.page}/buka-kembali", {"reason": "Belum berubah."})
    assert again.status == 409


def test_what_was_rejected_is_not_taken_up_again(desk: Desk) -> None:
    walk = Complaint(desk).to("lodged")
    walk.decide("ditolak", message="Bukan wewenang kami.")
    view = walk.complainant.look()
    assert view["reopenable"] is None
    assert view["standing"]["reason"] == "Bukan wewenang kami."


def test_after_its_end_nothing_is_said_or_attached(desk: Desk) -> None:
    walk = Complaint(desk).to("closed")
    for page in ("/pesan", "/dokumen"):
        assert program("GET", walk.complainant.page + page).status == 409
    assert program("POST", f"{walk.complainant.page}/pesan", {"text": "x"}).status == 409


def _about(case: Case, officer: str) -> Case:
    return replace(case, barred=(officer,))
