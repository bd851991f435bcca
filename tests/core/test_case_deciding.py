"""A step is decided once, by who may; what deviates from the paper is told with its owner."""

from datetime import timedelta

import pytest

from functions.core.case import Case
from functions.core.errors import BadOutcome, Decided, NotAllowed
from functions.core.facts import Account, Actor, Finding, Letter, Transit
from functions.core.history import Event
from functions.core.holders import APPLICANT
from tests.core.story import (
    COLLEAGUE,
    OFFICER,
    ONLINE,
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
)

ACCOUNT = Account("MAJU", SOON, OFFICER.id, sealed="sealed")


def deviations(case: Case) -> list[Event]:
    return [event for event in case.news.events if event.kind == "deviated"]


def test_a_decision_sends_the_case_to_where_the_sop_says() -> None:
    case = decided(at_check(), OFFICER, "belum-lengkap")
    assert case.here is None
    assert case.transit == Transit("perbaiki", SOON, "belum-lengkap", "token")


def test_a_decision_is_told_with_who_and_what_and_which_rows() -> None:
    case = decided(fresh(at_check()), OFFICER, "sesuai", note={"how": "in person"})
    [event] = case.news.events
    assert (event.kind, event.by, event.rows) == ("decided", "siti", (5,))
    told = {"step": "periksa", "outcome": "sesuai", "how": "in person"}
    assert event.detail == {**told, "since": SOON.isoformat(), "held": ""}


@pytest.mark.parametrize(("style", "told"), [("Plh.", {"as": "Plh. verifikator"}), ("", {})])
def test_a_decision_in_anothers_stead_says_so(style: str, told: dict[str, str]) -> None:
    case = decided(fresh(at_check()), Actor("citra", "verifikator", style), "sesuai")
    detail = case.news.events[-1].detail
    assert {name: said for name, said in detail.items() if name == "as"} == told


def test_a_decision_brings_its_fields_along() -> None:
    findings = {"ktp-pemilik": Finding("tidak-jelas", "Foto buram.")}
    case = decided(at_check(), OFFICER, "belum-lengkap", findings=findings, message="Mohon ulang.")
    assert (case.findings, case.message) == (findings, "Mohon ulang.")


def test_rows_are_told_by_the_answers_that_the_decision_brings() -> None:
    case = decided(fresh(at_form()), VENDOR, "daring", answers=ONLINE)
    assert case.news.events[-1].rows == (2, 3)
    scheduled = decided(fresh(arrived(case)), OFFICER, "dijadwalkan")
    assert scheduled.news.events[-1].rows == (4,)


def test_the_applicant_hears_what_came_of_a_step_and_only_where_the_sop_says_so() -> None:
    scheduling = arrived(decided(at_form(), VENDOR, "daring", answers=ONLINE))
    for case, actor, outcome, letters in (
        (at_form(), VENDOR, "daring", (Letter("tanda-terima", step="permohonan"),)),
        (scheduling, OFFICER, "dijadwalkan", (Letter("jadwal", step="jadwal"),)),
        (at_account(), OFFICER, "disetujui", (Letter("akun", step="setujui"),)),
        (at_check(), OFFICER, "sesuai", ()),
    ):
        told = decided(fresh(case), actor, outcome, accounts={APPLICANT: ACCOUNT}).news.letters
        assert told == letters


def test_the_slower_of_two_officers_is_refused() -> None:
    """G3: a decision takes effect exactly once."""
    case = decided(at_check(), OFFICER, "sesuai")
    with pytest.raises(Decided):
        decided(case, COLLEAGUE, "ditolak")


def test_who_may_not_decides_nothing() -> None:
    with pytest.raises(NotAllowed):
        decided(at_check(), VENDOR, "sesuai")
    with pytest.raises(BadOutcome):
        decided(at_check(), OFFICER, "terisi")


@pytest.mark.parametrize(("minutes", "late"), [(-1, False), (0, False), (1, True)])
def test_a_late_decision_counts_and_is_a_deviation_of_its_owner(minutes: int, late: bool) -> None:
    """G9."""
    due = SOON + timedelta(minutes=30)
    case = arrived(decided(at_form(), VENDOR, "tatap-muka"), due=due)
    done = fresh(case).decide(SOP, OFFICER, "sesuai", due + timedelta(minutes=minutes))
    assert done.transit
    told = deviations(done)
    assert [event.by for event in told] == ["verifikator"] * late
    expected = {"what": "late", "step": "periksa", "due": due.isoformat(), "owner": OFFICER.id}
    assert all(expected.items() <= event.detail.items() for event in told)


def test_closing_without_the_vendors_word_is_a_deviation_with_its_owner() -> None:
    """G9: row 8 is skipped, and it was the vendor's to do."""
    [told] = deviations(decided(fresh(at_follow_up()), OFFICER, "ditutup"))
    expected = {"what": "skipped", "step": "sikap", "rows": "8"}
    assert told.by == "pelaku-usaha"
    assert expected.items() <= told.detail.items()


def test_a_follow_up_that_is_done_deviates_in_nothing() -> None:
    assert deviations(decided(at_follow_up(), VENDOR, "terisi")) == []


def test_a_request_is_recognised_when_it_comes_again() -> None:
    """G2: a double click is one decision."""
    case = decided(at_check(), OFFICER, "sesuai", nonce="n1")
    assert case.heard("n1")
    assert not case.heard("n2")


def test_no_nonce_is_never_recognised() -> None:
    assert not decided(at_check(), OFFICER, "sesuai").heard("")
