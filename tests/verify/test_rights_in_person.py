"""A request that an officer wrote down is answered by another, who says what is on the person."""

import json
from dataclasses import replace

import pytest

from functions.core.facts import Finding
from tests.desk.browser import Browser, program, seat
from tests.desk.office import Desk
from tests.desk.people import COMPANY, TRADER, WULAN, Vendor
from tests.desk.rights import NANDA, TOLD, InPerson, Lost, OfRefused, WhileOpen
from tests.desk.samples import NIP, PEOPLE
from tests.desk.walks import Kemenperin

NAME = COMPANY["usaha"]["nama-usaha"]
ENTRY = seat("batang", "siti", "/loket/data-pribadi")


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


def test_the_erasure_that_a_person_asks_for_follows_the_schedule(desk: Desk) -> None:
    walk = Lost(desk)
    walk.says = {**Lost.says, "permintaan": "hapus", "uraian": "Usaha tutup."}
    walk.to("asked")
    assert "wajib disimpan" in walk.nanda.look()["against"]


@pytest.mark.parametrize(
    ("sort", "words"), [("hapus", "juga data pemohonnya"), ("perbaikan", "Perbaiki hanya data")]
)
def test_the_officer_is_reminded_of_the_others_in_the_case(
    desk: Desk, sort: str, words: str
) -> None:
    walk = OfRefused(desk)
    walk.says = {"permintaan": sort, "uraian": "Sudah bukan direktur."}
    walk.to("asked")
    assert words in Browser().get(walk.nanda.task).body


def test_what_was_ticked_is_shown_as_long_as_it_is_what_was_ticked(desk: Desk) -> None:
    walk = WhileOpen(desk).to("met")
    director = COMPANY["penanggung-jawab"]
    assert director["nik"] in json.dumps(walk.copies())
    answers = {**walk.about.answers, "nama": "Orang Lain", "nik": "3325010101010001"}
    desk.world.cases.save(replace(walk.about, answers=answers))
    text = json.dumps(walk.copies())
    others = ("Orang Lain", "3325010101010001", director["nik"])
    assert [word for word in others if word in text] == []
    assert walk.about.documents["ktp-direksi"].sha256 in text


def test_a_case_of_which_nothing_was_ticked_is_in_no_copy(desk: Desk) -> None:
    walk = InPerson(desk).to("closed")
    Vendor(desk, "wulan@lain.co.id").apply()
    numbers = sorted(desk.world.cases.snapshots)
    walk.siti.at(walk.entry, {**TOLD, "nomor": ", ".join(numbers)})
    walk.number = next(n for n in numbers if desk.world.cases.get(n).email == WULAN)
    (other,) = {*numbers} - {walk.number}
    ticks = walk.tick("penanggung-jawab")
    program("POST", f"{walk.nanda.task}/data-pribadi", {"outcome": "dipenuhi", **ticks})
    desk.settle()
    assert [copied["number"] for copied in walk.copies()] == [walk.number]
    assert Browser().get(f"{walk.link}/salinan/dokumen/{other}/ktp-direksi/1").status == 404
    assert "copied" not in [e.kind for e in desk.world.cases.history(other)]


def test_a_namesakes_part_is_not_ticked_and_said_to_be_anothers(desk: Desk) -> None:
    walk = InPerson(desk).to("closed")
    Vendor(desk, "wulan@lain.co.id").apply()
    numbers = sorted(desk.world.cases.snapshots)
    said = {"nik": COMPANY["penanggung-jawab"]["nik"], "nomor": ", ".join(numbers)}
    walk.siti.at(walk.entry, {**TOLD, **said})
    walk.number = next(n for n in numbers if desk.world.cases.get(n).email == WULAN)
    assert TRADER["penanggung-jawab"]["nama"] == COMPANY["penanggung-jawab"]["nama"]
    ticks = [tick for about in walk.nanda.look()["about"] for tick in about["ticks"]]
    ticked = {tick["id"] for tick in ticks if tick["ticked"]}
    assert ticked == set(walk.tick("penanggung-jawab"))
    (others,) = (tick["label"] for tick in ticks if "NIK-nya lain" in tick["label"])
    assert others == "Penanggung jawab (NIK-nya lain)"


def test_the_screenshot_of_a_call_may_be_of_whoever_asks(desk: Desk) -> None:
    walk = InPerson(desk).to("asked")
    (about,) = walk.nanda.look()["about"]
    labels = [tick["label"] for tick in about["ticks"]]
    assert "Tangkapan layar panggilan video" in labels


def test_what_officers_wrote_about_a_part_is_in_no_third_persons_copy(desk: Desk) -> None:
    walk = WhileOpen(desk).to("met")
    found = {"penanggung-jawab": Finding("tidak-jelas", "Direktur sebenarnya Agus.")}
    desk.world.cases.save(replace(walk.about, findings={**walk.about.findings, **found}))
    assert "Agus" not in json.dumps(walk.copies())
