"""A scan that arrived: judged by its bytes, kept only where the case asks for it (G13)."""

import hashlib

import pytest

from functions.core.scans import key_of, upload_of
from infra.demo.papers import PDF, png
from tests.desk.browser import program
from tests.desk.office import Desk
from tests.desk.people import COMPANY, Vendor
from tests.desk.stages import GAPS, reach

JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 40
NOT_SCANS = [b"MZ\x90\0exe", b"", b"<html>", b"PK\x03\x04zip", b"<svg/>", b"II*\0tiff",
             b" %PDF-1.4", b"GIF89a", b"\0\0\0\x18ftypheic", b"\x89PNG"]  # fmt: skip


@pytest.fixture
def vendor(desk: Desk) -> Vendor:
    """A company that has filled in its form and chosen to be called."""
    vendor = Vendor(desk, answers=COMPANY)
    vendor.register()
    vendor.fill_in("daring")
    return vendor


def _scans(vendor: Vendor) -> list[dict[str, str]]:
    found: list[dict[str, str]] = program("GET", f"{vendor.link}/dokumen").view["scans"]
    return found


@pytest.mark.parametrize(("content", "type"), [(PDF, "PDF"), (png(), "PNG"), (JPEG, "JPG")])
def test_pdf_png_and_jpeg_are_accepted(vendor: Vendor, content: bytes, type: str) -> None:
    vendor.send_scans(content)
    assert {(s["state"], s["type"], s["size"]) for s in _scans(vendor)} == {
        ("accepted", type, len(content))
    }


@pytest.mark.parametrize("content", NOT_SCANS)
def test_anything_else_is_refused_whatever_it_is_called(vendor: Vendor, content: bytes) -> None:
    vendor.send_scans(content)
    assert {s["state"] for s in _scans(vendor)} == {"refused"}
    page = vendor.browser.get(f"{vendor.link}/dokumen")
    assert "bukan PDF, JPG, atau PNG" in page.error("berkas-ktp-direksi")
    assert program("POST", f"{vendor.link}/kirim", {"consent": "ya"}).status == 422


def test_a_better_scan_takes_the_place_of_a_refused_one(desk: Desk, vendor: Vendor) -> None:
    vendor.send_scans(b"MZ")
    desk.later(minutes=1)
    vendor.send_scans(PDF)
    assert {s["state"] for s in _scans(vendor)} == {"accepted"}
    assert vendor.submit().status == 303


def test_what_is_kept_is_exactly_the_bytes_that_were_looked_at(desk: Desk, vendor: Vendor) -> None:
    """G13: a later posting to the same key changes nothing."""
    key = _scans(vendor)[0]["form"]["fields"]["key"]  # type: ignore[index]
    desk.arrive(key, PDF)
    desk.world.scans.put(key, b"MZ")
    kept = desk.case().documents["ktp-direksi"]
    assert kept.sha256 == hashlib.sha256(PDF).hexdigest()
    assert desk.world.scans.read(kept.key, kept.version)[0] == PDF


def test_the_stores_second_word_on_a_scan_changes_nothing(desk: Desk, vendor: Vendor) -> None:
    vendor.send_scans(PDF)
    before = desk.history()
    kept = desk.case().documents["ktp-direksi"]
    desk.world.scans.versions[kept.key].pop()
    desk.arrive(kept.key, PDF)
    assert desk.history() == before


@pytest.mark.parametrize("name", ["bukti", "ktp", "usaha", "x" * 300])
def test_a_scan_that_nobody_asked_for_is_ignored(desk: Desk, vendor: Vendor, name: str) -> None:
    before = desk.case()
    desk.arrive(key_of(before.id, name, upload_of(before.rounds, "x")), PDF)
    assert desk.case() == before


def test_a_scan_of_an_unknown_case_is_ignored(desk: Desk, vendor: Vendor) -> None:
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


def test_a_key_says_nothing_of_the_person_or_the_file(vendor: Vendor) -> None:
    """G8."""
    for scan in _scans(vendor):
        key = scan["form"]["fields"]["key"]  # type: ignore[index]
        assert key.split("/")[:2] == [vendor.number, scan["id"]]
        assert vendor.address not in key


def test_the_page_waits_for_a_scan_that_is_on_its_way(vendor: Vendor) -> None:
    after = str(_scans(vendor)[0]["form"]["script"]["after"])  # type: ignore[index]
    page = vendor.browser.get(after)
    assert "Sedang diperiksa" in page.body
    assert '<meta http-equiv="refresh"' in page.body


def test_an_officer_sees_a_scan_by_an_address_of_its_own(desk: Desk) -> None:
    _, siti = reach(desk, "checking")
    kept = desk.case().documents["ktp-direksi"]
    answer = siti.at(f"{siti.task}/dokumen/ktp-direksi", {})
    assert answer.status == 303
    assert f"version={kept.version}" in answer.location
    assert siti.browser.get(f"{siti.task}/dokumen/bukti").status == 404
    assert siti.browser.get(f"{siti.task}/dokumen/..").status == 404
