"""A return is taken back by whoever made it, as long as the applicant has done nothing."""

import pytest

from functions.core.attention import desk as queue_of
from functions.sops import sop_of
from tests.desk.browser import Answer, Browser, program
from tests.desk.office import BUDI, SITI, Desk
from tests.desk.officer import Officer
from tests.desk.people import TRADER, WULAN
from tests.desk.samples import PEOPLE
from tests.desk.walks import Batang, Kemenperin, Melawi, Walk

LATE = "sudah mulai memperbaiki"


@pytest.fixture
def walk(desk: Desk) -> Batang:
    """Returned to the company, which has not looked at it yet."""
    return Batang(desk).to("mending")


def _page(walk: Walk, officer: Officer) -> str:
    case = walk.desk.case()
    return f"{officer.seat}/tugas/{case.id}.{case.rounds}/tarik"


def _recall(walk: Walk, officer: Officer) -> Answer:
    answer = Browser().submit(_page(walk, officer), {})
    walk.desk.settle()
    return answer


def test_the_case_is_at_the_check_again_and_nothing_is_asked(desk: Desk, walk: Batang) -> None:
    assert _recall(walk, walk.siti).status == 303
    case = desk.case()
    assert case.here.id == "periksa"
    assert (case.findings, case.message) == ({}, "")
    assert walk.applicant.look()["standing"]["state"] == "Sedang diproses"


def test_the_applicant_is_told_what_was_shown_and_that_nothing_is_to_be_sent(
    desk: Desk, walk: Batang
) -> None:
    shown = program("GET", _page(walk, walk.siti)).view["mail"]
    _recall(walk, walk.siti)
    (mail,) = desk.mails(WULAN, "ditarik kembali")
    assert mail.subject == shown["subject"]
    assert "tidak ada yang perlu Anda kirim" in mail.text
    assert "tidak ada yang perlu Anda kirim" in shown["text"]


def test_history_says_who_took_it_back_and_counts_no_row(desk: Desk, walk: Batang) -> None:
    _recall(walk, walk.siti)
    told = desk.history("decided")[-1]
    assert (told.by, told.detail["outcome"], told.rows) == (SITI.id, "ditarik", ())
    assert desk.history("deviated") == []


def test_a_colleague_of_the_same_role_may_take_it_back(desk: Desk, walk: Batang) -> None:
    assert _recall(walk, Officer(desk, BUDI.email)).status == 303


def test_the_office_of_another_role_may_not(desk: Desk) -> None:
    walk = Melawi(desk).to("mending")
    verifier, helpdesk = walk.officer("verifikator"), walk.officer("helpdesk")
    assert program("POST", _page(walk, verifier), {}).status == 403
    assert program("POST", _page(walk, helpdesk), {}).status == 200


def test_looking_at_the_link_is_no_answer(desk: Desk, walk: Batang) -> None:
    for page in ("", "/perbaikan", "/dokumen", "/data/pajak"):
        assert walk.applicant.browser.get(walk.applicant.link + page).status == 200
    assert _recall(walk, walk.siti).status == 303


@pytest.mark.parametrize("act", ["answer", "scan", "refused scan"])
def test_once_the_applicant_began_it_is_theirs(desk: Desk, walk: Batang, act: str) -> None:
    if act == "answer":
        walk.applicant.answer("/data/pajak")
    else:
        walk.applicant.send_scans(None if act == "scan" else b"MZ\x90\x00")
    page = _page(walk, walk.siti)
    assert program("GET", page).status == 409
    answer = program("POST", page, {})
    assert (answer.status, LATE in answer.view["message"]) == (409, True)
    assert desk.case().here.id == "perbaiki"


def test_leaving_somebody_out_is_an_answer_too(desk: Desk) -> None:
    walk = Kemenperin(desk).to("mending")
    left = {"act": "hapus", "holder": f"h{len(PEOPLE)}"}
    answer = walk.applicant.do("/pemegang", left)
    assert answer.status == 303, answer.body
    assert program("POST", _page(walk, walk.team), {}).status == 409


