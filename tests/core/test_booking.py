"""A case holds the times of its call, and no others."""

from datetime import timedelta

from functions.core.booking import slot_of
from functions.core.case import Case
from functions.core.facts import Claim, Meeting
from tests.core.story import (
    EMAIL,
    MORNING,
    OFFICER,
    ONLINE,
    SOON,
    SOP,
    VENDOR,
    arrived,
    at_form,
    decided,
    fresh,
)

FIRST, SECOND = MORNING + timedelta(days=1), MORNING + timedelta(days=2)
MEETING = Meeting(FIRST, 30, "https://video.test/1")


def _claim(case: Case, n: int) -> Claim:
    return slot_of(case.office, (FIRST, SECOND)[n])


def at_schedule() -> Case:
    return fresh(arrived(decided(at_form(), VENDOR, "daring", answers=ONLINE)))


def at_call() -> Case:
    """Planned at the time that the applicant chose."""
    booked = fresh(at_schedule().book(VENDOR, FIRST, SOON))
    planned = decided(booked, OFFICER, "dijadwalkan", meeting=MEETING, wished=None, slots=(FIRST,))
    return fresh(arrived(planned))


def test_a_time_that_is_chosen_is_held_and_told() -> None:
    case = at_schedule().book(VENDOR, FIRST, SOON)
    assert case.news.claims == (_claim(case, 0),)
    assert (case.wished, case.slots) == (FIRST, (FIRST,))
    assert [e.kind for e in case.news.events] == ["wished"]


def test_choosing_again_lets_go_of_the_first_time() -> None:
    case = fresh(at_schedule().book(VENDOR, FIRST, SOON)).book(VENDOR, SECOND, SOON)
    assert case.news.claims == (_claim(case, 1),)
    assert case.news.releases == (_claim(case, 0),)


def test_choosing_the_same_time_again_touches_no_claim() -> None:
    case = fresh(at_schedule().book(VENDOR, FIRST, SOON)).book(VENDOR, FIRST, SOON)
    assert (case.news.claims, case.news.releases) == ((), ())


def test_a_time_that_is_confirmed_goes_on_being_held() -> None:
    booked = fresh(at_schedule().book(VENDOR, FIRST, SOON))
    case = decided(booked, OFFICER, "dijadwalkan", meeting=MEETING, wished=None, slots=(FIRST,))
    assert (case.news.claims, case.news.releases) == ((), ())


def test_a_call_that_is_off_is_remembered_and_its_time_free() -> None:
    case = decided(at_call(), OFFICER, "tidak-hadir", meeting=None, slots=())
    assert case.news.releases == (_claim(case, 0),)
    assert case.former == MEETING
    assert case.sequence == MEETING.sequence + 2


def test_a_case_that_ends_holds_no_time() -> None:
    case = at_call()
    refused = fresh(decided(case, OFFICER, "ditolak"))
    closed = refused.close(SOP, "ditolak", refused.execution, SOON)
    assert set(closed.news.releases) == {EMAIL, _claim(case, 0)}
    assert closed.slots == ()


def test_consent_is_told_once() -> None:
    case = at_schedule().consent(VENDOR, SOON)
    assert case.consented == SOON
    assert case.consent(VENDOR, SOON + timedelta(hours=1)) is case
    assert [e.kind for e in case.news.events] == ["consented"]


def test_a_wish_lasts_until_its_time_has_come() -> None:
    case = at_schedule().book(VENDOR, FIRST, SOON)
    assert case.asked(FIRST - timedelta(seconds=1)) == FIRST
    assert case.asked(FIRST) is None
