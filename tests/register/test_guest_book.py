"""The guest book (buku tamu): by the officer, on the tablet, or by the receipt's code."""

import re
from collections.abc import Mapping

import pytest

from functions.register.room import secret_of
from tests.desk.browser import Browser, program
from tests.desk.office import Desk
from tests.desk.samples import GUEST
from tests.desk.walks import Babel, Melawi


@pytest.fixture
def visiting(desk: Desk) -> Melawi:
    return Melawi(desk).to("visiting")


def _line(desk: Desk) -> Mapping[str, str]:
    return {"number": desk.case().id, "secret": secret_of(desk.case().id), **GUEST}


@pytest.mark.parametrize("by_code", [False, True], ids=["on the tablet", "by code"])
def test_a_visitor_writes_their_own_line(desk: Desk, visiting: Melawi, by_code: bool) -> None:
    path = f"/buku-tamu/{desk.case().id}" if by_code else "/buku-tamu"
    answer = Browser().submit(path, _line(desk))
    desk.settle()
    assert "Terima kasih, Dewi Lestari" in answer.body
    guest = desk.case().guest
    assert (guest.by, guest.purpose) == ("pengguna-layanan", "Menyerahkan berkas")
    assert desk.case().here.id == "kelengkapan"
    assert visiting.applicant.rows[2] == "done"


def test_an_officer_writes_it_at_the_counter(desk: Desk, visiting: Melawi) -> None:
    rina = visiting.officer("helpdesk")
    form = rina.browser.form(f"{rina.queued}/buku-tamu")
    assert form.fields["email"] == visiting.applicant.address
    assert form.fields["phone"] == "081234567890"
    visiting.arrive()
    assert desk.case().guest.by == "rina"


def test_the_next_desk_reads_who_came(desk: Desk, visiting: Melawi) -> None:
    visiting.arrive()
    page = Browser().get(visiting.officer("helpdesk").task).body
    assert "Dewi Lestari, CV Melawi Jaya. Keperluan: Menyerahkan berkas." in page


@pytest.mark.parametrize("wrong", [{"secret": "AAAA-BBBB"}, {"number": "MLW-2222-2222"}])
def test_a_line_needs_number_and_secret_and_does_not_say_which_was_wrong(
    desk: Desk, visiting: Melawi, wrong: dict[str, str]
) -> None:
    """G16."""
    before = desk.state()
    answer = Browser().submit("/buku-tamu", {**_line(desk), **wrong})
    assert "Nomor dan kode rahasia ini tidak cocok" in answer.error("number")
    assert desk.state() == before


def test_the_page_says_nothing_of_the_case(desk: Desk, visiting: Melawi) -> None:
    page = Browser().get(f"/buku-tamu/{desk.case().id}").body
    answers = desk.case().answers
    known = ("nama", "nik", "npwp", "user-id", "nama-usaha", "telepon")
    assert [name for name in known if answers[name] in page] == []
    assert visiting.applicant.address not in page


@pytest.mark.parametrize("field", GUEST)
def test_a_line_is_whole(desk: Desk, visiting: Melawi, field: str) -> None:
    answer = Browser().submit("/buku-tamu", {**_line(desk), field: ""})
    assert answer.error(field)
    assert desk.case().guest is None


@pytest.mark.parametrize("stage", ["registered", "receiving"])
def test_before_and_after_its_time_no_line_is_written(desk: Desk, stage: str) -> None:
    Melawi(desk).to(stage)
    before = desk.state()
    assert program("POST", "/buku-tamu", _line(desk)).status == 409
    assert desk.state() == before


def test_an_office_without_visits_has_no_guest_book(desk: Desk) -> None:
    Babel(desk).to("receiving")
    assert program("POST", "/buku-tamu", _line(desk)).status == 409


def test_of_two_who_write_at_once_one_did(desk: Desk, visiting: Melawi) -> None:
    """G3."""
    task = visiting.officer("helpdesk").queued
    with desk.before_save(lambda: program("POST", "/buku-tamu", _line(desk))):
        answer = program("POST", f"{task}/buku-tamu", GUEST)
    assert answer.status == 409
    assert desk.case().guest.by == "pengguna-layanan"


@pytest.mark.parametrize(
    ("walk", "stage", "leads"),
    [(Melawi, "visiting", "/buku-tamu/"), (Babel, "receiving", "/status")],
)
def test_the_receipt_has_a_code_that_leads_on(
    desk: Desk, walk: type[Melawi], stage: str, leads: str
) -> None:
    there = walk(desk).to(stage)
    page = Browser().get(f"{there.applicant.link}/tanda-terima")
    view = program("GET", f"{there.applicant.link}/tanda-terima").view
    assert page.status == 200
    assert re.search(r"<svg[^>]*>.*<title>Kode QR</title>.*</svg>", page.body, re.S)
    assert leads in view["address"]
    assert view["address"] in page.body
    assert view["secret"] not in view["address"]
    assert (desk.case().id in view["address"]) == (leads == "/buku-tamu/")
