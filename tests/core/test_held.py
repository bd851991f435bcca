"""History says when the office held a case and its clock ran: nothing more, and nothing less."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.core.case import Case
from functions.core.facts import Actor, Meeting, Transit
from functions.core.timing import Stretch, spelled, stretches
from functions.offices import all_offices
from tests.core.stories import MONDAY, USERS, decided, opened, reached, standing, wib
from tests.core.story import OFFICER
from tests.core.story import SOP as MINUTES

CALENDAR = all_offices()["babel"].calendar
CHIEF = Actor("rina", "kepala-biro")
NINE, TEN, ELEVEN, NOON = (wib(f"03-09T{hour}:00") for hour in ("09", "10", "11", "12"))
MOMENTS = st.integers(0, 20_000).map(lambda minutes: MONDAY + timedelta(minutes=minutes))


def waiting(*pauses: Stretch) -> Case:
    """With the bureau's head since Monday 9:00, and interrupted."""
    case = standing(USERS, "disposisi-biro")
    for since, until in pauses:
        paused = case.pause(CHIEF, "listrik", "Padam.", since)
        case = paused.resume(CHIEF, None, None, until)
    return case


def met(starts: datetime, *pauses: Stretch) -> Case:
    """A video call is arranged, to be checked in; interrupted meanwhile."""
    meeting = Meeting(starts, 30, "https://video.test/1")
    checking = replace(opened(MINUTES), transit=Transit("periksa", MONDAY), meeting=meeting)
    case = reached(checking)
    for since, until in pauses:
        paused = case.pause(OFFICER, "listrik", "Padam.", since)
        case = paused.resume(OFFICER, None, None, until)
    return case


def told(case: Case) -> tuple[Stretch, ...]:
    """Held, as the last decision tells it."""
    event = next(e for e in reversed(case.news.events) if e.kind == "decided")
    return stretches(event.detail["held"])


def worked(held: Iterable[Stretch]) -> timedelta:
    return sum((CALENDAR.worked(since, until) for since, until in held), timedelta())


def test_a_decision_tells_since_when_and_until_when_it_waited() -> None:
    case = decided(standing(USERS, "disposisi-biro"), "didisposisikan", NOON)
    detail = case.news.events[-1].detail
    assert (detail["since"], detail["due"]) == (NINE.isoformat(), wib("03-10T09:00").isoformat())
    assert told(case) == ((NINE, NOON),)


def test_what_never_had_a_time_tells_none() -> None:
    case = decided(standing(USERS, "permohonan"), "diajukan", NOON)
    assert "due" not in case.news.events[-1].detail


def test_pauses_are_cut_out() -> None:
    case = waiting((TEN, TEN + timedelta(minutes=20)), (ELEVEN, NOON))
    assert told(decided(case, "didisposisikan", wib("03-09T13:00"))) == (
        (NINE, TEN),
        (TEN + timedelta(minutes=20), ELEVEN),
        (NOON, wib("03-09T13:00")),
    )


def test_what_stood_still_from_beginning_to_end_was_not_held() -> None:
    assert told(decided(waiting((NINE, NOON)), "didisposisikan", NOON)) == ()


def test_while_it_is_with_the_applicant_the_office_does_not_hold_it() -> None:
    case = decided(standing(USERS, "permohonan"), "diajukan", NOON)
    assert told(case) == case.held == ()


def test_a_check_by_video_is_held_from_its_hour_on() -> None:
    assert told(decided(met(TEN), "sesuai", NOON)) == ((TEN, NOON),)


def test_a_check_that_came_before_its_hour_was_not_held() -> None:
    assert told(decided(met(NOON), "sesuai", ELEVEN)) == ()


def test_a_pause_that_began_before_the_clock_did_is_cut_out_too() -> None:
    assert told(decided(met(TEN, (NINE, ELEVEN)), "sesuai", NOON)) == ((ELEVEN, NOON),)


def test_a_case_adds_up_what_each_step_held() -> None:
    first = decided(waiting((TEN, ELEVEN)), "didisposisikan", NOON)
    case = decided(reached(first, NOON), "didisposisikan", wib("03-09T14:00"))
    assert told(case) == ((NOON, wib("03-09T14:00")),)
    assert case.held == ((NINE, TEN), (ELEVEN, NOON), *told(case))


def test_the_last_line_tells_when_it_was_opened_and_all_that_was_held() -> None:
    case = decided(waiting((TEN, ELEVEN)), "didisposisikan", NOON)
    ended = replace(case, transit=Transit("ditolak", NOON))
    closed = ended.close(USERS, "ditolak", case.execution, NOON)
    [line] = [event for event in closed.news.events if event.kind == "closed"]
    assert line.detail["opened"] == case.opened_at.isoformat()
    assert stretches(line.detail["held"]) == case.held == ((NINE, TEN), (ELEVEN, NOON))


@given(moments=st.lists(MOMENTS, unique=True, max_size=9).map(sorted))
def test_what_was_held_and_what_stood_still_is_all_the_office_time(
    moments: list[datetime],
) -> None:
    """The working hours of the one and of the other add up, and no hour is in both."""
    *inner, end = moments or [NOON]
    pauses = tuple(zip(inner[::2], inner[1::2], strict=False))
    held = told(decided(waiting(*pauses), "didisposisikan", end))
    assert worked(held) + worked(pauses) == CALENDAR.worked(NINE, end)
    edges = [moment for stretch in held for moment in stretch]
    assert edges == sorted(set(edges))


@given(st.lists(st.tuples(MOMENTS, MOMENTS), max_size=5).map(tuple))
def test_stretches_read_back_as_they_were_written(held: tuple[Stretch, ...]) -> None:
    assert stretches(spelled(held)) == held


@pytest.mark.parametrize("minutes", [0, 1])
def test_what_took_no_time_was_not_held(minutes: int) -> None:
    at = NINE + timedelta(minutes=minutes)
    held = told(decided(standing(USERS, "disposisi-biro"), "didisposisikan", at))
    assert held == ((NINE, at),) * minutes
