"""A scan that arrived: judged by its bytes, kept only where the case asks for it (G13)."""

import hashlib
from typing import Any

import pytest

from functions.core.errors import Unavailable
from functions.core.scans import key_of, upload_of
from functions.register.cleansing import cleansed
from functions.register.scans import handler
from infra.demo.papers import PDF, png
from tests.desk.browser import program
from tests.desk.office import Desk
from tests.desk.people import Vendor
from tests.desk.stages import reach

NOT_SCANS = [b"MZ\x90\0exe", b"", b"<html>", b"PK\x03\x04zip", b"<svg/>", b"II*\0tiff",
             b" %PDF-1.4", b"GIF89a", b"\0\0\0\x18ftypheic", b"\x89PNG"]  # fmt: skip


def _scans(company: Vendor) -> list[dict[str, str]]:
    found: list[dict[str, str]] = program("GET", f"{company.link}/dokumen").view["scans"]
    return found


@pytest.mark.parametrize(("content", "type"), [(PDF, "PDF"), (png(), "JPG")])
def test_pdfs_and_pictures_are_accepted_and_kept_as_made_anew(
    desk: Desk, company: Vendor, content: bytes, type: str
) -> None:
    """G13."""
    company.send_scans(content)
    clean = cleansed(content)
    assert {s["state"] for s in _scans(company)} == {"accepted"}
    assert {s["kept"][0]["label"].split(",")[0] for s in _scans(company)} == {type}
    (leaf,) = desk.case().documents["ktp-direksi"].leaves
    assert leaf.sha256 == hashlib.sha256(clean.content).hexdigest() == leaf.key.split("/")[-1]
    assert desk.world.clean.read(leaf.key, leaf.version) == clean.content


@pytest.mark.parametrize("content", NOT_SCANS)
def test_anything_else_is_refused_whatever_it_is_called(company: Vendor, content: bytes) -> None:
    company.send_scans(content)
    assert {s["state"] for s in _scans(company)} == {"refused"}
    page = company.browser.get(f"{company.link}/dokumen")
    assert "bukan PDF, JPG, atau PNG" in page.error("berkas-ktp-direksi")
    assert program("POST", f"{company.link}/kirim", {"consent": "ya"}).status == 422


def test_a_better_scan_takes_the_place_of_a_refused_one(desk: Desk, company: Vendor) -> None:
    company.send_scans(b"MZ")
    desk.later(minutes=1)
    company.send_scans(PDF)
    assert {s["state"] for s in _scans(company)} == {"accepted"}
    assert company.submit().status == 303


def test_what_is_kept_is_exactly_the_bytes_that_were_looked_at(desk: Desk, company: Vendor) -> None:
    """G13: a later posting to the same key changes nothing."""
    key = _key(company)
    desk.arrive(key, PDF)
    desk.world.scans.put(key, b"MZ")
    (leaf,) = desk.case().documents["ktp-direksi"].leaves
    kept = desk.world.clean.read(leaf.key, leaf.version)
    assert kept == cleansed(PDF).content
    assert leaf.sha256 == hashlib.sha256(kept).hexdigest()


def test_the_stores_second_word_on_a_scan_changes_nothing(desk: Desk, company: Vendor) -> None:
    company.send_scans(PDF)
    before = desk.case()
    for key, kept in desk.world.scans.versions.items():
        handler(_created(key, f"v{len(kept)}"), None)
    assert desk.case() == before


def test_a_store_that_names_no_version_is_asked_for_the_latest(desk: Desk, company: Vendor) -> None:
    key = _key(company)
    desk.world.scans.put(key, b"MZ", desk.now)
    desk.world.scans.put(key, PDF, desk.now)
    handler({"detail": {"object": {"key": key}}}, None)
    assert desk.case().documents["ktp-direksi"].arrivals[0].endswith("/v2")


