"""Rows 4 and 5: a video call at one of the office's times, until both can; and what it proves."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.desk.booking import held
from tests.desk.browser import Browser
from tests.desk.office import MONDAY, SITI, Desk
from tests.desk.people import CALL, Vendor, Verifier


def _rival(desk: Desk, slot: str = "2026-03-11T10:00") -> None:
    """Somebody else has chosen this time."""
    rival = Vendor(desk, "dua@maju.co.id").apply("daring")
    assert rival.do("/jadwal", {"slot": slot, "consent": "ya"}).status == 303


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


@pytest.mark.parametrize("outcome", ["sesuai", "ditolak"])
def test_a_call_that_is_over_sets_its_time_free(
    desk: Desk, both: tuple[Vendor, Verifier], outcome: str
) -> None:
    both[1].schedule()
    both[1].keep_screenshot()
    both[1].find(outcome, {"message": "Palsu."} if outcome == "ditolak" else {})
    assert held(desk) == []


def test_a_return_for_mending_keeps_the_time_of_the_call(
    desk: Desk, both: tuple[Vendor, Verifier]
) -> None:
    both[1].schedule()
    both[1].find("belum-lengkap", {"verdict.pajak": "tidak-jelas"})
    assert held(desk) == ["2026-03-12T03:00:00+00:00"]


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
