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


def test_scans_go_through_quarantine_and_are_kept_without_what_was_hidden_in_them(
    applicant: Applicant,
) -> None:
    """G13: two pages, of which only what can be seen is left; then another in the first's place."""
    name = applicant.scans()[1]["id"]
    for form in ("form", "more"):
        _send(applicant, name, _scan(applicant, name)[form], png())
    first, second = _scan(applicant, name)["kept"]
    before = [_seen(applicant, file) for file in (first, second)]
    page = applicant.client.view(first["replace"])
    _send(applicant, name, page["form"], png(200, 320))
    after = [_seen(applicant, file) for file in _scan(applicant, name)["kept"]]
    assert [image.size for image in before] == [(320, 200)] * 2
    assert [image.size for image in after] == [(200, 320), (320, 200)]
    assert after[1] == before[1]


def test_what_was_sent_is_taken_back(applicant: Applicant) -> None:
    scan = applicant.scans()[0]
    applicant.send_scan(scan, png())
    applicant.client.post(_scan(applicant, scan["id"])["discard"])
    assert _scan(applicant, scan["id"])["kept"] == []


def _scan(applicant: Applicant, name: str) -> dict[str, Any]:
    (found,) = [scan for scan in applicant.scans() if scan["id"] == name]
    return found


def _send(applicant: Applicant, name: str, form: dict[str, Any], content: bytes) -> None:
    """By this form, with something behind the end of the picture."""
    scan = {**_scan(applicant, name), "form": form}
    applicant.send_scan(scan, content + b"<script>alert(1)</script>")


def _seen(applicant: Applicant, file: dict[str, Any]) -> Image.Image:
    """What is kept of a file, which has a small picture too."""
    whole, small = (applicant.client.file(file[what]) for what in ("look", "preview"))
    assert b"<script>" not in whole
    assert Image.open(BytesIO(small)).format == "JPEG"
    return Image.open(BytesIO(whole))
