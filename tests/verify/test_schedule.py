"""Rows 4 and 5: a video call at one of the office's times, in the applicant's calendar, until both
can; and what it proves."""

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


def _calendars(desk: Desk) -> list[Calendar]:
    """In the order in which they were sent."""
    files = [file for mail in desk.mails(WULAN) for file in mail.attachments.items()]
    return [Calendar.from_ical(body) for name, (_, body) in files if name.endswith(".ics")]


def _times(desk: Desk) -> list[str]:
    """Which of the office's times are held."""
    return sorted(claim[1] for claim in desk.world.cases.claims if claim[0] == "panggilan-batang")


def _rival(desk: Desk, slot: str = "2026-03-11T10:00") -> None:
    """Somebody else has chosen this time."""
    rival = Vendor(desk, "dua@maju.co.id").apply("daring")
    assert rival.do("/jadwal", {"slot": slot, "consent": "ya"}).status == 303


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
    assert "tulis kapan Anda bisa" in answer.error("wish")
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


@pytest.mark.parametrize("outcome", ["tidak-hadir", "jadwal-ulang"])
def test_a_call_that_is_off_leaves_the_calendar_and_sets_its_time_free(
    desk: Desk, both: tuple[Vendor, Verifier], outcome: str
) -> None:
    both[1].schedule()
    assert _times(desk) == ["2026-03-12T03:00:00+00:00"]
    both[1].find(outcome)
    assert _times(desk) == []
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


@pytest.mark.parametrize("outcome", ["sesuai", "ditolak"])
def test_a_call_that_is_over_sets_its_time_free(
    desk: Desk, both: tuple[Vendor, Verifier], outcome: str
) -> None:
    both[1].schedule()
    both[1].keep_screenshot()
    both[1].find(outcome, {"message": "Palsu."} if outcome == "ditolak" else {})
    assert _times(desk) == []


def test_a_return_for_mending_keeps_the_time_of_the_call(
    desk: Desk, both: tuple[Vendor, Verifier]
) -> None:
    both[1].schedule()
    both[1].find("belum-lengkap", {"verdict.pajak": "tidak-jelas"})
    assert _times(desk) == ["2026-03-12T03:00:00+00:00"]


@pytest.mark.parametrize("time", ["10:00", "09:45", "10:29"])
def test_a_time_that_overlaps_anothers_call_is_refused_beside_its_field(
    desk: Desk, both: tuple[Vendor, Verifier], time: str
) -> None:
    task = both[1].task
    _rival(desk)
    before = desk.state()
    answer = both[1].at(task, {"date": "2026-03-11", "time": time, "url": CALL})
    assert answer.status == 422
    assert "baru saja diambil" in answer.error("time")
    assert desk.state() == before


@pytest.mark.parametrize("time", ["09:30", "10:30", "19:00"])
def test_the_officer_may_propose_any_time_that_overlaps_none(
    desk: Desk, both: tuple[Vendor, Verifier], time: str
) -> None:
    task = both[1].task
    _rival(desk)
    assert both[1].at(task, {"date": "2026-03-11", "time": time, "url": CALL}).status == 303


def test_a_free_time_fills_the_form_by_a_link(desk: Desk, both: tuple[Vendor, Verifier]) -> None:
    _rival(desk, "2026-03-11T10:30")
    siti = both[1]
    number = desk.world.cases.get(both[0].number).id
    place = f"{siti.seat}/tugas/{number}.2/jadwal?hari=2026-03-11"
    page = siti.browser.get(place).body
    assert "waktu=2026-03-11T10:30" not in page
    assert "waktu=2026-03-11T11:00" in page
    form = siti.browser.form(f"{place}&waktu=2026-03-11T11:00")
    assert (form.fields["date"], form.fields["time"]) == ("2026-03-11", "11:00")


def test_consent_is_asked_in_the_call_where_it_was_not_given_before(
    desk: Desk, both: tuple[Vendor, Verifier]
) -> None:
    siti = both[1]
    siti.schedule()
    siti.keep_screenshot()
    assert "Pemohon menyetujui tangkapan layar" in siti.browser.get(siti.task).body
    refused = siti.find("sesuai", {"consent": ""})
    assert "Tanyakan dahulu" in refused.error("consent")
    assert siti.find("sesuai").status == 303
    assert desk.case().consented == MONDAY
    assert desk.history("decided")[-1].detail["consent"] == "given"


def test_consent_that_was_given_is_not_asked_again(
    desk: Desk, both: tuple[Vendor, Verifier]
) -> None:
    vendor, siti = both
    vendor.do("/jadwal", {"slot": "2026-03-12T10:00", "consent": "ya"})
    siti.schedule()
    siti.keep_screenshot()
    assert "Pemohon menyetujui tangkapan layar" not in siti.browser.get(siti.task).body
    assert siti.find("sesuai", {"consent": ""}).status == 303


def test_the_screenshot_is_named_by_its_time_and_its_hash(
    desk: Desk, both: tuple[Vendor, Verifier]
) -> None:
    siti = both[1]
    siti.schedule()
    siti.keep_screenshot()
    page = siti.browser.get(siti.task).body
    assert "tangkapan layar Senin, 9 Maret 2026 pukul 09.00 WIB" in page
    assert desk.case().documents["bukti"].sha256 in page
