"""What people may ask about the data on them: told, asked, and answered with a copy."""

from datetime import timedelta

from functions.core.own_data import ABOUT, SORT, STORY
from functions.sops import granting
from tests.desk.browser import Browser, program
from tests.desk.office import SITI, Desk
from tests.desk.people import COMPANY, WULAN
from tests.desk.rights import NANDA, Correction, OwnData
from tests.desk.walks import Batang

NAME = COMPANY["usaha"]["nama-usaha"]


def test_the_sop_asks_for_all_that_loket_reads() -> None:
    assert {SORT, ABOUT, STORY} <= {f.id for f in granting("batang").fields({})}


def test_a_person_is_told_what_is_held_for_how_long_and_what_they_may_ask(desk: Desk) -> None:
    walk = Batang(desk).to("closed")
    page = Browser().get(f"{walk.applicant.link}/data-pribadi").body
    for words in ("Nama usaha", "NPWP", "User ID", "3x24 jam", "3653 hari", "Salinan data"):
        assert words in page, words
    assert NAME not in page
    assert "Data pribadi Anda" in Browser().get(walk.applicant.link).body


def test_a_request_is_a_case_on_a_desk_of_its_own_with_three_days_time(desk: Desk) -> None:
    walk = OwnData(desk).to("asked")
    request = walk.request
    assert request.email == WULAN
    assert request.answers["nomor"] == walk.number
    assert request.here.by == NANDA.roles[0]
    assert request.here.due == desk.now + timedelta(hours=72)
    assert desk.mails(NANDA.email)
    assert not [m for m in desk.mails(SITI.email) if request.id in m.subject]


def test_whoever_asks_gets_a_receipt_with_a_link_of_its_own(desk: Desk) -> None:
    walk = OwnData(desk).to("asked")
    (receipt,) = desk.mails(WULAN, walk.request.id)
    assert "3x24 jam" in receipt.text
    assert walk.applicant.link != walk.mine
    assert walk.applicant.look()["standing"]["due"]
    assert walk.page("/data-pribadi")["requests"][0]["standing"]["number"] == walk.request.id


def test_the_same_is_not_asked_twice_while_it_is_open(desk: Desk) -> None:
    walk = OwnData(desk).to("asked")
    before = desk.state()
    again = Browser().submit(f"{walk.mine}/data-pribadi", {"permintaan": "akses", "uraian": ""})
    desk.settle()
    assert again.status == 303
    assert desk.state() == before


def test_something_else_may_be_asked_meanwhile_and_the_same_again_after_its_end(desk: Desk) -> None:
    walk = OwnData(desk).to("met")
    for sort in ("perbaikan", "akses"):
        said = {"permintaan": sort, "uraian": "Nama usaha keliru."}
        assert Browser().submit(f"{walk.mine}/data-pribadi", said).status == 303
        desk.settle()
    assert len(walk.page("/data-pribadi")["requests"]) == 3


def test_a_correction_or_an_erasure_needs_words(desk: Desk) -> None:
    walk = Batang(desk).to("closed")
    before = desk.state()
    for sort in ("perbaikan", "hapus"):
        said = {"permintaan": sort, "uraian": " "}
        answer = Browser().submit(f"{walk.applicant.link}/data-pribadi", said)
        assert answer.status == 422
        assert "Tulis penjelasannya" in answer.error("uraian")
    assert desk.state() == before


def test_whose_case_it_is_about_the_link_says_and_nobody_else(desk: Desk) -> None:
    walk = Batang(desk).to("closed")
    said = {"permintaan": "akses", "nomor": "BTG-2222-2222"}
    answer = program("POST", f"{walk.applicant.link}/data-pribadi", said)
    assert answer.status == 422
    assert "nomor" in answer.view["problems"]


def test_a_request_is_not_itself_asked_about(desk: Desk) -> None:
    walk = OwnData(desk).to("asked")
    assert Browser().get(f"{walk.applicant.link}/data-pribadi").status == 404
    assert not walk.applicant.look()["rights"]


def test_the_request_has_no_effect_on_its_applications_history(desk: Desk) -> None:
    walk = Correction(desk).to("closed")
    before = desk.history()
    walk.then("asked", "asked")
    assert [*desk.world.cases.history(walk.number)] == before


def test_a_request_on_own_data_is_called_one_and_known_by_the_application(desk: Desk) -> None:
    walk = OwnData(desk).to("asked")
    page = Browser().get(walk.applicant.link).body
    assert "<h1>Permintaan Anda</h1>" in page
    assert "Permohonan" not in page
    (line,) = program("GET", walk.nanda.queue).view["lines"]
    assert line["name"] == walk.number


def test_whoever_is_refused_or_unsure_is_led_to_the_offices_own_form(desk: Desk) -> None:
    walk = OwnData(desk).to("asked")
    assert 'href="/pengaduan/batang">mengadu' in Browser().get(f"{walk.mine}/data-pribadi").body
    walk.nanda.do({"outcome": "ditolak", "message": "Bukan data Anda.", "confirmed": "ya"})
    refusal = desk.mails(WULAN, "tidak dapat dipenuhi")[-1].text
    assert f"{desk.world.site}/pengaduan/batang" in refusal
