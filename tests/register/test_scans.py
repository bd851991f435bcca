"""A scan that arrived: judged by its bytes, kept only where the case asks for it (G13)."""

import hashlib
from typing import Any
from urllib.parse import urlencode

import pytest

from functions.core.errors import Unavailable
from functions.core.scans import key_of, upload_of
from functions.register.cleansing import cleansed
from functions.register.scans import handler
from functions.web.waiting import TURNS
from infra.demo.papers import PDF, png
from tests.desk.browser import program
from tests.desk.office import Desk
from tests.desk.people import COMPANY, Vendor
from tests.desk.stages import GAPS, reach

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


@pytest.mark.parametrize(("content", "type"), [(PDF, "PDF"), (png(), "JPG")])
def test_pdfs_and_pictures_are_accepted_and_kept_as_made_anew(
    desk: Desk, vendor: Vendor, content: bytes, type: str
) -> None:
    """G13."""
    vendor.send_scans(content)
    clean = cleansed(content)
    assert {s["state"] for s in _scans(vendor)} == {"accepted"}
    assert {s["kept"][0]["label"].split(",")[0] for s in _scans(vendor)} == {type}
    (leaf,) = desk.case().documents["ktp-direksi"].leaves
    assert leaf.sha256 == hashlib.sha256(clean.content).hexdigest() == leaf.key.split("/")[-1]
    assert desk.world.clean.read(leaf.key, leaf.version) == clean.content


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
    key = _key(vendor)
    desk.arrive(key, PDF)
    desk.world.scans.put(key, b"MZ")
    (leaf,) = desk.case().documents["ktp-direksi"].leaves
    kept = desk.world.clean.read(leaf.key, leaf.version)
    assert kept == cleansed(PDF).content
    assert leaf.sha256 == hashlib.sha256(kept).hexdigest()


def test_the_stores_second_word_on_a_scan_changes_nothing(desk: Desk, vendor: Vendor) -> None:
    vendor.send_scans(PDF)
    before = desk.case()
    for key, kept in desk.world.scans.versions.items():
        handler(_created(key, f"v{len(kept)}"), None)
    assert desk.case() == before


def test_a_store_that_names_no_version_is_asked_for_the_latest(desk: Desk, vendor: Vendor) -> None:
    key = _key(vendor)
    desk.world.scans.put(key, b"MZ", desk.now)
    desk.world.scans.put(key, PDF, desk.now)
    handler({"detail": {"object": {"key": key}}}, None)
    assert desk.case().documents["ktp-direksi"].arrivals[0].endswith("/v2")


@pytest.mark.parametrize(("word", "said"), [("threat", "berbahaya"), ("unknown", "diperiksa")])
def test_what_the_scanner_warns_of_or_cannot_judge_is_refused_in_words(
    desk: Desk, vendor: Vendor, word: str, said: str
) -> None:
    """G20: fail closed; nothing of it gets into the clean store."""
    desk.world.malware.word = word
    vendor.send_scans()
    assert {s["state"] for s in _scans(vendor)} == {"refused"}
    assert said in _scans(vendor)[0]["problem"]
    assert desk.world.clean.versions == {}
    assert desk.history("refused-document")[0].detail["sha256"]


def test_what_the_scanner_has_not_judged_yet_waits_for_its_word(desk: Desk, vendor: Vendor) -> None:
    key = _key(vendor)
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
    desk: Desk, vendor: Vendor
) -> None:
    """The tag is believed, not the event."""
    desk.world.malware.word = "pending"
    key = _key(vendor)
    desk.arrive(key, PDF)
    detail = {"s3ObjectDetails": {"objectKey": key, "versionId": "v1"},
              "scanResultDetails": {"scanResultStatus": "NO_THREATS_FOUND"}}  # fmt: skip
    handler({"detail": detail}, None)
    assert "ktp-direksi" not in desk.case().documents


@pytest.mark.parametrize("port", ["scans", "malware", "clean", "cases"])
def test_an_examination_that_fails_is_repeated_from_the_start(
    desk: Desk, vendor: Vendor, port: str
) -> None:
    """G20: the event is tried again, and the same bytes come to the same place."""
    key, before = _key(vendor), desk.case()
    desk.world.scans.put(key, PDF, desk.now)
    with desk.down(port), pytest.raises(Unavailable):
        handler(_created(key, "v1"), None)
    assert desk.case() == before
    handler(_created(key, "v1"), None)
    assert len(desk.case().documents["ktp-direksi"].leaves) == 1


def test_a_scan_that_nobody_invited_is_not_even_opened(desk: Desk, vendor: Vendor) -> None:
    for key in ("malware-protection-resource-validation-object", "a/b/c", "BTG-2222-2222/x/1-x"):
        handler(_created(key, "v1"), None)
    late = key_of(desk.case().id, "ktp-direksi", upload_of(99, "x"))
    handler(_created(late, "v1"), None)
    assert desk.world.clean.versions == {}


@pytest.mark.parametrize("name", ["bukti", "ktp", "usaha", "..", "'\"><b>", "x" * 300])
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


def test_the_page_does_not_wait_for_ever(vendor: Vendor) -> None:
    """G14: after three minutes it says so, and offers the form again."""
    after = str(_scans(vendor)[0]["form"]["script"]["after"])  # type: ignore[index]
    page = vendor.browser.get(f"{after}&ke={TURNS - 1}")
    assert f"ke={TURNS}" in page.body
    page = vendor.browser.get(f"{after}&ke={TURNS}")
    assert "Belum dapat diperiksa" in page.body
    assert '<meta http-equiv="refresh"' not in page.body
    assert 'id="berkas-ktp-direksi"' in page.body


@pytest.mark.parametrize("said", ["-1", "x", "9999", "'\"><script>", "\N{SUPERSCRIPT TWO}"])
def test_a_forged_count_of_turns_is_none(vendor: Vendor, said: str) -> None:
    after = str(_scans(vendor)[0]["form"]["script"]["after"])  # type: ignore[index]
    page = vendor.browser.get(f"{after}&{urlencode({'ke': said})}")
    assert "ke=1" in page.body


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


def _key(vendor: Vendor) -> str:
    """Where the first scan that is asked for may be posted."""
    return str(_scans(vendor)[0]["form"]["fields"]["key"])  # type: ignore[index]


def _created(key: str, version: str) -> dict[str, Any]:
    return {"detail": {"object": {"key": key, "version-id": version}}}
