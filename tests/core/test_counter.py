"""What comes in over the counter: when, by whom, and what of it is kept."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.core.case import Case
from functions.core.counter import LATEST, Entered, received_at, typed
from functions.core.errors import Invalid
from functions.core.facts import Actor
from functions.offices import all_offices
from tests.core.story import EMAIL, MORNING, NUMBER, SOP, arrived

ZONE = ZoneInfo("Asia/Jakarta")
LONG_AGO = MORNING - timedelta(days=3)
TODAY = date(2026, 3, 9)
CLERK = Actor("siti", SOP.applicant)
STEP = SOP.step("jadwal")


def _opened(received: datetime = MORNING) -> Case:
    entered = Entered("siti", "Siti Rahmawati", MORNING, received)
    return Case.opened(NUMBER, SOP, "wulan@maju.co.id", MORNING, EMAIL, entered)


def test_the_officer_opened_it_and_history_says_when_it_was_received() -> None:
    case = _opened(LONG_AGO)
    assert (case.opened_at, case.news.events[0].at) == (LONG_AGO, MORNING)
    first = case.news.events[0]
    assert (first.kind, first.by, first.rows) == ("opened", "siti", (1,))
    assert first.detail["received"] == LONG_AGO.isoformat()


def test_the_workflow_starts_as_it_does_for_everybody() -> None:
    case = _opened(LONG_AGO)
    assert case.transit
    assert (case.transit.target, case.transit.since) == ("permohonan", MORNING)
    assert case.news.claims == case.holds == (EMAIL,)


def test_a_form_on_paper_is_accounted_for_by_who_entered_it() -> None:
    """G9."""
    _, outside = _opened(LONG_AGO).news.events
    assert (outside.kind, outside.detail["what"]) == ("deviated", "outside")
    assert outside.detail["owner"] == outside.by == "siti"
    assert [letter.to for letter in _opened(LONG_AGO).news.letters] == ["siti"]


def test_a_visitor_who_is_here_deviates_from_nothing() -> None:
    assert len(_opened().news.events) == 1


def test_only_a_form_on_paper_is_timed_from_its_receipt() -> None:
    later = MORNING + timedelta(hours=1)
    assert _opened(LONG_AGO).timed_from(later) == LONG_AGO
    assert _opened().timed_from(later) == later


def test_an_offices_step_is_due_as_if_it_had_begun_then() -> None:
    office, now = all_offices()["batang"], MORNING + timedelta(hours=1)
    due = office.due(SOP, STEP, _opened(LONG_AGO), now)
    assert due == office.due(SOP, STEP, _opened(), LONG_AGO)
    assert due != office.due(SOP, STEP, _opened(), now)


def test_what_the_office_does_after_its_first_decision_is_timed_as_ever() -> None:
    case = arrived(_opened(LONG_AGO)).decide(SOP, CLERK, "daring", MORNING)
    assert case.timed_from(MORNING) == LONG_AGO
    case = arrived(case).decide(SOP, Actor("siti", "verifikator"), "dijadwalkan", MORNING)
    assert case.timed_from(MORNING) == MORNING


@given(minutes=st.integers(0, int(LATEST / timedelta(minutes=1))))
def test_any_minute_of_the_last_thirty_days_is_read_as_it_was_written(minutes: int) -> None:
    at = MORNING - timedelta(minutes=minutes)
    here = at.astimezone(ZONE)
    assert received_at(f"{here:%Y-%m-%d}", f"{here:%H:%M}", MORNING, ZONE) == at


def test_no_time_at_all_is_now() -> None:
    assert received_at("", "", MORNING, ZONE) is MORNING


@pytest.mark.parametrize("days", [-1, 31])
def test_neither_the_future_nor_long_ago_is_believed(days: int) -> None:
    at = (MORNING - timedelta(days=days)).astimezone(ZONE)
    with pytest.raises(Invalid):
        received_at(f"{at:%Y-%m-%d}", f"{at:%H:%M}", MORNING, ZONE)


def test_answers_are_parted_by_section_and_blanks_stay_open() -> None:
    said = {"bentuk": "badan-usaha", "nama": " ", "npwp": "01.229.230.2-250.3000"}
    parts = typed(SOP, {}, said, TODAY)
    assert list(parts) == ["usaha", "penanggung-jawab", "pajak"]
    assert parts["usaha"]["bentuk"] == "badan-usaha"
    assert parts["penanggung-jawab"] == {"nama": "", "nik": "", "jabatan": ""}
    assert parts["pajak"]["npwp"] == "0122923022503000"


def test_what_another_answer_rules_out_is_neither_kept_nor_complained_of() -> None:
    said = {"bentuk": "perorangan", "nama": "Dewi", "jabatan": "\x00"}
    assert "jabatan" not in typed(SOP, {}, said, TODAY)["penanggung-jawab"]
    kept = typed(SOP, {"bentuk": "badan-usaha"}, {"jabatan": "Direktur"}, TODAY)
    assert kept["penanggung-jawab"]["jabatan"] == "Direktur"


@pytest.mark.parametrize(
    ("said", "field"), [({}, ""), ({"warna": "hijau"}, "warna"), ({"nik": "33"}, "nik")]
)
def test_nothing_the_unknown_and_the_unfit_are_refused(said: dict[str, str], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        typed(SOP, {}, said, TODAY)
    assert list(refused.value.problems) == [field]
