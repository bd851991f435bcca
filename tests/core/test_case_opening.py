"""A case is opened, begun step by step, and filled in."""

from dataclasses import replace
from datetime import timedelta

import pytest

from functions.core.case import Case
from functions.core.chronicle import MACHINERY
from functions.core.document import Document
from functions.core.errors import Decided, NotAllowed, NotFound
from functions.core.facts import Actor, Finding, Letter, Transit
from tests.core.arrivals import NAME, arrival, leaf, refused
from tests.core.story import (
    EMAIL,
    MORNING,
    NUMBER,
    OFFICER,
    ONLINE,
    SOON,
    SOP,
    VENDOR,
    arrived,
    at_check,
    at_form,
    decided,
    fresh,
    opened,
)

SHA256 = leaf().sha256


def test_an_opened_case_is_on_its_way_to_the_first_wait() -> None:
    case = opened()
    assert case.transit == Transit("permohonan", MORNING)
    assert (case.sop, case.office, case.execution) == (SOP.key, "batang", NUMBER)
    [event] = case.news.events
    assert (event.kind, event.by, event.rows) == ("opened", "pelaku-usaha", (1,))


def test_an_opened_case_claims_the_address_and_holds_it() -> None:
    case = opened()
    assert case.news.claims == case.holds == (EMAIL,)


def test_the_address_itself_is_not_in_history() -> None:
    """G11: the chain holds no personal data."""
    assert "wulan" not in repr(opened().news)


def test_beginning_a_step_tells_its_holders() -> None:
    case = arrived(fresh(decided(at_form(), VENDOR, "daring")))
    assert case.here
    assert case.transit is None
    assert (case.here.id, case.here.by, case.here.round) == ("jadwal", "verifikator", 2)
    told = [(letter.name, letter.to, letter.round) for letter in case.news.letters]
    assert told == [("tugas", "siti", 2), ("tugas", "budi", 2)]


def test_the_first_letter_promises_the_papers_two_days() -> None:
    case = arrived(fresh(opened()), at=SOON)
    expected = Letter(
        "tautan", step="permohonan", round=1, due=opened().opened_at + timedelta(days=2)
    )
    assert case.news.letters == (expected,)


def test_beginning_again_brings_only_the_newer_token() -> None:
    """G7: the machine's retry sends no second mail."""
    first = fresh(at_form())
    assert first.here
    step = SOP.step("permohonan")
    later = SOON + timedelta(hours=1)
    again = first.begin(step, NUMBER, "newer", [Letter("tautan")], SOON, SOON, later)
    assert again == replace(first, here=replace(first.here, token="newer"))


def test_an_execution_that_was_given_up_begins_nothing() -> None:
    """G3: of two executions one moves the case."""
    recovered = opened().recover(SOON)
    with pytest.raises(Decided):
        arrived(recovered, execution=NUMBER)
    assert arrived(recovered).here


def test_a_step_that_the_case_is_not_on_its_way_to_is_not_begun() -> None:
    step = SOP.step("periksa")
    for case in (opened(), at_form()):
        with pytest.raises(Decided):
            case.begin(step, NUMBER, "token", [], None, None, SOON)


def test_each_wait_is_a_new_round() -> None:
    """G4: a link is bound to its round."""
    case = arrived(decided(at_check(), OFFICER, "belum-lengkap"))
    case = arrived(decided(case, VENDOR, "dilengkapi"))
    assert case.here
    assert (case.here.id, case.here.round, case.rounds) == ("periksa", 4, 4)


def test_saved_answers_add_to_those_before_and_mend_their_finding() -> None:
    findings = {"usaha": Finding("tidak-jelas"), "pajak": Finding("belum-ada")}
    case = replace(fresh(at_form()), answers={"nama": "Wulan"}, findings=findings)
    saved = case.save_answers(VENDOR, "usaha", {"bentuk": "perorangan"}, SOON)
    assert saved.answers == {"nama": "Wulan", "bentuk": "perorangan"}
    assert saved.findings == {**findings, "usaha": Finding("tidak-jelas", mended=True)}
    [event] = saved.news.events
    assert (event.kind, event.detail) == ("saved", {"section": "usaha"})


