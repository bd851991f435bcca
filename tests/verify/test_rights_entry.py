"""Somebody without a link asks about the data on them: at the counter, or by letter."""

import json
from datetime import timedelta

import pytest

from tests.desk.browser import Browser, program, seat
from tests.desk.hearing import WHO, Heard
from tests.desk.office import SITI, Desk
from tests.desk.officer import Officer
from tests.desk.people import COMPANY, WULAN, Vendor
from tests.desk.rights import DIRECTOR, NANDA, TOLD, InPerson, Lost
from tests.desk.samples import NIP, PEOPLE
from tests.desk.walks import Batang, Kemenperin

NAME = COMPANY["usaha"]["nama-usaha"]
ENTRY = seat("batang", "siti", "/loket/data-pribadi")


def test_the_officer_finds_the_form_at_the_counter(desk: Desk) -> None:
    assert 'href="/loket/data-pribadi"' in Browser().get(seat("batang", "siti", "/loket")).body
    page = Browser().get(ENTRY).body
    for words in ("3x24 jam", "Lihat dahulu identitasnya", "Nomor berkas", "/antrean/cari"):
        assert words in page, words
    assert "boleh dikosongkan" not in page.partition("Selaku apa?")[0].partition("Nama")[2]


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


def test_whoever_wrote_it_down_does_not_answer_it(desk: Desk) -> None:
    """Two officers have seen whom the copy goes to."""
    walk = InPerson(desk).to("closed")
    said = {**TOLD, "nomor": desk.case().id}
    walk.nanda.at(f"{walk.nanda.seat}/loket/data-pribadi", said)
    task = walk.nanda.task
    assert program("GET", task).status == 403
    assert program("POST", f"{task}/data-pribadi", {"outcome": "dipenuhi"}).status == 403


def test_of_whoever_did_not_apply_the_copy_holds_what_the_officer_said_and_nothing_else(
    desk: Desk,
) -> None:
    walk = InPerson(desk).to("met")
    (copied,) = walk.copies()
    text = json.dumps(copied, ensure_ascii=False)
    director = COMPANY["penanggung-jawab"]
    for held in (director["nama"], director["nik"], walk.about.documents["ktp-direksi"].sha256):
        assert held in text, held
    for others in (WULAN, COMPANY["pajak"]["npwp"], NAME, walk.about.account.user_id):
        assert others not in text, others
    assert len(copied["files"]) == 1
    assert copied["letters"] == []
    base = f"{walk.link}/salinan/dokumen/{walk.number}"
    assert Browser().get(f"{base}/ktp-direksi/1").status == 303
    assert Browser().get(f"{base}/npwp-perusahaan/1").status == 404


def test_what_says_the_persons_name_is_ticked_already(desk: Desk) -> None:
    walk = InPerson(desk).to("asked")
    (about,) = walk.nanda.look()["about"]
    ticked = {tick["id"] for tick in about["ticks"] if tick["ticked"]}
    assert ticked == set(walk.tick("penanggung-jawab"))
    page = Browser().get(walk.nanda.task).body
    assert page.count(" checked") == 1
    assert NAME in page


def test_without_a_tick_there_is_nothing_to_copy(desk: Desk) -> None:
    walk = InPerson(desk).to("asked")
    before = desk.state()
    for ticked in ({}, {f"part.{walk.number}.nowhere": "ya"}, walk.tick("kuasa")):
        said = {"outcome": "dipenuhi", **ticked}
        answer = program("POST", f"{walk.nanda.task}/data-pribadi", said)
        assert answer.status == 422
        assert "Beri tanda" in answer.view["problems"]["part"]
    assert desk.state() == before


def test_the_case_tells_once_that_a_copy_was_given_and_for_which_request(desk: Desk) -> None:
    walk = InPerson(desk).to("met")
    told = [e for e in desk.world.cases.history(walk.number) if e.kind == "copied"]
    assert [(e.by, e.detail["request"]) for e in told] == [(NANDA.id, walk.request.id)]


def test_an_applicant_who_lost_the_link_gets_all_and_the_officer_is_warned_of_the_mailbox(
    desk: Desk,
) -> None:
    walk = Lost(desk).to("asked")
    (about,) = walk.nanda.look()["about"]
    assert (about["name"], about["elsewhere"], about["ticks"]) == (NAME, True, [])
    assert "Alamat email lain" in Browser().get(walk.nanda.task).body
    walk.then("met", "met")
    assert NAME in json.dumps(walk.copies(), ensure_ascii=False)


def test_one_copy_may_be_of_several_cases(desk: Desk) -> None:
    walk = Lost(desk).to("closed")
    other = Vendor(desk, "wulan@lain.co.id").apply()
    numbers = sorted(desk.world.cases.snapshots)
    said = {**TOLD, **Lost.says, "nomor": ", ".join(numbers)}
    assert walk.siti.at(walk.entry, said).status == 303
    assert walk.nanda.do({"outcome": "dipenuhi"}).status == 303
    assert [copied["number"] for copied in walk.copies()] == numbers
    text = json.dumps(walk.copies(), ensure_ascii=False)
    assert WULAN in text
    assert other.address in text
    printed = Browser().get(f"{walk.link}/salinan/data.pdf")
    assert printed.headers["content-type"] == "application/pdf"


@pytest.mark.parametrize("sort", ["perbaikan", "hapus"])
def test_a_correction_or_an_erasure_is_of_one_case(desk: Desk, sort: str) -> None:
    Batang(desk).to("closed")
    Vendor(desk, "wulan@lain.co.id").apply()
    numbers = ", ".join(desk.world.cases.snapshots)
    said = {**TOLD, "nomor": numbers, "permintaan": sort, "uraian": "Keliru."}
    assert "satu nomor" in program("POST", ENTRY, said).view["problems"]["nomor"]


def test_an_account_holder_gets_their_own_part_and_their_own_letters(desk: Desk) -> None:
    walk = Kemenperin(desk).to("closed")
    number = desk.case().id
    said = {**TOLD, "nama": PEOPLE[1]["nama"], "surel": "budi@pribadi.test", "nomor": number}
    team = walk.officer("tim-pengelola")
    assert team.at(f"{team.seat}/loket/data-pribadi", said).status == 303
    officer = walk.officer("pejabat-pdp")
    (about,) = officer.look()["about"]
    assert [t["id"] for t in about["ticks"] if t["ticked"]] == [f"part.{number}.h2"]
    officer.do({"outcome": "dipenuhi", f"part.{number}.h2": "ya"})
    page = program("GET", desk.link("budi@pribadi.test", "p") + "/salinan").view
    text = json.dumps(page, ensure_ascii=False)
    assert NIP[1] in text
    assert "User ID" in text
    assert [nip for nip in (NIP[0], NIP[2]) if nip in text] == []
    assert page["copies"][0]["letters"]


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


def test_the_erasure_that_a_person_asks_for_follows_the_schedule(desk: Desk) -> None:
    walk = Lost(desk)
    walk.says = {**Lost.says, "permintaan": "hapus", "uraian": "Usaha tutup."}
    walk.to("asked")
    assert "wajib disimpan" in walk.nanda.look()["against"]
