"""A month in figures: known answers, and what holds for any ledger."""

from collections.abc import Iterable
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.core.history import DEVIATED
from functions.core.ledger import KINDS as LEDGER
from functions.core.ledger import Told
from functions.core.month import demand_month, month_before, month_in_words, month_of
from functions.core.report import KINDS, ServiceFigures, StepFigures, percent, report
from functions.offices import all_offices
from functions.sops import current
from tests.core.lines import (
    CALENDAR,
    MINUTE,
    MONDAY,
    SOPS,
    closed,
    decided,
    deviated,
    opened,
    sent,
)
from tests.core.story import SOP

LINES = st.lists(
    st.one_of(
        st.builds(opened, st.text("abc", min_size=1)),
        st.builds(sent, st.text("abc", min_size=1)),
        st.builds(
            decided,
            st.sampled_from("abcdef"),
            st.integers(0, 5000),
            st.none() | st.integers(0, 5000),
            st.sampled_from(["periksa", "jadwal", "setujui"]),
        ),
        st.builds(
            closed,
            st.sampled_from("abcdef"),
            st.integers(0, 5000),
            st.sampled_from(["selesai", "ditolak", "kedaluwarsa"]),
        ),
        st.builds(deviated, st.sampled_from("abcdef"), st.sampled_from(["late", "skipped"])),
    ),
    max_size=40,
)


def _only(*lines: Told) -> ServiceFigures:
    [found] = report(lines, SOPS, CALENDAR)
    return found


def _step(id: str, *lines: Told) -> StepFigures:
    return next(step for step in _only(*lines).steps if step.id == id)


def test_what_came_and_went_is_counted_by_case() -> None:
    month = _only(opened("a"), opened("b"), sent("a"), sent("a"), closed("c", 1, "ditolak"),
                  closed("a", 1), closed("d", 1))  # fmt: skip
    assert (month.opened, month.sent) == (2, 1)
    assert month.ended == {"selesai": 2, "ditolak": 1, "kedaluwarsa": 0}


def test_the_whole_is_timed_by_the_cases_that_were_served() -> None:
    noon = MONDAY + timedelta(hours=4)
    month = _only(closed("a", 10, at=noon), closed("b", 40, at=noon), closed("c", 20, at=noon),
                  closed("d", 239, "ditolak", at=noon))  # fmt: skip
    assert (month.pace.count, month.pace.median, month.pace.p90) == (3, 20 * MINUTE, 40 * MINUTE)


def test_a_step_is_timed_by_what_ended_a_wait_at_it() -> None:
    step = _step("periksa", decided("a", 10, 30), decided("b", 20, 30), decided("a", 60, 30))
    assert (step.pace.count, step.pace.median, step.pace.p90) == (3, 20 * MINUTE, 60 * MINUTE)
    assert step.on_time == 66
    assert step.standard == 30 * MINUTE


def test_up_to_its_due_time_a_decision_is_on_time() -> None:
    assert _step("periksa", decided("a", 30, 30)).on_time == 100
    assert _step("periksa", decided("a", 31, 30)).on_time == 0


def test_what_had_no_due_time_is_neither_on_time_nor_late() -> None:
    month = _only(decided("a", 10))
    assert month.on_time is None
    assert _step("periksa", decided("a", 10)).on_time is None
    assert _step("periksa", decided("a", 10), decided("b", 10, 5)).on_time == 0


def test_a_case_that_was_late_once_was_not_on_time() -> None:
    month = _only(decided("a", 10, 30), decided("a", 40, 30, "setujui"), decided("b", 10, 30))
    assert month.on_time == 50


def test_steps_are_the_offices_own_in_the_papers_order_come_to_or_not() -> None:
    steps = _only(opened("a")).steps
    theirs = [step.id for step in SOP.steps if step.by != SOP.applicant]
    assert [step.id for step in steps] == theirs
    assert {(s.pace.count, s.pace.median, s.on_time) for s in steps} == {(0, None, None)}


@pytest.mark.parametrize("sop_id", ["babel-user-id", "kemenperin-ppk"])
def test_days_are_no_office_time_to_lay_beside_a_step(sop_id: str) -> None:
    sop = current(sop_id)
    [month] = report([Told("a", sop.key, opened("a").event)], SOPS, CALENDAR)
    for step in month.steps:
        days = "hari" in step.within
        assert (step.standard is None) == (days or not step.within)


def test_deviations_are_counted_by_what_they_were() -> None:
    month = _only(deviated("a", "late"), deviated("b", "late"), deviated("b", "skipped"))
    assert month.deviations == {"late": 2, "skipped": 1}


def test_each_revision_of_each_service_has_figures_of_its_own() -> None:
    other = current("babel-user-id")
    found = report(
        [opened("a"), Told("b", other.key, opened("b").event), opened("c")], SOPS, CALENDAR
    )
    assert [(f.sop, f.opened) for f in found] == [(other.id, 1), (SOP.id, 2)]


def test_a_month_without_a_line_has_no_figures() -> None:
    assert report([], SOPS, CALENDAR) == ()


def test_a_report_reads_what_the_ledger_holds() -> None:
    assert set(KINDS) <= set(LEDGER)
    assert DEVIATED in KINDS


@given(LINES)
def test_sums_add_up_and_shares_are_shares(lines: list[Told]) -> None:
    for month in report(lines, SOPS, CALENDAR):
        assert sum(month.ended.values()) == _count(lines, "closed")
        assert sum(month.deviations.values()) == _count(lines, DEVIATED)
        assert month.pace.count == month.ended["selesai"]
        assert sum(step.pace.count for step in month.steps) == _count(lines, "decided") - sum(
            line.event.detail.get("step") == "permohonan" for line in lines
        )
        for share in (month.on_time, *(step.on_time for step in month.steps)):
            assert share is None or 0 <= share <= 100


@given(LINES)
def test_the_order_of_the_lines_changes_nothing_that_is_counted(lines: list[Told]) -> None:
    there, back = report(lines, SOPS, CALENDAR), report(lines[::-1], SOPS, CALENDAR)
    assert [f.model_dump() for f in there] == [f.model_dump() for f in back]


@given(st.lists(st.booleans(), min_size=1, max_size=300))
def test_a_hundred_per_cent_is_all_of_them(kept: list[bool]) -> None:
    found = percent(kept)
    assert found is not None
    assert (found == 100) == all(kept)
    assert found <= 100 * sum(kept) / len(kept) < found + 1


@pytest.mark.parametrize(("month", "before"), [("2026-11", "2026-10"), ("2026-01", "2025-12")])
def test_a_month_follows_on_the_one_before(month: str, before: str) -> None:
    assert month_before(month) == before


def test_a_month_is_the_offices_own_and_has_an_indonesian_name() -> None:
    """31 December 23:30 in Jakarta is 16:30 in UTC; half an hour later it is January there."""
    office, at = all_offices()["batang"], MONDAY.replace(month=12, day=31, hour=23, minute=30)
    assert (month_of(office, at), month_of(office, at + 30 * MINUTE)) == ("2026-12", "2027-01")
    assert month_in_words("2026-12") == "Desember 2026"
    assert demand_month("2026-12") == "2026-12"


def _count(lines: Iterable[Told], kind: str) -> int:
    return sum(line.event.kind == kind for line in lines)
