"""A scan that nobody asked for, or that comes too late, changes nothing."""

import pytest

from functions.core.scans import key_of, upload_of
from infra.demo.papers import PDF
from tests.desk.office import Desk
from tests.desk.people import Vendor
from tests.desk.stages import GAPS, reach


@pytest.mark.parametrize("name", ["bukti", "ktp", "usaha", "..", "'\"><b>", "x" * 300])
def test_a_scan_that_nobody_asked_for_is_ignored(desk: Desk, company: Vendor, name: str) -> None:
    before = desk.case()
    desk.arrive(key_of(before.id, name, upload_of(before.rounds, "x")), PDF)
    assert desk.case() == before


def test_a_scan_of_an_unknown_case_is_ignored(desk: Desk, company: Vendor) -> None:
    before = desk.case()
    desk.arrive(key_of("BTG-2222-2222", "ktp-direksi", "1-x"), PDF)
    assert desk.case() == before


@pytest.mark.parametrize("stage", ["scheduling", "checking", "approving", "following", "closed"])
def test_a_scan_that_comes_after_sending_is_ignored(desk: Desk, stage: str) -> None:
    reach(desk, stage)
    before = desk.case()
    desk.arrive(key_of(before.id, "ktp-direksi", upload_of(before.rounds, "late")), PDF)
    assert desk.case() == before


def test_a_scan_that_an_earlier_wait_invited_is_ignored(desk: Desk) -> None:
    """Whoever was asked for another sends that one, not the one that was found wrong."""
    vendor, siti = reach(desk, "checking")
    early = key_of(vendor.number, "npwp-perusahaan", upload_of(1, "early"))
    siti.find("belum-lengkap", GAPS)
    before = desk.case()
    desk.arrive(early, PDF + b"early")
    assert desk.case() == before
    vendor.send_scans(PDF + b"asked")
    assert desk.case().documents["npwp-perusahaan"] != before.documents["npwp-perusahaan"]
