"""Why it came to a deviation: written once, by whoever has to account for it."""

from dataclasses import replace

import pytest

from functions.core.sop import HEAD
from tests.desk.browser import Answer, Browser, program, seat
from tests.desk.office import STAFF, Desk
from tests.desk.walks import Unanswered

WHY = "Sudah diingatkan empat kali tanpa jawaban."


@pytest.fixture
def walk(desk: Desk) -> Unanswered:
    """Siti ended the reminders, and row 8 was skipped."""
    return Unanswered(desk).to("given up")


def _page(desk: Desk, officer: str = "siti", office: str = "batang") -> str:
    event = desk.history("deviated")[-1].seq
    return seat(office, officer, f"/penyimpangan/jelaskan/{desk.case().id}/{event}")


def _explain(desk: Desk, officer: str = "siti", text: str = WHY) -> Answer:
    return program("POST", _page(desk, officer), {"text": text})


def test_the_owner_explains_it_and_the_register_shows_it(desk: Desk, walk: Unanswered) -> None:
    assert Browser().submit(_page(desk), {"text": WHY}).status == 303
    (line,) = program("GET", f"{walk.siti.seat}/penyimpangan").view["lines"]
    assert (line["explanation"], line["explained_by"]) == (WHY, STAFF["siti"].name)
    assert line["explain"] == ""
    assert WHY in Browser().get(_page(desk)).body


def test_the_letter_leads_there(desk: Desk, walk: Unanswered) -> None:
    (mail,) = desk.mails(walk.siti.address, "Penjelasan diminta")
    assert _page(desk).partition("@")[2] in mail.text


def test_history_says_that_it_was_explained_and_not_how(desk: Desk, walk: Unanswered) -> None:
    """G11."""
    _explain(desk)
    (told,) = desk.history("explained")
    assert (told.by, told.detail["of"]) == ("siti", str(desk.history("deviated")[-1].seq))
    assert WHY not in repr(desk.history())


@pytest.mark.parametrize("officer", ["budi", "wahyu"])
def test_whoever_acts_in_the_steps_role_and_the_head_may_explain_it(
    desk: Desk, walk: Unanswered, officer: str
) -> None:
    assert _explain(desk, officer).status == 200


def test_a_stranger_may_not(desk: Desk, walk: Unanswered) -> None:
    """G16."""
    desk.appoint(replace(STAFF["budi"], roles=("pengelola-staf",)))
    assert _explain(desk, "budi").status == 403
    assert program("GET", _page(desk, "budi")).status == 403
    assert desk.case().explanations == {}


def test_the_owner_may_though_the_role_was_taken_from_them(desk: Desk, walk: Unanswered) -> None:
    desk.appoint(replace(STAFF["siti"], roles=()))
    assert _explain(desk).status == 200


def test_of_another_office_nobody_learns_that_there_is_one(desk: Desk, walk: Unanswered) -> None:
    """G16."""
    assert program("GET", _page(desk, "markus", "melawi")).status == 404


def test_it_is_explained_once(desk: Desk, walk: Unanswered) -> None:
    _explain(desk)
    again = _explain(desk, "wahyu", "Lain lagi penjelasannya.")
    assert again.status == 409
    (kept,) = desk.case().explanations.values()
    assert kept.text == WHY


def test_of_two_at_once_one_explains_it(desk: Desk, walk: Unanswered) -> None:
    """G3."""
    with desk.before_save(lambda: _explain(desk, "wahyu")):
        assert _explain(desk).status == 409
    (kept,) = desk.case().explanations.values()
    assert kept.by == "wahyu"


@pytest.mark.parametrize("text", ["", " ", "Pendek", "x" * 1001])
def test_an_explanation_is_a_sentence_and_no_novel(desk: Desk, walk: Unanswered, text: str) -> None:
    answer = Browser().submit(_page(desk), {"text": text})
    assert answer.status == 422
    assert answer.error("text")
    assert desk.case().explanations == {}


@pytest.mark.parametrize("event", ["1", "0", "999", "x", "01"])
def test_what_is_no_deviation_is_not_found(desk: Desk, walk: Unanswered, event: str) -> None:
    path = f"{walk.siti.seat}/penyimpangan/jelaskan/{desk.case().id}/{event}"
    assert program("GET", path).status == 404


def test_nobody_explains_what_is_about_themselves(desk: Desk, walk: Unanswered) -> None:
    """G15."""
    desk.appoint(replace(STAFF["budi"], email=desk.case().email, roles=(HEAD,)))
    assert _explain(desk, "budi").status == 403


def test_the_words_are_for_the_services_own_officers(desk: Desk, walk: Unanswered) -> None:
    """Whoever only keeps the staff sees that it was explained, and not how."""
    _explain(desk)
    desk.appoint(replace(STAFF["wahyu"], roles=("pengelola-staf",)))
    body = Browser().get(seat("batang", "wahyu", "/penyimpangan")).body
    assert "Sudah dijelaskan" in body
    assert WHY not in body