def test_nobody_else_fills_in_the_applicants_form() -> None:
    with pytest.raises(NotAllowed):
        at_form().save_answers(OFFICER, "usaha", ONLINE, SOON)
    with pytest.raises(NotAllowed):
        at_check().save_answers(VENDOR, "usaha", ONLINE, SOON)


def test_a_form_that_was_sent_takes_no_more_answers() -> None:
    with pytest.raises(Decided):
        decided(at_form(), VENDOR, "daring").save_answers(VENDOR, "usaha", ONLINE, SOON)


def test_a_scan_is_kept_and_told_by_its_hash() -> None:
    case = fresh(at_form()).receive(NAME, arrival(), SOON)
    assert case.documents == {NAME: Document(SOON, (leaf(),), 1, ("1-x/v1",))}
    [event] = case.news.events
    assert (event.kind, event.by) == ("document", MACHINERY)
    assert event.detail == {"document": NAME, "sha256": SHA256}


def test_the_same_scan_told_twice_changes_nothing() -> None:
    case = at_form().receive(NAME, arrival(), SOON)
    assert case.receive(NAME, arrival(), SOON + timedelta(hours=1)) is case


def test_a_leaf_that_changes_nothing_is_remembered_and_is_no_news() -> None:
    case = fresh(at_form().receive(NAME, arrival(), SOON))
    again = case.receive(NAME, arrival("1_b", instead=None), SOON)
    assert again.documents[NAME].examined("1_b")
    assert again.news.events == ()


def test_a_scan_that_cannot_serve_is_told_as_refused_by_the_hash_of_what_was_sent() -> None:
    case = at_form().receive(NAME, refused(), SOON)
    event = case.news.events[-1]
    assert event.kind == "refused-document"
    assert event.detail == {"document": NAME, "sha256": refused().sha256}


def test_a_document_is_discarded_once_by_whoever_applies_and_told() -> None:
    case = fresh(at_form().receive(NAME, arrival(), SOON))
    gone = case.discard(NAME, VENDOR, SOON, nonce="n1")
    [event] = gone.news.events
    assert (event.kind, event.by) == ("discarded", VENDOR.id)
    assert event.detail == {"document": NAME, "sha256": SHA256}
    assert gone.documents[NAME].leaves == ()
    assert gone.heard("n1")
    for name in (NAME, "unheard-of"):
        with pytest.raises(NotFound):
            gone.discard(name, VENDOR, SOON)


def looked(by: Actor = OFFICER, nonce: str = "") -> Case:
    case = fresh(at_check().receive(NAME, arrival(), SOON))
    return case.looked_at(NAME, SHA256, by, "periksa", SOON, nonce=nonce)


def test_who_looked_at_a_scan_is_told_with_exactly_which_bytes_and_why() -> None:
    """G13: whatever takes its place later."""
    [event] = looked().news.events
    assert (event.kind, event.by, event.at) == ("looked", "siti", SOON)
    assert event.detail == {"document": NAME, "sha256": SHA256, "why": "periksa"}


def test_who_looked_in_anothers_stead_is_told_as_such() -> None:
    case = looked(Actor("citra", "verifikator", "Plt."))
    assert case.news.events[-1].detail["as"] == "Plt. verifikator"


def test_looking_changes_nothing_but_history() -> None:
    case = looked()
    before = fresh(at_check().receive(NAME, arrival(), SOON))
    assert replace(case, news=before.news, seq=before.seq, head=before.head) == before


def test_every_look_is_told_and_the_same_click_is_one() -> None:
    """G2."""
    again = looked().looked_at(NAME, SHA256, OFFICER, "periksa", SOON)
    assert [event.kind for event in again.news.events] == ["looked", "looked"]
    assert looked(nonce="n1").heard("n1")
