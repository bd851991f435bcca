"""What people may ask about the data on them: told, asked, and answered with a copy."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from functions.core.own_data import ABOUT, SORT, STORY
from functions.offices import all_offices
from functions.sops import granting, sop_of
from functions.web import own_data
from tests.desk.browser import Browser, program
from tests.desk.office import SITI, Desk
from tests.desk.officer import PASSWORD, Officer
from tests.desk.people import COMPANY, WULAN
from tests.desk.rights import NANDA, Correction, OwnData, Refused, Running
from tests.desk.samples import NIP, PEOPLE
from tests.desk.walks import Batang, Kemenperin, Melawi

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


def test_a_copy_may_be_asked_for_while_the_application_is_open(desk: Desk) -> None:
    walk = Running(desk).to("asked")
    walk.grant()
    assert [one["number"] for one in walk.applicant.look("/salinan")["copies"]] == [walk.number]


def test_the_copy_holds_what_was_said_sent_and_done(desk: Desk) -> None:
    walk = OwnData(desk).to("met")
    text = json.dumps(walk.applicant.look("/salinan"), ensure_ascii=False)
    sent = walk.about.documents["ktp-direksi"].sha256
    for held in (NAME, COMPANY["pajak"]["npwp"], WULAN, sent, walk.about.account.user_id,
                 "Panggilan video", "Tanda terima", "Verifikator"):  # fmt: skip
        assert held in text, held


def test_the_trail_tells_of_every_look_with_its_purpose_and_the_role_not_the_name(
    desk: Desk,
) -> None:
    walk = OwnData(desk)
    walk.to("closed")
    walk.siti.at(f"{walk.siti.file}/dokumen/ktp-direksi", {"why": "audit"})
    walk.then("asked", "met")
    (view,) = walk.applicant.look("/salinan")["copies"]
    looks = [line for line in view["trail"] if line["what"].startswith("Dokumen dilihat")]
    assert any("untuk audit" in line["what"] for line in looks)
    whole = json.dumps(view)
    assert len(view["trail"]) == len(desk.world.cases.history(walk.number))
    assert [who for who in (SITI.name, SITI.id, SITI.email, NANDA.name) if who in whole] == []


def test_the_copy_holds_no_password_and_no_token(desk: Desk) -> None:
    walk = OwnData(desk).to("met")
    link = walk.applicant.link
    for path in ("/salinan", "/salinan/data.json"):
        body = Browser().get(f"{link}{path}").body
        assert PASSWORD not in body
        assert "sealed" not in body
        assert walk.mine not in body


def test_the_copy_is_to_be_had_as_json_and_as_pdf(desk: Desk) -> None:
    link = OwnData(desk).to("met").applicant.link
    told = Browser().get(f"{link}/salinan/data.json")
    assert told.headers["content-type"] == "application/json"
    assert NAME in json.dumps(json.loads(told.body))
    printed = Browser().get(f"{link}/salinan/data.pdf")
    assert printed.headers["content-type"] == "application/pdf"
    assert all(a.headers["cache-control"] == "no-store" for a in (told, printed))


def test_the_copys_files_are_shown_as_they_are_kept(desk: Desk) -> None:
    walk = OwnData(desk).to("met")
    base = f"{walk.applicant.link}/salinan"
    (copied,) = walk.applicant.look("/salinan")["copies"]
    assert len(copied["files"]) == len(walk.about.documents)
    shown = [Browser().get(f"{base}/{file['place']}") for file in copied["files"]]
    assert {answer.status for answer in shown} == {303}
    assert all(answer.location.startswith("https://") for answer in shown)
    for beside in (f"{walk.number}/ktp-direksi/9", "BTG-2222-2222/ktp-direksi/1"):
        assert Browser().get(f"{base}/dokumen/{beside}").status == 404


def test_the_copy_is_gone_after_thirty_days(desk: Desk) -> None:
    walk = OwnData(desk).to("met")
    link = walk.applicant.link
    desk.later(days=30)
    assert Browser().get(f"{link}/salinan").status == 200
    desk.later(hours=1)
    for path in ("", "/data.json", "/data.pdf", f"/dokumen/{walk.number}/ktp-direksi/1"):
        assert Browser().get(f"{link}/salinan{path}").status == 410


@pytest.mark.parametrize(("sort", "all_of_it"), [("akses", True), ("perbaikan", False)])
def test_one_copy_is_of_all_that_came_from_the_mailbox_and_nothing_else_is(
    desk: Desk, sort: str, all_of_it: bool
) -> None:
    walk = Batang(desk).to("closed")
    first, mine = desk.case().id, walk.applicant.link
    walk.applicant.register()
    numbers = sorted(desk.world.cases.snapshots)
    (other,) = {*numbers} - {first}
    assert other in Browser().get(f"{mine}/data-pribadi").body
    Browser().submit(f"{mine}/data-pribadi", {"permintaan": sort, "uraian": "Keliru."})
    desk.settle()
    (request,) = desk.world.cases.snapshots.keys() - {*numbers}
    asked = desk.world.cases.get(request).answers["nomor"]
    assert asked == (", ".join(numbers) if all_of_it else first)


def test_the_copy_of_several_cases_shows_each_and_no_longer_what_was_erased(desk: Desk) -> None:
    walk = Batang(desk).to("closed")
    first, mine = desk.case().id, walk.applicant.link
    walk.applicant.register()
    numbers = sorted(desk.world.cases.snapshots)
    Browser().submit(f"{mine}/data-pribadi", {"permintaan": "akses"})
    desk.settle()
    Officer(desk, NANDA.email).do({"outcome": "dipenuhi"})
    link = f"{desk.link(WULAN, 'p')}/salinan"
    assert [copied["number"] for copied in program("GET", link).view["copies"]] == numbers
    page = Browser().get(link).body
    assert all(f'href="#{n}"' in page and f'id="{n}"' in page for n in numbers)
    gone = replace(desk.world.cases.get(first), erased=desk.now)
    get = desk.world.cases.whole
    desk.world.cases.whole = lambda number: (
        replace(get(number), case=gone) if number == first else get(number)
    )
    assert [copied["number"] for copied in program("GET", link).view["copies"]] == [
        n for n in numbers if n != first
    ]


def test_there_is_no_copy_before_the_request_is_met_nor_of_another_request(desk: Desk) -> None:
    walk = OwnData(desk).to("asked")
    assert Browser().get(f"{walk.applicant.link}/salinan").status == 409
    assert Browser().get(f"{walk.mine}/salinan").status == 409


def test_there_is_no_copy_of_what_is_erased(desk: Desk) -> None:
    walk = Refused(desk).to("met")
    link = walk.applicant.link
    Browser().submit(f"{walk.mine}/data-pribadi", {"permintaan": "hapus", "uraian": "Tutup."})
    desk.settle()
    walk.grant()
    desk.retire(hours=2)
    assert walk.about.erased
    assert Browser().get(f"{link}/salinan").status == 410
    assert Browser().get(f"{walk.mine}/data-pribadi").status == 410


def test_a_request_is_not_itself_asked_about(desk: Desk) -> None:
    walk = OwnData(desk).to("asked")
    assert Browser().get(f"{walk.applicant.link}/data-pribadi").status == 404
    assert not walk.applicant.look()["rights"]


def test_of_several_account_holders_the_applicants_copy_holds_none(desk: Desk) -> None:
    walk = Kemenperin(desk).to("closed")
    number = desk.case().id
    walk.applicant.do("/data-pribadi", {"permintaan": "akses"})
    officer = walk.officer("pejabat-pdp")
    assert officer.do({"outcome": "dipenuhi"}).status == 303
    text = json.dumps(walk.applicant.look("/salinan"), ensure_ascii=False)
    assert number in text
    others = [*NIP, *(person["surel"] for person in PEOPLE), *(p["nama"] for p in PEOPLE)]
    assert [value for value in others if value in text] == []
    scan = next(n for n in desk.world.cases.get(number).documents if n.endswith(".h1"))
    assert Browser().get(f"{walk.applicant.link}/salinan/dokumen/{number}/{scan}/1").status == 404


@pytest.mark.parametrize("own", [True, False], ids=["own", "another's"])
def test_the_copy_holds_the_guest_books_line_only_if_it_is_the_applicants(
    desk: Desk, own: bool
) -> None:
    Melawi(desk).to("receiving")
    case = desk.case()
    visitor = case.email if own else "sopir@rental.test"
    case = replace(case, guest=replace(case.guest, email=visitor, name="Agus Sopir"))
    parts = own_data.held(case, sop_of(case), all_offices()[case.office])
    told = {p.title: dict(p.facts) for p in parts}
    [(label, said)] = told["Kunjungan"].items()
    assert label.startswith("Buku tamu, ")
    assert ("Agus Sopir" in said, "sopir@rental.test" in said) == (own, False)
    assert own or said == "Ada kunjungan"


def test_the_request_has_no_effect_on_its_applications_history(desk: Desk) -> None:
    walk = Correction(desk).to("closed")
    before = desk.history()
    walk.then("asked", "asked")
    assert [*desk.world.cases.history(walk.number)] == before


def test_the_notice_says_for_each_service_what_for_who_sees_it_and_how_long(desk: Desk) -> None:
    page = Browser().get("/privasi/kemenperin").body
    for words in ("Pengendali data", "Pejabat Pelindungan Data Pribadi", "3x24 jam", "Jakarta",
                  "3653 hari", "NIP", "Undang-Undang Nomor 27 Tahun 2022"):  # fmt: skip
        assert words in page, words
    assert "/privasi/melawi" in Browser().get("/privasi").body
    assert Browser().get("/privasi/nowhere").status == 404


def test_whoever_registers_or_sends_is_led_to_the_notice(desk: Desk) -> None:
    walk = Melawi(desk).to("filled")
    for path in (f"/daftar/{walk.sop}", f"{walk.applicant.link}/kirim"):
        assert 'href="/privasi/melawi"' in Browser().get(path).body


def test_a_request_on_own_data_is_called_one_and_known_by_the_application(desk: Desk) -> None:
    walk = OwnData(desk).to("asked")
    page = Browser().get(walk.applicant.link).body
    assert "<h1>Permintaan Anda</h1>" in page
    assert "Permohonan" not in page
    (line,) = program("GET", walk.nanda.queue).view["lines"]
    assert line["name"] == walk.number


@pytest.mark.parametrize("office", sorted(all_offices()))
def test_the_notice_says_nothing_twice_and_leaves_nothing_empty(desk: Desk, office: str) -> None:
    for service in program("GET", f"/privasi/{office}").view["services"]:
        for said in (service["data"], service["readers"]):
            assert len({word.lower() for word in said}) == len(said), said
        assert not {"pimpinan", "pimpinan kantor"} <= {who.lower() for who in service["readers"]}
        assert service["basis"], service["service"]


def test_the_notice_names_what_is_known_besides_the_form_and_where_to_complain(desk: Desk) -> None:
    page = Browser().get("/privasi/babel").body
    for words in ("buku tamu", "tangkapan layar", "kuasa", "survei kepuasan",
                  "Bukan pemohon?", 'href="/pengaduan/babel"'):  # fmt: skip
        assert words in page.partition("<main")[2].partition("<footer")[0], words


def test_whoever_is_refused_or_unsure_is_led_to_the_offices_own_form(desk: Desk) -> None:
    walk = OwnData(desk).to("asked")
    assert 'href="/pengaduan/batang">mengadu' in Browser().get(f"{walk.mine}/data-pribadi").body
    walk.nanda.do({"outcome": "ditolak", "message": "Bukan data Anda.", "confirmed": "ya"})
    refusal = desk.mails(WULAN, "tidak dapat dipenuhi")[-1].text
    assert f"{desk.world.site}/pengaduan/batang" in refusal
