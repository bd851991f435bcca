"""A mended answer may ask for papers that were not asked for before."""

import pytest

from functions.core.scans import key_of, upload_of
from tests.desk.browser import program
from tests.desk.office import Desk
from tests.desk.people import COMPANY, TRADER, Vendor
from tests.desk.stages import reach

NEW = ["ktp-pemilik", "npwp-pemilik"]


@pytest.fixture
def vendor(desk: Desk) -> Vendor:
    """A company that, mending, says that it is a sole trader."""
    _, siti = reach(desk, "checking")
    siti.find("belum-lengkap", {"verdict.usaha": "tidak-jelas"})
    vendor = Vendor(desk, answers=COMPANY)
    assert vendor.do("/data/usaha", TRADER["usaha"]).status == 303
    return vendor


def _upload(desk: Desk) -> str:
    """As if it had been invited just now."""
    return upload_of(desk.case().rounds, "x")


def _scans(vendor: Vendor) -> dict[str, str]:
    scans = program("GET", f"{vendor.link}/dokumen").view["scans"]
    return {scan["id"]: scan["state"] for scan in scans}


def test_the_new_papers_are_asked_for(vendor: Vendor) -> None:
    assert list(_scans(vendor)) == NEW
    answer = vendor.do("/perbaikan", {"done": "ya"})
    assert answer.status == 422
    assert "KTP pemilik usaha perorangan" in answer.body


def test_a_refused_scan_says_so_and_can_be_replaced(vendor: Vendor) -> None:
    vendor.send_scans(b"no picture")
    assert _scans(vendor) == dict.fromkeys(NEW, "refused")
    assert vendor.do("/perbaikan", {"done": "ya"}).status == 422
    vendor.send_scans()
    assert _scans(vendor) == dict.fromkeys(NEW, "accepted")


def test_what_is_not_asked_any_more_is_dropped(desk: Desk, vendor: Vendor) -> None:
    vendor.send_scans()
    assert vendor.do("/perbaikan", {"done": "ya"}).status == 303
    assert "jabatan" not in desk.case().answers
    assert desk.case().here.id == "periksa"


def test_a_scan_that_nobody_asked_for_replaces_nothing(desk: Desk, vendor: Vendor) -> None:
    before = desk.case().documents["ktp-direksi"]
    desk.arrive(key_of(desk.case().id, "ktp-direksi", _upload(desk)), b"no picture")
    assert desk.case().documents["ktp-direksi"] == before
