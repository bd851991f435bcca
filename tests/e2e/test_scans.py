"""Scans on the deployed store: what it takes, and what becomes of it."""

import pytest

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
