"""The copy of all that is held on an applicant, behind the link of the request that was met."""

import json
from dataclasses import replace

import pytest

from functions.offices import all_offices
from functions.sops import sop_of
from functions.web import own_data
from tests.desk.browser import Browser, program
from tests.desk.office import SITI, Desk
from tests.desk.officer import PASSWORD, Officer
from tests.desk.people import COMPANY, WULAN
from tests.desk.rights import NANDA, OwnData, Refused, Running
from tests.desk.samples import NIP, PEOPLE
from tests.desk.walks import Batang, Kemenperin, Melawi

NAME = COMPANY["usaha"]["nama-usaha"]
NIK = COMPANY["penanggung-jawab"]["nik"]


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


def test_a_link_alone_gets_nothing_that_opens_a_sealed_password(desk: Desk) -> None:
    """G6: neither the number, nor the scans that show it, until the password was seen."""
    walk = OwnData(desk).to("met")
    base = f"{walk.applicant.link}/salinan"
    (copied,) = walk.applicant.look("/salinan")["copies"]
    assert walk.about.account.waits
    assert (copied["guarded"], copied["files"]) == (True, [])
    for path in ("", "/data.json"):
        assert NIK not in Browser().get(f"{base}{path}").body
    assert Browser().get(f"{base}/dokumen/{walk.number}/ktp-direksi/1").status == 404
    assert PASSWORD in Browser().submit(f"{walk.mine}/akun", {"fact": NIK}).body
    assert NIK in Browser().get(base).body


def test_the_copys_files_are_shown_as_they_are_kept(desk: Desk) -> None:
    walk = OwnData(desk).to("met")
    Browser().submit(f"{walk.mine}/akun", {"fact": NIK})
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
