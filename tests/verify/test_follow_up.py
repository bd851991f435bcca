"""Rows 7 and 8: reminded at 3, 7, 14 and 30 days, until the applicant or the officer ends it."""

import pytest

from tests.desk.browser import Browser, program
from tests.desk.office import Desk
from tests.desk.people import WULAN, Vendor, Verifier
from tests.desk.stages import follow_up_task, reach

DAYS = 45


@pytest.fixture
def holder(desk: Desk) -> Vendor:
    return reach(desk, "following")[0]


def _reminders(desk: Desk) -> list[int]:
    """The days on which a letter about SIKaP came, sweeping once a day."""
    found, before = [], len(desk.mails(WULAN, "SIKaP"))
    for day in range(1, DAYS):
        desk.later(days=1)
        desk.sweep()
        found += [day] * (len(desk.mails(WULAN, "SIKaP")) - before)
        before = len(desk.mails(WULAN, "SIKaP"))
    return found


def test_the_applicant_is_reminded_on_the_days_of_the_sop(desk: Desk, holder: Vendor) -> None:
    assert len(desk.mails(WULAN, "SIKaP")) == 1
    assert _reminders(desk) == [3, 7, 14, 30]


def test_after_the_confirmation_nobody_is_reminded(desk: Desk, holder: Vendor) -> None:
    desk.later(days=3)
    desk.sweep()
    holder.do("/sikap", {"done": "ya"})
    assert desk.case().closed.end == "selesai"
    assert _reminders(desk) == []


def test_sweeping_twice_reminds_once(desk: Desk, holder: Vendor) -> None:
    desk.later(days=3)
    for _ in range(3):
        desk.sweep()
    assert len(desk.mails(WULAN, "SIKaP")) == 2


def test_a_confirmation_is_ticked_by_hand(desk: Desk, holder: Vendor) -> None:
    """G5."""
    assert holder.do("/sikap", {}).error("done")
    assert program("POST", f"{holder.link}/sikap", {"done": "tidak"}).status == 422
    assert desk.case().here.id == "sikap"


def test_an_officer_ends_it_with_a_reason_and_row_8_is_recorded_as_skipped(
    desk: Desk, holder: Vendor, siti: Verifier
) -> None:
    """G9."""
    task = f"{follow_up_task(desk, siti)}/tindak-lanjut"
    assert Browser().submit(task, {"reason": " "}).error("reason")
    assert Browser().submit(task, {"reason": "Tidak menjawab."}).status == 303
    desk.settle()
    (skipped,) = [e for e in desk.history("deviated") if e.detail["what"] == "skipped"]
    assert (skipped.by, skipped.detail["rows"]) == ("pelaku-usaha", "8")
    assert desk.case().closed.end == "selesai"
    rows = {e["no"]: e["state"] for e in program("GET", holder.link).view["timeline"]}
    assert (rows[7], rows[8]) == ("done", "skipped")


def test_silence_ends_it_and_row_8_is_recorded_as_skipped(desk: Desk, holder: Vendor) -> None:
    """G9, G14."""
    desk.later(days=90)
    desk.machine.lapse(desk.case().id)
    desk.settle()
    (skipped,) = [e for e in desk.history("deviated") if e.detail["what"] == "skipped"]
    assert skipped.detail["rows"] == "8"
    assert desk.case().closed.end == "selesai"


def test_an_application_that_nobody_sends_expires(desk: Desk, vendor: Vendor) -> None:
    vendor.register()
    for _ in range(30):
        desk.later(days=1)
        desk.sweep()
    assert len(desk.mails(WULAN, "belum dikirim")) == 2
    desk.machine.lapse(desk.case().id)
    desk.settle()
    assert desk.case().closed.end == "kedaluwarsa"
    assert len(desk.mails(WULAN, "kedaluwarsa")) == 1
    assert vendor.browser.get(vendor.link).status == 200
    assert program("POST", f"{vendor.link}/kirim", {"consent": "ya"}).status == 409


def test_what_was_sent_as_the_time_ran_out_stands(desk: Desk) -> None:
    """G1: silence's end gives way to it, and the sweep brings it on its way."""
    vendor, _ = reach(desk, "filled")
    assert program("POST", f"{vendor.link}/kirim", {"consent": "ya"}).status == 200
    desk.machine.lapse(desk.case().id)
    assert desk.case().closed is None
    for _ in range(6):
        desk.later(minutes=5)
        desk.sweep()
    assert desk.case().here.id == "jadwal"
