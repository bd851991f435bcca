"""What is attached to a complaint, from its first moment to its end."""

import pytest

from infra.demo.papers import png
from tests.desk.browser import program
from tests.desk.complaining import NAMELESS, Complaint
from tests.desk.office import Desk


@pytest.mark.parametrize("stage", ["lodged", "handling", "answered", "objected"])
def test_something_may_be_attached_while_the_complaint_is_open(desk: Desk, stage: str) -> None:
    walk = Complaint(desk).to(stage)
    walk.complainant.attach()
    assert walk.complainant.look()["attached"] == ["Lampiran"]


def test_even_before_anybody_has_it(desk: Desk) -> None:
    walk = Complaint(desk)
    walk.complainant.browser.submit(walk.complainant.form, NAMELESS)
    assert desk.case().here is None
    walk.complainant.attach()
    desk.settle()
    assert walk.complainant.look()["attached"] == ["Lampiran"]


def test_an_upload_that_was_under_way_while_the_complaint_went_on_is_not_lost(desk: Desk) -> None:
    walk = Complaint(desk).to("lodged")
    (scan,) = walk.complainant.look("/dokumen")["scans"]
    walk.decide("ditangani", grade="ringan")
    desk.arrive(scan["form"]["fields"]["key"], png())
    assert walk.complainant.look()["attached"] == ["Lampiran"]


def test_several_files_are_one_attachment_and_all_may_be_taken_back(desk: Desk) -> None:
    walk = Complaint(desk).to("attached")
    (scan,) = walk.complainant.look("/dokumen")["scans"]
    desk.arrive(scan["more"]["fields"]["key"], png(64, 64))
    (scan,) = walk.complainant.look("/dokumen")["scans"]
    assert len(scan["kept"]) == 2
    walk.complainant.do("/dokumen/lampiran/hapus", {})
    assert walk.complainant.look()["attached"] == []


def test_one_file_of_an_attachment_is_replaced_in_its_place(desk: Desk) -> None:
    walk = Complaint(desk).to("attached")
    (scan,) = walk.complainant.look("/dokumen")["scans"]
    desk.arrive(scan["more"]["fields"]["key"], png(64, 64))
    first, second = desk.hashes("lampiran")
    page = walk.complainant.look("/dokumen/lampiran/1/ganti")
    desk.arrive(page["form"]["fields"]["key"], png())
    anew = desk.hashes("lampiran")
    assert (anew[0] != first, anew[1:]) == (True, [second])
    assert program("GET", f"{walk.complainant.page}/dokumen/lampiran/3/ganti").status == 404


def test_who_attached_a_file_sees_it_for_a_minute_and_who_did_not_does_not(desk: Desk) -> None:
    """G13."""
    walk = Complaint(desk).to("attached")
    (scan,) = walk.complainant.look("/dokumen")["scans"]
    shown = program("GET", walk.complainant.seat + scan["kept"][0]["look"])
    assert shown.view["next"].startswith("https://")
    assert program("GET", scan["kept"][0]["look"]).status == 401
    assert program("GET", f"{walk.complainant.page}/dokumen/lampiran/9/lihat").status == 404


def test_nothing_arrives_after_the_end(desk: Desk) -> None:
    walk = Complaint(desk).to("objected")
    (scan,) = walk.complainant.look("/dokumen")["scans"]
    before = desk.case().documents
    walk.answer("diputus", "Sudah diperbaiki.")
    desk.arrive(scan["form"]["fields"]["key"], png())
    assert desk.case().documents == before
    assert program("GET", f"{walk.complainant.page}/dokumen/lampiran/1/ganti").status == 409


def test_what_is_no_document_is_refused_in_words(desk: Desk) -> None:
    walk = Complaint(desk).to("lodged")
    walk.complainant.attach(b"MZ not a picture")
    assert walk.complainant.look()["attached"] == []
    (scan,) = walk.complainant.look("/dokumen")["scans"]
    assert scan["state"] == "refused"
    assert scan["problem"]
