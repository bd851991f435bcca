"""The call is in the applicant's calendar, moves there, and leaves it."""

from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar

from tests.desk.booking import held
from tests.desk.office import Desk
from tests.desk.people import CALL, WULAN, Vendor, Verifier


def _calendars(desk: Desk) -> list[Calendar]:
    """In the order in which they were sent."""
    files = [file for mail in desk.mails(WULAN) for file in mail.attachments.items()]
    return [Calendar.from_ical(body) for name, (_, body) in files if name.endswith(".ics")]


def _invitations(desk: Desk) -> list[Calendar]:
    return [Calendar.from_ical(mail.attachments["jadwal.ics"][1])
            for mail in desk.mails(WULAN, "Jadwal panggilan video")]  # fmt: skip


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


@pytest.mark.parametrize("outcome", ["tidak-hadir", "jadwal-ulang"])
def test_a_call_that_is_off_leaves_the_calendar_and_sets_its_time_free(
    desk: Desk, both: tuple[Vendor, Verifier], outcome: str
) -> None:
    both[1].schedule()
    assert held(desk) == ["2026-03-12T03:00:00+00:00"]
    both[1].find(outcome)
    assert held(desk) == []
    invited, off = _calendars(desk)
    assert (off["method"], off.walk("VEVENT")[0]["status"]) == ("CANCEL", "CANCELLED")
    assert off.walk("VEVENT")[0]["uid"] == invited.walk("VEVENT")[0]["uid"]


def test_each_calendar_file_comes_after_the_one_before(
    desk: Desk, both: tuple[Vendor, Verifier]
) -> None:
    vendor, siti = both
    siti.schedule("2026-03-12")
    siti.find("tidak-hadir")
    siti.schedule("2026-03-17")
    vendor.do("/jadwal-ulang", {"slot": "2026-03-11T10:00", "consent": "ya"})
    siti.schedule("2026-03-11")
    sent = _calendars(desk)
    methods = ["PUBLISH", "CANCEL", "PUBLISH", "CANCEL", "PUBLISH"]
    assert [calendar["method"] for calendar in sent] == methods
    assert [int(calendar.walk("VEVENT")[0]["sequence"]) for calendar in sent] == [0, 1, 2, 3, 4]