def test_whoever_is_faster_wins(desk: Desk, walk: Batang) -> None:
    """G3: an answer that comes between reading and writing is seen."""
    page = _page(walk, walk.siti)
    with desk.before_save(lambda: walk.applicant.answer("/data/pajak")):
        answer = program("POST", page, {})
    assert answer.status == 409
    assert desk.case().findings["pajak"].mended


def test_what_the_applicant_sends_afterwards_is_refused_in_words(desk: Desk, walk: Batang) -> None:
    """G1: nobody is told that something was done which was not."""
    scans = walk.applicant.look("/dokumen")["scans"]
    _recall(walk, walk.siti)
    link = walk.applicant.link
    for page, said in (("/perbaikan", {"done": "ya"}), ("/data/pajak", TRADER["pajak"])):
        answer = program("POST", link + page, said)
        assert answer.status == 409
        assert answer.view["message"]
    before = desk.case()
    desk.arrive(scans[0]["form"]["fields"]["key"], b"%PDF-1.4 late")
    assert desk.case() == before


def test_a_return_not_yet_sent_finds_no_reader_any_more(desk: Desk) -> None:
    """Mail was down all the while."""
    walk = Batang(desk).to("checking")
    desk.world.mail.down = True
    walk.lack()
    _recall(walk, walk.siti)
    desk.world.mail.down = False
    desk.later(minutes=10)
    desk.sweep()
    assert desk.mails(WULAN, "perlu dilengkapi") == []
    assert len(desk.mails(WULAN, "ditarik kembali")) == 1


def test_it_can_be_returned_and_taken_back_once_more(desk: Desk, walk: Batang) -> None:
    _recall(walk, walk.siti)
    walk.lack()
    assert desk.case().here.id == "perbaiki"
    assert _recall(walk, walk.siti).status == 303
    assert len(desk.mails(WULAN, "perlu dilengkapi")) == 2


def test_the_word_after_a_return_leads_there_while_it_can_be_taken_back(desk: Desk) -> None:
    walk = Batang(desk).to("checking")
    task = walk.siti.task
    desk.deaf = True
    walk.lack()
    waiting = Browser().get(f"{task}/tercatat").body
    assert "memuat ulang sendiri" in waiting
    desk.deaf = False
    desk.later(minutes=5)
    desk.sweep()
    page = _page(walk, walk.siti).partition("@")[2]
    assert f'href="{page}"' in Browser().get(f"{task}/tercatat").body
    walk.applicant.answer("/data/pajak")
    assert page not in Browser().get(f"{task}/tercatat").body


def test_the_case_page_leads_there_too(desk: Desk, walk: Batang) -> None:
    page = _page(walk, walk.siti).partition("@")[2]
    file = f"{walk.siti.seat}/berkas/{desk.case().id}"
    assert f'href="{page}"' in Browser().get(file).body
    walk.applicant.answer("/data/pajak")
    assert page not in Browser().get(file).body


def test_only_whoever_may_take_it_back_is_led_there(desk: Desk) -> None:
    walk = Melawi(desk).to("mending")
    case = desk.case()
    task = f"{walk.officer('verifikator').seat}/tugas/{case.id}.{case.rounds - 1}"
    assert program("GET", f"{task}/tercatat").view["recall"] == ""


def test_an_applicants_wait_is_otherwise_no_officers(desk: Desk, walk: Batang) -> None:
    """Neither in a queue nor to be opened, taken or put off."""
    case = desk.case()
    assert queue_of(case, sop_of(case)) == ""
    task = _page(walk, walk.siti).removesuffix("/tarik")
    for page in ("", "/periksa", "/pelaksana", "/jeda", "/dokumen/ktp-direksi"):
        assert program("GET", task + page).status == 403, page


@pytest.mark.parametrize("stage", ["scheduling", "checking", "approving", "following", "closed"])
def test_what_was_not_returned_is_not_taken_back(desk: Desk, stage: str) -> None:
    walk = Batang(desk).to(stage)
    assert program("POST", _page(walk, walk.siti), {}).status in {403, 410}
