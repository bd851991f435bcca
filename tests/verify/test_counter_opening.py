"""Opening an application at the counter: whose it is, and when its paper form truly came in."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.desk.browser import Browser, program
from tests.desk.counter import Clerk, Visitor
from tests.desk.office import BUDI, SITI, STAFF, Desk
from tests.desk.people import SOP, WULAN, Vendor
from tests.desk.samples import GUEST
from tests.desk.walks import Melawi

ZONE = ZoneInfo("Asia/Jakarta")
FRIDAY = datetime(2026, 3, 6, 14, 30, tzinfo=ZONE)
ON_PAPER = {"date": "2026-03-06", "time": "14:30"}


@pytest.fixture
def clerk(desk: Desk) -> Clerk:
    return Clerk(desk, SITI.email)


def _on_paper(desk: Desk) -> Visitor:
    """Received on Friday, entered and sent on Monday."""
    walk = Visitor(desk)
    walk.clerk.open(walk.sop, **ON_PAPER)
    walk.type()
    walk.send()
    return walk


def test_a_visitors_line_is_in_the_guest_book_at_once(desk: Desk, clerk: Clerk) -> None:
    clerk.open(SOP)
    guest = desk.case().guest
    assert (guest.name, guest.by, guest.at) == (GUEST["name"], "siti", desk.now)


def test_whoever_has_an_open_application_is_told_of_by_its_number(
    desk: Desk, vendor: Vendor, clerk: Clerk
) -> None:
    vendor.register()
    answer = clerk.open(SOP)
    assert answer.status == 422
    assert desk.case().id in answer.error("email")


def test_an_officer_opens_none_for_themselves(desk: Desk, clerk: Clerk) -> None:
    before = desk.state()
    answer = clerk.open(SOP, email=SITI.email)
    assert answer.status == 403
    assert "petugas lain" in answer.body
    assert desk.state() == before


def test_only_who_has_a_part_in_a_service_is_at_the_counter(desk: Desk) -> None:
    assert program("GET", "batang/wahyu@/loket").status == 403
    assert program("GET", "/loket").status == 401
    wahyu = STAFF["wahyu"].email
    assert program("POST", "batang/wahyu@/loket", {"sop": SOP, **GUEST}).status == 403
    assert desk.mails(wahyu) == []


@pytest.mark.parametrize("sop", ["", "melawi-akun-spse", "tidak-ada"])
def test_only_the_offices_own_services_are_asked_for(clerk: Clerk, sop: str) -> None:
    assert clerk.open(sop).error("sop")


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"date": "2026-03-06"}, "time"),
        ({"time": "10:00"}, "date"),
        ({"date": "kemarin", "time": "10:00"}, "date"),
        ({"date": "2026-03-06", "time": "siang"}, "time"),
        ({"date": "2026-03-09", "time": "09:01"}, "date"),
        ({"date": "2026-02-07", "time": "08:59"}, "date"),
    ],
)
def test_a_form_came_in_at_some_time_of_the_last_thirty_days(
    desk: Desk, clerk: Clerk, said: dict[str, str], field: str
) -> None:
    answer = clerk.open(SOP, **said)
    assert answer.status == 422
    assert answer.error(field)
    assert not desk.world.cases.snapshots


def test_the_first_and_the_last_moment_of_the_thirty_days_are_good(desk: Desk) -> None:
    clerk = Clerk(desk, SITI.email)
    assert clerk.open(SOP, date="2026-02-07", time="09.00").status == 303
    assert clerk.open(SOP, email="lain@maju.co.id", date="2026-03-09", time="09:00").status == 303


def test_a_form_on_paper_was_opened_when_it_came_in(desk: Desk, clerk: Clerk) -> None:
    clerk.open(SOP, **ON_PAPER)
    case = desk.case()
    assert case.opened_at == case.guest.at == FRIDAY
    (opened,) = desk.history("opened")
    assert (opened.at, opened.by) == (desk.now, "siti")
    assert datetime.fromisoformat(opened.detail["received"]) == FRIDAY


def test_what_is_promised_counts_from_when_the_form_came_in(desk: Desk) -> None:
    """One working day after Friday is Monday, not Tuesday."""
    walk = _on_paper(desk)
    walk.arrive()
    assert desk.case().here.due.astimezone(ZONE).date() == FRIDAY.date() + timedelta(days=3)


def test_so_it_does_whoever_writes_the_guest_book(desk: Desk) -> None:
    walk = _on_paper(desk)
    Melawi.arrive(walk)
    assert desk.case().here.due.astimezone(ZONE).date() == FRIDAY.date() + timedelta(days=3)


def test_what_came_to_the_counter_by_itself_counts_from_its_sending(desk: Desk) -> None:
    Visitor(desk).to("receiving")
    assert desk.case().here.due.astimezone(ZONE).date() == FRIDAY.date() + timedelta(days=4)


def test_only_the_offices_first_wait_counts_from_there(desk: Desk) -> None:
    """The promise for the whole is carried on; it is not begun anew at each desk."""
    walk = _on_paper(desk)
    walk.arrive()
    promised = desk.case().promised
    walk.officer("helpdesk").find("lengkap")
    assert desk.case().here.due == desk.case().promised == promised
    assert desk.case().timed_from(desk.now) == desk.now


def test_a_form_on_paper_is_a_deviation_recorded_once(desk: Desk) -> None:
    """G9: in the same transaction as the opening."""
    _on_paper(desk)
    (outside,) = desk.history("deviated")
    assert outside.seq == 2
    told = {name: outside.detail[name] for name in ("what", "step", "owner", "channel")}
    assert told == {"what": "outside", "step": "daftar", "owner": "rina",
                    "channel": "formulir kertas"}  # fmt: skip


def test_the_register_of_deviations_says_when_it_truly_came_in(desk: Desk) -> None:
    _on_paper(desk)
    page = Browser().get("melawi/rina@/penyimpangan").body
    assert "Di luar Loket" in page
    assert "6 Maret 2026 pukul 14.30" in page


def test_nothing_personal_is_in_the_history_of_an_opening(desk: Desk, clerk: Clerk) -> None:
    """G8."""
    clerk.open(SOP, **ON_PAPER)
    told = repr(desk.history())
    assert [v for v in (*GUEST.values(), WULAN, SITI.name) if v in told] == []


def test_the_same_opening_twice_is_one_application(desk: Desk, clerk: Clerk) -> None:
    """G2."""
    said = {"sop": SOP, **GUEST, "nonce": "one"}
    first = program("POST", clerk.counter, said)
    desk.settle()
    assert program("POST", clerk.counter, said).view == first.view
    assert len(desk.world.cases.snapshots) == 1


def test_of_two_officers_who_open_it_at_once_one_is_told_of_the_others(
    desk: Desk, clerk: Clerk
) -> None:
    """G3."""
    colleague = Clerk(desk, BUDI.email)
    with desk.before_save(lambda: colleague.open(SOP)):
        answer = clerk.open(SOP)
    assert answer.status == 422
    assert desk.case().entered.by == "budi"
    assert desk.case().id in answer.error("email")
