"""Who may end which step with what, and which rows of the paper are done by it."""

from datetime import timedelta

import pytest

from functions.core.errors import BadOutcome, NotAllowed
from functions.core.facts import Actor, Meeting
from functions.core.kinds import ENDS, KINDS
from functions.core.rules import clock_starts, demand_may, rows_done, rows_skipped
from functions.offices import all_offices
from tests.core.story import MORNING, OFFICER, ONLINE, SOP, VENDOR, VISIT, opened

STRANGER = Actor("eko", "pokja")
MAY = {
    ("permohonan", "tatap-muka"): {VENDOR},
    ("permohonan", "daring"): {VENDOR},
    ("jadwal", "dijadwalkan"): {OFFICER},
    ("periksa", "sesuai"): {OFFICER},
    ("periksa", "belum-lengkap"): {OFFICER},
    ("periksa", "ditolak"): {OFFICER},
    ("periksa", "tidak-hadir"): {OFFICER},
    ("periksa", "jadwal-ulang"): {OFFICER, VENDOR},
    ("perbaiki", "dilengkapi"): {VENDOR},
    ("perbaiki", "ditarik"): {OFFICER},
    ("setujui", "disetujui"): {OFFICER},
    ("setujui", "ditolak"): {OFFICER},
    ("sikap", "terisi"): {VENDOR},
    ("sikap", "ditutup"): {OFFICER},
}


def test_the_table_of_this_test_knows_every_outcome_of_the_sop() -> None:
    assert set(MAY) == {(s.id, o) for s in SOP.steps if s.kinds.waits for o in s.next}


@pytest.mark.parametrize(("step", "outcome"), MAY)
@pytest.mark.parametrize("actor", [VENDOR, OFFICER, STRANGER], ids=lambda actor: actor.role)
def test_only_who_may_ends_a_step(step: str, outcome: str, actor: Actor) -> None:
    if actor in MAY[step, outcome]:
        demand_may(SOP, SOP.step(step), actor, outcome)
    else:
        with pytest.raises(NotAllowed):
            demand_may(SOP, SOP.step(step), actor, outcome)


def test_a_refusal_says_whose_turn_it_is() -> None:
    with pytest.raises(NotAllowed, match=r"sedang ditangani Verifikator LPSE\."):
        demand_may(SOP, SOP.step("periksa"), VENDOR, "sesuai")


@pytest.mark.parametrize("outcome", ["", "dilengkapi", "kedaluwarsa", "SESUAI", "selesai"])
def test_what_the_sop_does_not_offer_here_is_no_outcome(outcome: str) -> None:
    with pytest.raises(BadOutcome):
        demand_may(SOP, SOP.step("periksa"), OFFICER, outcome)


def test_a_stranger_does_not_learn_which_outcomes_there_are() -> None:
    with pytest.raises(NotAllowed):
        demand_may(SOP, SOP.step("periksa"), STRANGER, "apa saja")


@pytest.mark.parametrize(
    ("step", "outcome", "answers", "rows"),
    [
        ("daftar", "terdaftar", {}, (1,)),
        ("permohonan", "daring", ONLINE, (2, 3)),
        ("jadwal", "dijadwalkan", ONLINE, (4,)),
        ("jadwal", "dijadwalkan", VISIT, ()),
        ("periksa", "sesuai", VISIT, (5,)),
        ("periksa", "belum-lengkap", VISIT, ()),
        ("periksa", "tidak-hadir", ONLINE, ()),
        ("periksa", "jadwal-ulang", ONLINE, ()),
        ("perbaiki", "dilengkapi", ONLINE, ()),
        ("setujui", "disetujui", ONLINE, (6,)),
        ("sikap", "terisi", ONLINE, (7, 8)),
        ("sikap", "ditutup", ONLINE, (7,)),
    ],
)
def test_an_outcome_does_the_rows_that_apply(
    step: str, outcome: str, answers: dict[str, str], rows: tuple[int, ...]
) -> None:
    assert rows_done(SOP.step(step), outcome, answers) == rows


@pytest.mark.parametrize(
    ("step", "outcome", "skipped"),
    [
        ("sikap", "ditutup", [8]),
        ("sikap", "terisi", []),
        ("periksa", "belum-lengkap", []),
        ("setujui", "ditolak", []),
    ],
)
def test_only_a_row_left_for_good_is_skipped(step: str, outcome: str, skipped: list[int]) -> None:
    assert [row.no for row in rows_skipped(SOP.step(step), outcome, ONLINE)] == skipped


def test_the_clock_waits_for_a_meeting_and_never_runs_against_an_applicant() -> None:
    """G9: nobody is late before anything could be done."""
    check, later = SOP.step("periksa"), MORNING + timedelta(days=1)
    meeting = Meeting(later, 30, "https://video.test/1")
    assert clock_starts(SOP, check, meeting, MORNING) == later
    assert clock_starts(SOP, check, meeting, later + timedelta(1)) == later + timedelta(1)
    assert clock_starts(SOP, check, None, MORNING) is None
    assert clock_starts(SOP, SOP.step("setujui"), None, MORNING) == MORNING
    assert clock_starts(SOP, SOP.step("permohonan"), None, MORNING) is None


def test_an_office_times_a_step_by_the_papers_minutes() -> None:
    office = all_offices()["batang"]
    due = office.due(SOP, SOP.step("jadwal"), opened(), MORNING)
    assert due == MORNING + timedelta(minutes=5)
    assert office.due(SOP, SOP.step("perbaiki"), opened(), MORNING) is None


def test_every_kind_can_be_left_by_somebody_and_lapses_into_an_end() -> None:
    for name, kind in KINDS.items():
        assert kind.outcomes, name
        assert kind.required <= kind.outcomes, name
        assert set(kind.tells) <= {*kind.outcomes, "*"}, name
        assert kind.lapses in ENDS, name
