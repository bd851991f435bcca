"""Row 4: a video call, in the applicant's calendar, until both can."""

from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar

from tests.desk.browser import Browser
from tests.desk.office import MONDAY, SITI, Desk
from tests.desk.people import CALL, WULAN, Vendor, Verifier
from tests.desk.stages import reach


@pytest.fixture
def both(desk: Desk) -> tuple[Vendor, Verifier]:
    return reach(desk, "scheduling")


def _invitations(desk: Desk) -> list[Calendar]:
    return [Calendar.from_ical(mail.attachments["jadwal.ics"][1])
            for mail in desk.mails(WULAN, "Jadwal panggilan video")]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value"),
    [("date", "2026-03-08"), ("date", "2026-03-09"), ("date", "2026-05-09"), ("date", "besok"),
     ("date", "2026-02-30"), ("date", ""), ("date", "9999-12-31"), ("date", "0001-01-01"),
     ("time", "25:00"), ("time", "pagi"), ("time", ""),
     ("url", "http://rapat.test/x"), ("url", "javascript:alert(1)"), ("url", "https://"),
     ("url", "rapat.test"), ("url", "https://["), ("url", "https://a.test/\r\nBcc: x"),
     ("url", "https://a b.test/"), ("url", "https://a.test/\u202ex"), ("url", "")],
)  # fmt: skip
def test_a_call_that_cannot_be_is_refused_beside_its_field(
    desk: Desk, both: tuple[Vendor, Verifier], name: str, value: str
) -> None:
    good = {"date": "2026-03-12", "time": "08:00", "url": CALL}
    before = desk.state()
    answer = both[1].do({**good, name: value})
    assert answer.status == 422
    assert any(word in answer.error(name) for word in ("Tulis", "Pilih", "Isian"))
    assert desk.state() == before


def test_the_call_is_in_the_mail_as_the_officer_meant_it(
    desk: Desk, both: tuple[Vendor, Verifier]
) -> None:
    both[1].schedule("2026-03-12", "10.00")
    (mail,) = desk.mails(WULAN, "Jadwal panggilan video")
    assert "Kamis, 12 Maret 2026 pukul 10.00 WIB" in mail.text
    assert CALL in mail.text
    (invitation,) = _invitations(desk)
    (event,) = invitation.walk("VEVENT")
    start = event.decoded("dtstart")
    assert start == datetime(2026, 3, 12, 3, 0, tzinfo=UTC)
    assert event.decoded("dtend") - start == timedelta(minutes=30)
    assert invitation["method"] in {"PUBLISH", "REQUEST"}
    assert desk.case().id in event["uid"]
    assert event["location"] == CALL


def test_the_calendar_has_no_personal_data(desk: Desk, both: tuple[Vendor, Verifier]) -> None:
    both[1].schedule()
    text = desk.mails(WULAN, "Jadwal")[0].attachments["jadwal.ics"][1].decode()
    for private in (WULAN, "Contoh Sejahtera", "Dewi"):
        assert private not in text


def test_a_new_time_replaces_the_old_one_in_the_calendar(
    desk: Desk, both: tuple[Vendor, Verifier]
) -> None:
    vendor, siti = both
    siti.schedule("2026-03-12")
    vendor.do("/jadwal-ulang", {"wish": "Jumat pagi"})
    siti.schedule("2026-03-13")
    siti.find("tidak-hadir")
    siti.schedule("2026-03-16")
    events = [i.walk("VEVENT")[0] for i in _invitations(desk)]
    assert len({str(e["uid"]) for e in events}) == 1
    sequence = [int(e["sequence"]) for e in events]
    assert sequence == sorted(set(sequence))
    assert len(sequence) == 3


def test_a_wish_reaches_the_officer_and_ends_with_the_new_time(
    desk: Desk, both: tuple[Vendor, Verifier]
) -> None:
    vendor, siti = both
    siti.schedule()
    mails = len(desk.mails(SITI.email))
    vendor.do("/jadwal-ulang", {"wish": "Jumat pagi"})
    assert len(desk.mails(SITI.email)) == mails + 1
    assert "Jumat pagi" in Browser().get(siti.task).body
    siti.schedule("2026-03-13")
    assert "Jumat pagi" not in Browser().get(siti.task).body


def test_a_wish_says_something(desk: Desk, both: tuple[Vendor, Verifier]) -> None:
    vendor, siti = both
    siti.schedule()
    answer = vendor.do("/jadwal-ulang", {"wish": "  "})
    assert "Tulis kapan Anda bisa" in answer.error("wish")
    assert desk.case().here.id == "periksa"


def test_the_clock_of_the_check_runs_from_the_call(
    desk: Desk, both: tuple[Vendor, Verifier]
) -> None:
    both[1].schedule("2026-03-12", "10:00")
    assert desk.case().here.due == datetime(2026, 3, 12, 3, 30, tzinfo=UTC)


def test_a_late_schedule_is_accepted_and_recorded(
    desk: Desk, both: tuple[Vendor, Verifier]
) -> None:
    """G9: row 4 has five minutes."""
    desk.now = MONDAY + timedelta(hours=2)
    assert both[1].schedule().status == 303
    (late,) = desk.history("deviated")
    assert (late.by, late.detail["what"], late.detail["step"]) == ("verifikator", "late", "jadwal")
