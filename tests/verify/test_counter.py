"""The counter: an officer enters a visitor's application, and it goes its usual way."""

from dataclasses import replace

import pytest

from functions.core.history import first_break
from functions.sops import current
from tests.desk.browser import Browser, ask, program
from tests.desk.counter import (
    COUNTERS,
    AtCounter,
    Delegation,
    FaceToFace,
    Messenger,
    Visitor,
)
from tests.desk.office import STAFF, Desk
from tests.desk.people import WULAN
from tests.desk.samples import FIRM, GUEST, PEOPLE
from tests.desk.walks import Melawi


def _sent(desk: Desk, walk: type[AtCounter]) -> AtCounter:
    return walk(desk).to(next(name for name, act in walk.acts.items() if act is AtCounter.send))


@pytest.mark.parametrize("walk", COUNTERS, ids=lambda walk: walk.office)
def test_what_came_in_over_the_counter_goes_all_the_way(desk: Desk, walk: type[AtCounter]) -> None:
    there = walk(desk).to("closed")
    case = desk.case()
    assert case.closed.end == "selesai"
    always = {row.no for row in current(there.sop).rows if not row.only}
    assert always <= {no for event in desk.history() for no in event.rows}
    assert first_break(case.id, desk.history(), case.seq, case.head) is None
    assert desk.history("deviated") == []


@pytest.mark.parametrize("walk", COUNTERS, ids=lambda walk: walk.office)
def test_history_says_which_officer_entered_it(desk: Desk, walk: type[AtCounter]) -> None:
    there = _sent(desk, walk)
    entered = {e.by for e in desk.history() if e.kind in {"opened", "saved", "decided"}}
    assert len(entered) == 1
    assert STAFF[entered.pop()].email == there.clerk.address


@pytest.mark.parametrize("walk", COUNTERS, ids=lambda walk: walk.office)
def test_the_visitors_mailbox_has_the_link_and_the_receipt(
    desk: Desk, walk: type[AtCounter]
) -> None:
    there = _sent(desk, walk)
    assert there.applicant.number == desk.case().id
    assert len(desk.mails(WULAN)) == 2


def test_what_another_answer_rules_out_is_dropped(desk: Desk) -> None:
    walk = Visitor(desk).to("registered")
    walk.clerk.fill_in({**FIRM, "bentuk": "perorangan", "jabatan": "Direktur"})
    assert "jabatan" not in desk.case().answers
    assert walk.clerk.see("/kirim")["missing"] == []


def test_a_form_may_be_kept_half_filled_in_and_says_what_lacks(desk: Desk) -> None:
    walk = FaceToFace(desk).to("registered")
    answer = walk.clerk.at(walk.clerk.page, {"nama-usaha": "CV Contoh"})
    assert answer.location.endswith("/kirim")
    assert desk.case().answers["nama-usaha"] == "CV Contoh"
    assert "Pajak dan izin" in walk.clerk.see("/kirim")["missing"]
    assert program("POST", f"{walk.clerk.page}/kirim", {"consent": "ya"}).status == 422


def test_one_section_alone_may_be_saved(desk: Desk) -> None:
    walk = FaceToFace(desk).to("filled")
    before = desk.case().answers
    saved = program("POST", walk.clerk.page, {"nama": "Dewi L.", "nik": before["nik"]})
    assert saved.status == 200
    assert desk.case().answers == {**before, "nama": "Dewi L.", "jabatan": ""}
    assert [e.detail["section"] for e in desk.history("saved")][-1] == "penanggung-jawab"


def test_what_does_not_fit_is_named_and_nothing_is_kept(desk: Desk) -> None:
    walk = FaceToFace(desk).to("registered")
    typed = walk.clerk.typed(walk.answered)
    answer = walk.clerk.at(walk.clerk.page, {**typed, "nik": "33"})
    assert "16 angka" in answer.error("nik")
    assert typed["nama-usaha"] in answer.body
    assert desk.case().answers == {}


def test_the_visitor_has_to_agree(desk: Desk) -> None:
    walk = FaceToFace(desk).to("filled")
    answer = walk.clerk.send(consent="")
    assert answer.error("consent")
    assert desk.case().here.id == "permohonan"


def test_originals_that_were_all_seen_are_not_asked_for_again(desk: Desk) -> None:
    walk = FaceToFace(desk).to("checking")
    seen = desk.case().originals
    assert (seen.by, seen.at) == ("budi", desk.now)
    assert walk.siti.look()["originals"] is False
    (sent,) = desk.history("decided")
    assert sent.detail["originals"] == "seen"


