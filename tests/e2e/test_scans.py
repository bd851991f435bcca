"""Scans on the deployed store: what it takes, and what becomes of it."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from infra.demo.applicant import Applicant
from infra.demo.papers import png
from tests.e2e.conftest import Tell


@pytest.fixture(scope="module")
def applicant(tell: Tell) -> Applicant:
    walk = tell("batang-daring")
    walk.until_at("apply")
    walk.applicant.fill_in()
    return walk.applicant


def test_a_program_named_pdf_is_not_accepted(applicant: Applicant) -> None:
    applicant.send_scan(applicant.scans()[0], b"MZ\x90\x00 this is a program")
    scan = applicant.scans()[0]
    assert scan["state"] == "refused"
    assert "bukan PDF" in scan["problem"]


@pytest.mark.parametrize("content", [b"", b"x" * 5_000_001], ids=["empty", "a byte too many"])
def test_the_store_itself_refuses_a_scan_of_the_wrong_size(
    applicant: Applicant, content: bytes
) -> None:
    form = applicant.scans()[0]["form"]
    assert applicant.client.upload(form, "besar.png", content).status in {400, 403}


@pytest.mark.parametrize("change", [{"key": "lain/ktp-direksi/x"}, {"Content-Type": "text/html"}])
def test_the_store_itself_refuses_another_key_or_type(
    applicant: Applicant, change: dict[str, str]
) -> None:
    form = applicant.scans()[0]["form"]
    form["fields"] |= change
    assert applicant.client.upload(form, "pindai.png", png()).status in {400, 403}


def test_a_scan_goes_through_quarantine_and_is_kept_without_what_was_hidden_in_it(
    applicant: Applicant,
) -> None:
    """G13: two pages, of which only what can be seen is left."""
    name = applicant.scans()[1]["id"]
    for form in ("form", "more"):
        scan = _scan(applicant, name)
        applicant.send_scan({**scan, "form": scan[form]}, png() + b"<script>alert(1)</script>")
    kept = _scan(applicant, name)["kept"]
    assert len(kept) == 2
    for file in kept:
        whole, small = (applicant.client.file(file[what]) for what in ("look", "preview"))
        assert b"<script>" not in whole
        assert (Image.open(BytesIO(whole)).size, Image.open(BytesIO(small)).format) == (
            (320, 200), "JPEG",
        )  # fmt: skip


def test_what_was_sent_is_taken_back(applicant: Applicant) -> None:
    scan = applicant.scans()[0]
    applicant.send_scan(scan, png())
    applicant.client.post(_scan(applicant, scan["id"])["discard"])
    assert _scan(applicant, scan["id"])["kept"] == []


def _scan(applicant: Applicant, name: str) -> dict[str, Any]:
    (found,) = [scan for scan in applicant.scans() if scan["id"] == name]
    return found