@pytest.mark.parametrize(("word", "said"), [("threat", "berbahaya"), ("unknown", "diperiksa")])
def test_what_the_scanner_warns_of_or_cannot_judge_is_refused_in_words(
    desk: Desk, company: Vendor, word: str, said: str
) -> None:
    """G20: fail closed; nothing of it gets into the clean store."""
    desk.world.malware.word = word
    company.send_scans()
    assert {s["state"] for s in _scans(company)} == {"refused"}
    assert said in _scans(company)[0]["problem"]
    assert desk.world.clean.versions == {}
    assert desk.history("refused-document")[0].detail["sha256"]


def test_what_the_scanner_has_not_judged_yet_waits_for_its_word(
    desk: Desk, company: Vendor
) -> None:
    key = _key(company)
    desk.world.malware.word = "pending"
    desk.arrive(key, PDF)
    assert desk.world.clean.versions == {}
    assert "ktp-direksi" not in desk.case().documents
    desk.world.malware.word = "clean"
    detail = {"s3ObjectDetails": {"bucketName": "b", "objectKey": key, "versionId": "v1"},
              "scanResultDetails": {"scanResultStatus": "NO_THREATS_FOUND"}}  # fmt: skip
    handler({"detail": detail}, None)
    assert len(desk.case().documents["ktp-direksi"].leaves) == 1


def test_a_word_that_comes_before_the_scanners_own_event_is_enough(
    desk: Desk, company: Vendor
) -> None:
    """The tag is believed, not the event."""
    desk.world.malware.word = "pending"
    key = _key(company)
    desk.arrive(key, PDF)
    detail = {"s3ObjectDetails": {"objectKey": key, "versionId": "v1"},
              "scanResultDetails": {"scanResultStatus": "NO_THREATS_FOUND"}}  # fmt: skip
    handler({"detail": detail}, None)
    assert "ktp-direksi" not in desk.case().documents


@pytest.mark.parametrize("port", ["scans", "malware", "clean", "cases"])
def test_an_examination_that_fails_is_repeated_from_the_start(
    desk: Desk, company: Vendor, port: str
) -> None:
    """G20: the event is tried again, and the same bytes come to the same place."""
    key, before = _key(company), desk.case()
    desk.world.scans.put(key, PDF, desk.now)
    with desk.down(port), pytest.raises(Unavailable):
        handler(_created(key, "v1"), None)
    assert desk.case() == before
    handler(_created(key, "v1"), None)
    assert len(desk.case().documents["ktp-direksi"].leaves) == 1


def test_a_scan_that_nobody_invited_is_not_even_opened(desk: Desk, company: Vendor) -> None:
    for key in ("malware-protection-resource-validation-object", "a/b/c", "BTG-2222-2222/x/1-x"):
        handler(_created(key, "v1"), None)
    late = key_of(desk.case().id, "ktp-direksi", upload_of(99, "x"))
    handler(_created(late, "v1"), None)
    assert desk.world.clean.versions == {}


def test_a_key_says_nothing_of_the_person_or_the_file(company: Vendor) -> None:
    """G8."""
    for scan in _scans(company):
        key = scan["form"]["fields"]["key"]  # type: ignore[index]
        assert key.split("/")[:2] == [company.number, scan["id"]]
        assert company.address not in key


def test_an_officer_sees_a_scan_marked_and_by_an_address_of_its_own(desk: Desk) -> None:
    _, siti = reach(desk, "checking")
    answer = siti.at(f"{siti.task}/dokumen/ktp-direksi", {})
    assert answer.status == 303
    ((leaves, lines),) = desk.world.stamps.shown
    assert [*leaves] == [*desk.case().documents["ktp-direksi"].leaves]
    assert [*lines] == [
        "LPSE Kabupaten Batang",
        "untuk tugas Verifikasi dokumen",
        "dilihat Siti Rahmawati, Senin, 9 Maret 2026 pukul 09.00 WIB",
    ]
    assert siti.browser.get(f"{siti.task}/dokumen/bukti").status == 404
    assert siti.browser.get(f"{siti.task}/dokumen/..").status == 404


def _key(company: Vendor) -> str:
    """Where the first scan that is asked for may be posted."""
    return str(_scans(company)[0]["form"]["fields"]["key"])  # type: ignore[index]


def _created(key: str, version: str) -> dict[str, Any]:
    return {"detail": {"object": {"key": key, "version-id": version}}}
