"""What is printed and what is kept: PDFs at their time, and the archive's very bytes."""

import hashlib
from collections.abc import Callable

import pytest

from functions.register.cleansing import cleansed
from infra.demo.papers import PDF, png
from tests.desk.browser import Browser, ask, program
from tests.desk.office import Desk
from tests.desk.walk import Walk
from tests.desk.walks import Babel, Kemenperin, Melawi

Where = Callable[[Walk], str]


def _mine(page: str) -> Where:
    return lambda walk: walk.applicant.link + page


def _task(role: str, page: str) -> Where:
    return lambda walk: walk.officer(role).task + page


PRINTED: list[tuple[type[Walk], str, Where]] = [
    (Melawi, "signing", _mine("/pernyataan/pdf")),
    (Babel, "registered", _mine("/formulir/formulir-layanan")),
    (Babel, "filled", _mine("/formulir/formulir-layanan")),
    (Babel, "at the division", _task("kepala-bagian", "/disposisi/pdf")),
    (Babel, "approving", _task("admin-lpse", "/disposisi/pdf")),
    (Kemenperin, "receiving", _task("tim-pengelola", "/disposisi/pdf")),
    (Kemenperin, "correcting", _task("kepala-lpse", "/surat/pdf")),
    (Kemenperin, "signing", _task("kepala-ukpbj", "/surat/pdf")),
    (Kemenperin, "archiving", _task("tim-pengelola", "/surat/pdf")),
]
TOO_SOON: list[tuple[type[Walk], str, Where, int]] = [
    (Melawi, "approving", _mine("/pernyataan/pdf"), 409),
    (Melawi, "closed", _mine("/pernyataan/pdf"), 409),
    (Melawi, "signing", _mine("/pernyataan/salinan"), 404),
    (Melawi, "filled", _mine("/formulir/ktp"), 404),
    (Babel, "filled", _mine("/formulir/surat-permohonan"), 404),
    (Babel, "at the bureau", _task("kepala-biro", "/disposisi/pdf"), 404),
    (Babel, "at the bureau", _task("kepala-biro", "/surat/pdf"), 409),
    (Kemenperin, "drafting", _task("tim-pengelola", "/surat/pdf"), 409),
    (Kemenperin, "archiving", _mine("/surat"), 404),
]


@pytest.mark.parametrize(("walk", "stage", "where"), PRINTED)
def test_a_paper_is_a_pdf_that_nobody_keeps(
    desk: Desk, walk: type[Walk], stage: str, where: Where
) -> None:
    there = walk(desk).to(stage)
    before = desk.state()
    answer = ask("GET", where(there))
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    assert answer.headers["cache-control"] == "no-store"
    assert desk.state() == before, "looking changes nothing (G5)"


@pytest.mark.parametrize(("walk", "stage", "where", "status"), TOO_SOON)
def test_at_the_wrong_time_there_is_none(
    desk: Desk, walk: type[Walk], stage: str, where: Where, status: int
) -> None:
    there = walk(desk).to(stage)
    assert Browser().get(where(there)).status == status
    assert program("GET", where(there)).status == status


def test_the_disposition_sheet_grows_with_the_chain(desk: Desk) -> None:
    walk = Babel(desk).to("approving")
    ask("GET", f"{walk.officer('admin-lpse').task}/disposisi/pdf")
    said = desk.world.press.papers[-1].model_dump_json()
    for words in ("Tindak lanjuti permohonan User ID ini.", "Buatkan segera.", "Hendra Gunawan",
                  "Kepala Sub Bagian Pengelolaan SPSE", "Admin LPSE"):  # fmt: skip
        assert words in said


def test_the_form_is_filled_in_from_the_answers(desk: Desk) -> None:
    walk = Babel(desk).to("filled")
    ask("GET", f"{walk.applicant.link}/formulir/formulir-layanan")
    said = desk.world.press.papers[-1].model_dump_json()
    for words in ("Formulir Layanan LPSE", "Rahma Putri", "Dinas Contoh", "31 Desember 2026"):
        assert words in said


def test_a_typed_statement_is_archived_under_the_hash_that_case_and_history_hold(
    desk: Desk,
) -> None:
    walk = Melawi(desk).to("closed")
    ((key, (content, kind)),) = desk.world.archive.kept.items()
    signed, digest = desk.case().statement, hashlib.sha256(content).hexdigest()
    assert key == f"{desk.case().id}/pernyataan/{digest}"
    assert (signed.sha256, signed.name, kind) == (digest, "Dewi Lestari", "application/pdf")
    assert desk.history("decided")[-1].detail["sha256"] == digest
    assert b"Dewi Lestari" in content
    assert key in Browser().get(f"{walk.applicant.link}/pernyataan/salinan").location


def test_an_uploaded_statement_is_archived_as_it_was_made_anew(desk: Desk) -> None:
    walk, scan = Melawi(desk).to("signing"), png()
    walk.applicant.upload_statement(scan)
    walk.applicant.do("/pernyataan", {"way": "unggah"})
    ((key, kept),) = desk.world.archive.kept.items()
    clean = cleansed(scan)
    assert kept == (clean.content, clean.type)
    digest = hashlib.sha256(clean.content).hexdigest()
    assert desk.case().statement.sha256 == digest == key.split("/")[-1]
    assert desk.case().statement.name == ""


def test_no_statement_is_signed_without_name_consent_or_scan(desk: Desk) -> None:
    walk = Melawi(desk).to("signing")
    page = walk.applicant
    assert page.do("/pernyataan", {"way": "ketik", "consent": "ya"}).error("name")
    assert page.do("/pernyataan", {"way": "ketik", "name": "Dewi"}).error("consent")
    answer = page.do("/pernyataan", {"way": "unggah"})
    assert "Unggah surat pernyataan" in answer.error("berkas-pernyataan")
    assert desk.world.archive.kept == {}


def test_a_statement_that_is_no_scan_is_refused_in_words(desk: Desk) -> None:
    walk = Melawi(desk).to("signing")
    walk.applicant.upload_statement(b"MZ\x90\x00")
    assert "bukan PDF, JPG, atau PNG" in Browser().get(f"{walk.applicant.link}/pernyataan").body
    assert walk.applicant.do("/pernyataan", {"way": "unggah"}).status == 422


def test_the_letter_is_archived_byte_for_byte_and_sent(desk: Desk) -> None:
    """Row 12: number, hash, unchanged."""
    walk = Kemenperin(desk).to("closed")
    ((key, kept),) = desk.world.archive.kept.items()
    letter, digest = desk.case().notification, hashlib.sha256(PDF).hexdigest()
    assert kept == (PDF, "application/pdf")
    assert key == f"{desk.case().id}/surat/{digest}"
    assert (letter.sha256, letter.number) == (digest, "B/12/UKPBJ/III/2026")
    decided = {e.detail["step"]: e.detail.get("sha256") for e in desk.history("decided")}
    assert decided["tanda-tangan"] == decided["arsip"] == digest
    assert key in Browser().get(f"{walk.applicant.link}/surat").location
    (mail,) = desk.mails(walk.applicant.address, "Surat pemberitahuan")
    assert "B/12/UKPBJ/III/2026" in mail.text
