"""A case is reminded of, recovered and closed; its password is shown once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from functions.core.case import SILENCE, Case
from functions.core.chronicle import MACHINERY
from functions.core.errors import Decided, Gone, NotNow
from functions.core.facts import Account, Closed, Letter
from functions.core.holders import APPLICANT
from tests.core.story import (
    EMAIL,
    MORNING,
    NUMBER,
    OFFICER,
    SOON,
    SOP,
    VENDOR,
    arrived,
    at_account,
    at_check,
    at_follow_up,
    at_form,
    decided,
    fresh,
    opened,
)

LATER = SOON + timedelta(days=1)


@pytest.fixture
def handed() -> Case:
    accounts = {APPLICANT: Account("MAJU", SOON, OFFICER.id, sealed="sealed")}
    return fresh(decided(at_account(), OFFICER, "disetujui", accounts=accounts))


def test_a_reminder_is_counted_and_written_to_the_applicant() -> None:
    case = fresh(at_form()).remind("pengingat-formulir", LATER)
    assert case.here
    assert case.here.reminded == 1
    assert case.news.letters == (Letter("pengingat-formulir", step="permohonan", round=1),)


def test_nobody_is_reminded_of_what_is_done() -> None:
    with pytest.raises(Decided):
        decided(at_form(), VENDOR, "daring").remind("pengingat-formulir", LATER)


def test_a_recovered_case_goes_on_under_another_execution_and_without_a_token() -> None:
    case = fresh(decided(at_check(), OFFICER, "sesuai")).recover(LATER)
    assert case.transit
    assert (case.transit.target, case.transit.token, case.transit.since) == ("setujui", "", LATER)
    assert case.execution != NUMBER
    assert [event.kind for event in case.news.events] == ["recovered"]


def test_every_recovery_has_an_execution_of_its_own() -> None:
    once = opened().recover(SOON)
    assert len({NUMBER, once.execution, once.recover(LATER).execution}) == 3


def test_a_case_that_waits_for_a_person_needs_no_recovery() -> None:
    case = at_form()
    assert case.recover(LATER) is case


def test_a_case_that_arrives_at_its_end_is_closed_and_lets_go_of_what_it_held() -> None:
    case = fresh(decided(at_follow_up(), VENDOR, "terisi")).close(SOP, "selesai", NUMBER, LATER)
    assert case.closed == Closed("selesai", LATER)
    assert (case.here, case.transit, case.holds) == (None, None, ())
    assert case.news.releases == (EMAIL,)
    assert case.news.letters == (Letter("selesai"),)
    told = {"end": "selesai", "opened": MORNING.isoformat(), "held": ""}
    assert case.news.events[-1].detail == told


def test_a_rejection_gives_the_officers_reason() -> None:
    case = decided(at_check(), OFFICER, "ditolak", message="Bukan pelaku usaha.")
    closed = case.close(SOP, "ditolak", NUMBER, LATER).closed
    assert closed == Closed("ditolak", LATER, "Bukan pelaku usaha.")


def test_silence_does_not_put_on_an_officers_words() -> None:
    case = replace(at_form(), message="Bukan pelaku usaha.")
    closed = case.close(SOP, "kedaluwarsa", NUMBER, LATER).closed
    assert closed == Closed("kedaluwarsa", LATER, SILENCE)


def test_an_applicants_silence_closes_an_open_step() -> None:
    assert at_form().close(SOP, "kedaluwarsa", NUMBER, LATER).closed


def test_silence_gives_way_to_a_decision_made_meanwhile() -> None:
    """G3: the end of the wait and the decision race; the decision stands."""
    case = decided(at_form(), VENDOR, "daring")
    with pytest.raises(Decided):
        case.close(SOP, "kedaluwarsa", NUMBER, LATER)


def test_a_case_is_closed_once() -> None:
    case = at_form().close(SOP, "kedaluwarsa", NUMBER, LATER)
    with pytest.raises(Decided):
        case.close(SOP, "kedaluwarsa", NUMBER, LATER)


def test_an_execution_that_was_given_up_closes_nothing() -> None:
    case = arrived(opened().recover(SOON))
    with pytest.raises(Decided):
        case.close(SOP, "kedaluwarsa", NUMBER, LATER)


def test_a_closed_case_neither_begins_nor_decides_nor_recovers() -> None:
    case = at_form().close(SOP, "kedaluwarsa", NUMBER, LATER)
    with pytest.raises(Decided):
        case.begin(SOP.step("permohonan"), NUMBER, "token", [Letter("tautan")], None, None, LATER)
    with pytest.raises(Decided):
        decided(case, VENDOR, "daring")
    assert case.recover(LATER) is case


def test_a_password_is_shown_once_and_gone_from_the_case(handed: Case) -> None:
    """G6."""
    shown = handed.show_password(APPLICANT, LATER)
    assert shown.account
    assert (shown.account.sealed, shown.account.shown_at) == ("", LATER)
    with pytest.raises(Gone):
        shown.show_password(APPLICANT, LATER)


def test_where_there_is_no_password_none_is_shown() -> None:
    with pytest.raises(NotNow):
        at_form().show_password(APPLICANT, LATER)


def test_history_knows_that_a_password_was_shown_and_never_which(handed: Case) -> None:
    """G6."""
    [event] = handed.show_password(APPLICANT, LATER).news.events
    assert (event.kind, event.by, event.detail) == ("password-shown", MACHINERY, {})


def test_wrong_second_facts_are_counted(handed: Case) -> None:
    tried = handed.attempt(APPLICANT, SOON).attempt(APPLICANT, LATER)
    assert tried.account
    assert (tried.account.tries, tried.account.sealed) == (2, "sealed")
    assert [event.kind for event in tried.news.events] == ["attempted"] * 2


def test_a_late_letter_is_a_deviation() -> None:
    """G9."""
    letter = Letter("tautan", step="permohonan")
    [event] = fresh(at_form()).mailed_late(letter, LATER).news.events
    assert event.kind == "deviated"
    assert event.detail == {"what": "late", "letter": "tautan", "step": "permohonan"}


def test_saving_settles_the_news_into_the_next_revision() -> None:
    case = at_form()
    assert case.news.events
    assert (fresh(case).revision, fresh(case).news.events) == (case.revision + 1, ())
    assert fresh(case).head == case.news.events[-1].digest(NUMBER)
