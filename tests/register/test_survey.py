"""The survey after delivery: for whoever was served, once, and nobody can tell who said what."""

import re

import pytest

from functions.core.elements import ELEMENTS
from functions.core.satisfaction import Ballot
from functions.register.survey import Opinion
from functions.web.body import command
from tests.desk.browser import Browser, program
from tests.desk.office import Desk
from tests.desk.walk import Walk
from tests.desk.walks import WALKS, Babel, Batang, Melawi, Unanswered

SCORES = {element.id: str(n % 4 + 1) for n, element in enumerate(ELEMENTS)}
SERVED = [(Batang, "following"), (Batang, "closed"), (Unanswered, "given up"),
          (Melawi, "signing"), *((walk, "closed") for walk in WALKS)]  # fmt: skip
EARLY = [(Batang, "registered"), (Batang, "checking"), (Batang, "mending"), (Batang, "approving"),
         (Melawi, "approving"), (Babel, "approving")]  # fmt: skip


def _box(desk: Desk, office: str = "batang") -> tuple[Ballot, ...]:
    found: tuple[Ballot, ...] = desk.world.cases.ballots(office, "2026-03")
    return found


@pytest.mark.parametrize(("walk", "stage"), SERVED)
def test_who_was_served_is_asked_and_may_answer(desk: Desk, walk: type[Walk], stage: str) -> None:
    at = walk(desk).to(stage)
    assert f'href="{at.applicant.link}/survei"' in Browser().get(at.applicant.link).body
    answer = at.applicant.do("/survei", SCORES)
    assert (answer.status, answer.location) == (303, f"{at.applicant.link}/survei")
    [ballot] = _box(desk, at.office)
    assert ballot.service == at.sop
    assert ballot.scores == {id: int(score) for id, score in SCORES.items()}


@pytest.mark.parametrize(("walk", "stage"), EARLY)
def test_before_delivery_nobody_is_asked(desk: Desk, walk: type[Walk], stage: str) -> None:
    at = walk(desk).to(stage)
    before = desk.state()
    assert "/survei" not in Browser().get(at.applicant.link).body
    assert program("GET", f"{at.applicant.link}/survei").status == 409
    assert program("POST", f"{at.applicant.link}/survei", SCORES).status == 409
    assert desk.state() == before


def test_who_was_rejected_is_not_asked(desk: Desk) -> None:
    walk = Batang(desk).to("checking")
    walk.siti.find("ditolak", {"message": "Palsu."})
    assert program("POST", f"{walk.applicant.link}/survei", SCORES).status == 409
    assert "/survei" not in walk.applicant.browser.get(walk.applicant.link).body


def test_the_nine_questions_are_asked_with_four_answers_each(desk: Desk) -> None:
    walk = Batang(desk).to("following")
    page = Browser().get(f"{walk.applicant.link}/survei").body
    for number, element in enumerate(ELEMENTS, 1):
        assert f"<legend>{number}. {element.question}" in page.replace("\n", "")
        offered = re.findall(rf'name="{element.id}" value="(\d)">\s*<span>([^<]*)</span>', page)
        assert offered == list(zip("1234", element.answers, strict=True))
    assert " checked" not in page
    assert 'href="/pengaduan/batang">pengaduan' in page


def test_every_question_is_to_be_answered(desk: Desk) -> None:
    walk = Batang(desk).to("following")
    before = desk.state()
    left = {**SCORES}
    del left["u3"]
    answer = walk.applicant.browser.submit(f"{walk.applicant.link}/survei", left)
    assert answer.status == 422
    assert "waktu penyelesaian" in answer.error("u3")
    assert '<a href="#u3">' in answer.body
    assert f'name="u2" value="{SCORES["u2"]}" checked' in answer.body
    assert desk.state() == before


@pytest.mark.parametrize("bad", ["0", "5", "4.5", "empat", "٤", "4 "])
def test_a_score_is_1_to_4(desk: Desk, bad: str) -> None:
    walk = Batang(desk).to("following")
    before = desk.state()
    answer = walk.applicant.browser.submit(f"{walk.applicant.link}/survei", {**SCORES, "u5": bad})
    assert answer.status == 422
    assert "Pilih salah satu" in answer.error("u5")
    assert desk.state() == before


