"""A time that a paper gives the whole service runs while the office holds the case, and only
then."""

import pytest

from functions.core.sop import Sop
from tests.core.stories import (
    MONDAY,
    USERS,
    VENDORS,
    due,
    opened,
    reached,
    standing,
    went,
    wib,
)
from tests.core.story import SOP as MINUTES


@pytest.mark.parametrize("sop", [VENDORS, USERS], ids=lambda sop: sop.id)
def test_while_the_applicant_fills_in_the_form_nothing_is_promised(sop: Sop) -> None:
    case = reached(opened(sop))
    assert (case.promised, case.stopped, due(case)) == (None, MONDAY, None)


def test_a_plain_day_begins_with_the_officers_first_step() -> None:
    case = went(reached(opened(USERS)), "diajukan", at=wib("03-11T10:00"))
    assert due(case) == case.promised == wib("03-12T10:00")


def test_a_working_day_begins_when_the_visitor_has_come() -> None:
    form = reached(opened(VENDORS))
    visit = went(form, "diajukan", at=wib("03-10T10:00"))
    assert (visit.promised, due(visit)) == (None, None)
    desk = went(visit, "hadir", at=wib("03-12T10:00"))
    assert due(desk) == desk.promised == wib("03-13T16:30")


def test_what_is_promised_is_carried_from_step_to_step() -> None:
    case = standing(USERS, "verifikasi")
    for outcome in ("lengkap", *["didisposisikan"] * 3):
        case = went(case, outcome, at=wib("03-09T13:00"))
        assert due(case) == case.promised == wib("03-10T09:00")
    assert case.here
    assert case.here.id == "akun"


def test_a_step_reached_after_what_was_promised_is_late_from_its_beginning() -> None:
    case = went(standing(USERS, "verifikasi"), "lengkap", at=wib("03-11T09:00"))
    assert due(case) == wib("03-10T09:00")


def test_a_plain_day_stands_still_while_the_applicant_completes() -> None:
    asked = went(standing(USERS, "verifikasi"), "belum-lengkap", at=wib("03-09T10:00"))
    assert (asked.stopped, due(asked)) == (wib("03-09T10:00"), None)
    back = went(asked, "dilengkapi", at=wib("03-11T10:00"))
    assert (back.stopped, back.promised, due(back)) == (None, *[wib("03-12T09:00")] * 2)


def test_a_working_day_stands_still_by_office_time() -> None:
    asked = went(standing(VENDORS, "kelengkapan"), "belum-lengkap", at=wib("03-09T10:00"))
    assert due(went(asked, "dilengkapi", at=wib("03-10T09:00"))) == wib("03-11T15:00")


def test_two_waits_for_the_applicant_in_a_row_are_one() -> None:
    visit = went(reached(opened(VENDORS)), "diajukan", at=wib("03-10T10:00"))
    assert visit.stopped == MONDAY


def test_each_time_with_the_applicant_is_added() -> None:
    case = standing(USERS, "verifikasi")
    for day in ("09", "10", "11"):
        case = went(case, "belum-lengkap", at=wib(f"03-{day}T10:00"))
        case = went(case, "dilengkapi", at=wib(f"03-{day}T12:00"))
    assert due(case) == wib("03-10T15:00")


def test_what_comes_after_delivery_is_not_timed() -> None:
    case = went(standing(VENDORS, "aktivasi"), "disetujui")
    assert case.here
    assert (case.here.id, case.here.due) == ("surat-pernyataan", None)


def test_where_each_row_has_its_own_time_nothing_is_promised_of_the_whole() -> None:
    case = standing(MINUTES, "setujui")
    assert (case.promised, due(case)) == (None, wib("03-09T09:01"))
