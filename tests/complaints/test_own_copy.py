"""Whoever complains has a copy of what is held on them at once, by number and secret."""

import json

import pytest

from tests.desk.browser import Browser, program
from tests.desk.complaining import OPEN, Complaint, seat_of
from tests.desk.office import STAFF, Desk

WHO = [OPEN[name] for name in ("nama", "surel", "telepon")]


@pytest.fixture
def base(desk: Desk) -> str:
    Complaint(desk, OPEN).to("objected")
    return f"{seat_of(desk, desk.case())}/pengaduan/saya/salinan"


def test_it_holds_what_was_said_on_both_sides_and_what_was_done(desk: Desk, base: str) -> None:
    (copied,) = program("GET", base).view["copies"]
    text = json.dumps(copied, ensure_ascii=False)
    words = [OPEN["uraian"], *(message.text for message in desk.case().messages)]
    said = [line for told in words for line in told.splitlines()]
    assert [line for line in (*said, "Percakapan") if line not in text] == []
    assert len(copied["trail"]) == len(desk.history())
    assert copied["letters"]
    page = Browser().get(f"{base.removesuffix('/salinan')}/data-pribadi").body
    assert 'href="/pengaduan/saya/salinan"' in page


def test_it_tells_no_finder_of_the_slip_who_complains_but_that_it_is_kept(
    desk: Desk, base: str
) -> None:
    for path in ("", "/data.json"):
        body = Browser().get(f"{base}{path}").body
        assert [word for word in WHO if word in body] == []
        assert "Tersimpan, tidak ditampilkan di sini" in body


def test_it_names_officers_by_their_role(desk: Desk, base: str) -> None:
    body = Browser().get(f"{base}/data.json").body
    assert [officer.name for officer in STAFF.values() if officer.name in body] == []


def test_it_is_to_be_had_as_json_and_as_pdf_and_with_its_files(desk: Desk, base: str) -> None:
    kinds = [Browser().get(f"{base}/data.{kind}").headers["content-type"]
             for kind in ("json", "pdf")]  # fmt: skip
    assert kinds == ["application/json", "application/pdf"]
    (copied,) = program("GET", base).view["copies"]
    assert [Browser().get(f"{base}/{f['place']}").status for f in copied["files"]] == [303]
    assert Browser().get(f"{base}/dokumen/BTG-2222-2222/lampiran/1").status == 404


def test_without_number_and_secret_there_is_none(desk: Desk, base: str) -> None:
    for path in ("", "/data.json", "/data.pdf"):
        assert program("GET", f"/pengaduan/saya/salinan{path}").status == 401