def test_it_is_answered_once(desk: Desk) -> None:
    walk = Batang(desk).to("following")
    walk.applicant.do("/survei", SCORES)
    before = desk.state()
    again = program("POST", f"{walk.applicant.link}/survei", dict.fromkeys(SCORES, "1"))
    assert again.status == 409
    assert "sudah Anda isi" in again.view["message"]
    assert desk.state() == before
    page = walk.applicant.browser.get(f"{walk.applicant.link}/survei").body
    assert "Terima kasih" in page
    assert "<form" not in page
    assert "/survei" not in walk.applicant.browser.get(walk.applicant.link).body


def test_answering_leaves_the_rest_as_it_was(desk: Desk) -> None:
    """One line of history and one ballot more: no mail, no move."""
    walk = Batang(desk).to("following")
    mails, moves = len(desk.world.mail.messages), len(desk.world.workflow.resumed)
    before = [event.kind for event in desk.history()]
    walk.applicant.do("/survei", SCORES)
    assert [event.kind for event in desk.history()] == [*before, "surveyed"]
    assert len(desk.world.mail.messages) == mails
    assert len(desk.world.workflow.resumed) == moves
    walk.then("closed", "closed")
    assert desk.case().closed.end == "selesai"
    assert desk.case().surveyed


def test_nothing_of_the_case_is_in_the_ballot_nor_of_the_ballot_in_the_case(desk: Desk) -> None:
    """G11"""
    walk = Batang(desk).to("following")
    walk.applicant.do("/survei", SCORES)
    case, [slip] = desk.case(), desk.world.cases.box.values()
    for words in (case.id, case.email, *(v for v in case.answers.values() if len(v) > 3)):
        assert words not in slip.decode()
    [ballot] = _box(desk)
    for kept in (*desk.world.cases.snapshots.values(), *desk.world.cases.events.values()):
        assert ballot.id not in kept.decode()
        assert '"u1"' not in kept.decode()


def test_the_nonce_that_the_case_keeps_does_not_give_the_scores_away(desk: Desk) -> None:
    """A plain hash of nine scores from 1 to 4 could be guessed back."""
    walk = Batang(desk).to("following")
    program("POST", f"{walk.applicant.link}/survei", {**SCORES, "nonce": "mine"})
    plain = command(Opinion, {**SCORES, "nonce": "mine"}, f"{walk.applicant.link}/survei").nonce
    keyed = desk.world.fingerprints.of("survey", plain)
    assert desk.case().nonce == f"mine:{keyed}" != plain


def test_the_same_request_with_other_scores_is_refused(desk: Desk) -> None:
    """G2"""
    walk = Batang(desk).to("following")
    path = f"{walk.applicant.link}/survei"
    assert program("POST", path, {**SCORES, "nonce": "same"}).status == 200
    assert program("POST", path, {**SCORES, "nonce": "same"}).status == 200
    assert program("POST", path, {**SCORES, "u1": "4", "nonce": "same"}).status == 409
    assert len(_box(desk)) == 1


def test_the_letter_at_the_end_tells_of_it_with_the_cases_own_link(desk: Desk) -> None:
    walk = Babel(desk).to("closed")
    [mail] = desk.mails(walk.applicant.address, "selesai")
    assert "sembilan pertanyaan" in mail.text
    assert mail.text.count("https://loket.test/p/") == 1
    assert "/survei" not in mail.text


def test_who_has_answered_is_not_asked_again_by_letter(desk: Desk) -> None:
    walk = Batang(desk).to("following")
    walk.applicant.do("/survei", SCORES)
    walk.then("closed", "closed")
    [mail] = desk.mails(walk.applicant.address, "selesai")
    assert "pertanyaan" not in mail.text


def test_an_officer_sees_that_it_was_answered_and_not_how(desk: Desk) -> None:
    walk = Batang(desk).to("following")
    before = Browser().get(walk.siti.file).body
    walk.applicant.do("/survei", SCORES)
    after = Browser().get(walk.siti.file).body
    assert after.count("Survei kepuasan diisi") - before.count("Survei kepuasan diisi") == 1
    assert not any(element.name in after for element in ELEMENTS[2:])
