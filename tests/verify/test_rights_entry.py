"""Somebody without a link asks about the data on them: at the counter, or by letter."""

import json
from datetime import timedelta

import pytest

from tests.desk.browser import Browser, program, seat
from tests.desk.hearing import WHO, Heard
from tests.desk.office import SITI, Desk
from tests.desk.officer import Officer
from tests.desk.people import COMPANY, WULAN, Vendor
from tests.desk.rights import DIRECTOR, NANDA, TOLD, InPerson
from tests.desk.walks import Batang, Kemenperin

NAME = COMPANY["usaha"]["nama-usaha"]
ENTRY = seat("batang", "siti", "/loket/data-pribadi")


def test_the_officer_finds_the_form_at_the_counter(desk: Desk) -> None:
    assert 'href="/loket/data-pribadi"' in Browser().get(seat("batang", "siti", "/loket")).body
    page = Browser().get(ENTRY).body
    for words in ("3x24 jam", "Lihat dahulu identitasnya", "Nomor berkas", "/antrean/cari"):
        assert words in page, words
    fields = program("GET", ENTRY).view["fields"]
    assert [f["id"] for f in fields if f["optional"]] == ["uraian", "nik"]


def test_only_staff_with_a_role_write_requests_down(desk: Desk) -> None:
    assert program("GET", "/loket/data-pribadi").status == 401


def test_it_is_answered_within_three_days_to_the_mailbox_that_was_named(desk: Desk) -> None:
    walk = InPerson(desk).to("asked")
    request = walk.request
    assert (request.email, request.entered.by) == (DIRECTOR, SITI.id)
    assert request.here.due == desk.now + timedelta(hours=72)
    (receipt,) = desk.mails(DIRECTOR, request.id)
    assert "3x24 jam" in receipt.text
    assert not desk.mails(WULAN, request.id)
    page = Browser().get(f"{walk.entry}/{request.id}").body
    for words in (request.id, DIRECTOR, "Pejabat Pelindungan Data Pribadi"):
        assert words in page, words


def test_the_applicant_does_not_hear_who_else_asks(desk: Desk) -> None:
    walk = InPerson(desk).to("asked")
    assert walk.page("/data-pribadi")["requests"] == []


def test_what_came_by_letter_is_timed_from_then_and_is_no_deviation(desk: Desk) -> None:
    walk = InPerson(desk)
    walk.says = {"date": "2026-03-08", "time": "10:00"}
    walk.to("asked")
    assert walk.request.here.due == walk.request.received + timedelta(hours=72)
    assert walk.request.received < desk.now - timedelta(hours=20)
    kinds = [e.kind for e in desk.world.cases.history(walk.request.id)]
    assert "deviated" not in kinds


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"nama": ""}, "nama"),
        ({"dokumen-identitas": ""}, "dokumen-identitas"),
        ({"surel": ""}, "surel"),
        ({"surel": SITI.email}, "surel"),
        ({"selaku": ""}, "selaku"),
        ({"selaku": "tetangga"}, "selaku"),
        ({"nomor": ""}, "nomor"),
        ({"nomor": "BTG-2222-2223"}, "nomor"),
        ({"nomor": "BTG-2222-2222"}, "nomor"),
        ({"permintaan": "perbaikan"}, "uraian"),
        ({"date": "2026-03-06"}, "time"),
        ({"unheard-of": "x"}, "unheard-of"),
    ],
)
def test_what_does_not_fit_is_said_beside_the_field_and_opens_nothing(
    desk: Desk, said: dict[str, str], field: str
) -> None:
    Batang(desk).to("closed")
    before = desk.state()
    number = desk.case().id
    answer = program("POST", ENTRY, {**TOLD, "nomor": number, **said})
    assert answer.status == 422
    assert field in answer.view["problems"]
    assert desk.state() == before


def test_another_offices_case_is_not_there(desk: Desk) -> None:
    """G16."""
    number = Kemenperin(desk).to("receiving").desk.case().id
    answer = program("POST", ENTRY, {**TOLD, "nomor": number})
    assert "tidak ada di kantor ini" in answer.view["problems"]["nomor"]


def test_the_same_click_opens_one_request(desk: Desk) -> None:
    """G2."""
    number = Batang(desk).to("closed").desk.case().id
    said = {**TOLD, "nomor": number, "nonce": "once"}
    first, again = (program("POST", ENTRY, said) for _ in range(2))
    assert first.view == again.view
    assert len(desk.world.cases.snapshots) == 2


def test_nobody_writes_down_a_request_about_their_own(desk: Desk) -> None:
    walk = Batang(desk)
    walk.applicant.address = SITI.email
    walk.to("registered")
    assert program("POST", ENTRY, {**TOLD, "nomor": desk.case().id}).status == 403


@pytest.mark.parametrize("sort", ["perbaikan", "hapus"])
def test_a_correction_or_an_erasure_is_of_one_case(desk: Desk, sort: str) -> None:
    Batang(desk).to("closed")
    Vendor(desk, "wulan@lain.co.id").apply()
    numbers = ", ".join(desk.world.cases.snapshots)
    said = {**TOLD, "nomor": numbers, "permintaan": sort, "uraian": "Keliru."}
    assert "satu nomor" in program("POST", ENTRY, said).view["problems"]["nomor"]


def test_of_a_complaint_only_whoever_made_it_in_the_open_gets_a_copy(desk: Desk) -> None:
    heard = Heard(desk).to("closed")
    number = desk.case().id
    said = {**TOLD, "nomor": number, "selaku": "sendiri", "surel": WHO["surel"]}
    named = program("POST", ENTRY, {**said, "selaku": "disebut"})
    assert "hanya dibuka pelapornya" in named.view["problems"]["nomor"]
    fixed = program("POST", ENTRY, {**said, "permintaan": "perbaikan", "uraian": "Keliru."})
    assert "pesan" in fixed.view["problems"]["permintaan"]
    assert heard.listener.at(ENTRY, said).status == 303
    Officer(desk, NANDA.email).do({"outcome": "dipenuhi"})
    page = program("GET", desk.link(WHO["surel"], "p") + "/salinan").view
    text = json.dumps(page, ensure_ascii=False)
    assert WHO["telepon"] in text
    assert "Percakapan" in text


@pytest.mark.parametrize("identity", ["rahasia", "anonim"])
def test_a_complaint_in_secret_stays_shut_to_whoever_says_that_it_is_theirs(
    desk: Desk, identity: str
) -> None:
    heard = Heard(desk)
    heard.listener.hear(identitas=identity)
    said = {**TOLD, "nomor": desk.case().id, "selaku": "sendiri"}
    assert "kode rahasianya" in program("POST", ENTRY, said).view["problems"]["nomor"]


def test_whom_a_complaint_is_about_does_not_hear_of_it_here(desk: Desk) -> None:
    Heard(desk).listener.hear(**{"terlapor": "petugas", "nama-terlapor": "Budi Santoso"})
    place = seat("batang", "budi", "/loket/data-pribadi")
    answer = program("POST", place, {**TOLD, "nomor": desk.case().id})
    assert "tidak ada di kantor ini" in answer.view["problems"]["nomor"]