@pytest.mark.parametrize("unseen", ["asli.ktp-direksi", "copies"])
def test_originals_that_were_not_all_seen_are_asked_for_later(desk: Desk, unseen: str) -> None:
    walk = FaceToFace(desk).to("filled")
    walk.clerk.send(**{unseen: ""})
    assert desk.case().originals is None
    assert walk.siti.look()["originals"] is True


def test_a_document_that_nobody_brings_cannot_be_ticked(desk: Desk) -> None:
    walk = FaceToFace(desk).to("filled")
    said = {**walk.clerk.ticks, "asli.ktp-pemilik": "ya"}
    told = program("POST", f"{walk.clerk.page}/kirim", said)
    assert told.view["problems"] == {"asli.ktp-pemilik": "Isian ini tidak dikenal."}


def test_the_visit_is_recorded_by_the_line_of_the_guest_book(desk: Desk) -> None:
    walk = Visitor(desk).to("visiting")
    page = walk.clerk.browser.get(f"{walk.clerk.page}/hadir").body
    assert [v for v in GUEST.values() if v not in page] == []
    assert program("GET", walk.clerk.page).view["next"].endswith("/hadir")
    walk.arrive()
    assert (desk.case().here.id, desk.case().guest.by) == ("kelengkapan", "rina")


def test_a_visit_is_recorded_once_however_many_record_it(desk: Desk) -> None:
    """G3."""
    walk = Visitor(desk).to("visiting")
    page, line = f"{walk.clerk.page}/hadir", {**GUEST, "nonce": "mine"}
    with desk.before_save(walk.arrive):
        assert program("POST", page, line).status == 409
    assert len([e for e in desk.history("decided") if e.detail["outcome"] == "hadir"]) == 1


def test_an_officer_whose_role_ended_meanwhile_enters_nothing(desk: Desk) -> None:
    walk = FaceToFace(desk).to("filled")
    clerk = STAFF["budi"]
    with desk.before_save(lambda: desk.appoint(replace(clerk, active=False))):
        assert program("POST", f"{walk.clerk.page}/kirim", walk.clerk.ticks).status == 403
    assert desk.case().here.id == "permohonan"


def test_two_people_of_one_letter_may_not_have_the_same_address(desk: Desk) -> None:
    walk = Delegation(desk).to("filled")
    walk.clerk.fill_in({**walk.answered, "surel.h2": PEOPLE[0]["surel"]})
    answer = walk.clerk.send()
    assert "harus berbeda" in answer.body
    assert desk.case().here.id == "permohonan"


def test_nobody_enters_an_account_of_their_own(desk: Desk) -> None:
    walk = Delegation(desk).to("filled")
    before = desk.state()
    typed = {**walk.clerk.typed(walk.answered), "surel.h1": walk.clerk.address}
    assert program("POST", walk.clerk.page, typed).status == 403
    assert desk.state() == before


def test_a_form_that_loket_fills_in_is_printed_to_be_signed(desk: Desk) -> None:
    walk = Messenger(desk).to("filled")
    (form,) = (scan for scan in walk.clerk.see("/dokumen")["scans"] if scan["filled"])
    printed = f"{walk.clerk.page}/formulir/"
    assert ask("GET", printed + form["id"]).headers["content-type"] == "application/pdf"
    assert ask("GET", f"{printed}sk").status == 404


def test_what_was_registered_from_home_is_not_the_counters(desk: Desk) -> None:
    walk = Melawi(desk).to("filled")
    page = f"{walk.officer('helpdesk').seat}/loket/{desk.case().id}"
    assert program("GET", page).status == program("POST", page, FIRM).status == 404


def test_another_office_knows_nothing_of_it(desk: Desk) -> None:
    walk = FaceToFace(desk).to("filled")
    page = walk.clerk.page.split("@")[1]
    assert program("GET", f"melawi/rina@{page}").status == 404


def test_a_page_on_its_way_looks_again_by_itself(desk: Desk) -> None:
    desk.deaf = True
    walk = FaceToFace(desk).to("registered")
    page = Browser().get(walk.clerk.page).body
    assert '<meta http-equiv="refresh" content="2">' in page
    desk.deaf = False
    desk.sweep()
    desk.later(minutes=3)
    desk.sweep()
    assert "Simpan dan periksa" in Browser().get(walk.clerk.page).body
