"""What the press Lambda prints, and what the archive keeps."""

import hashlib
from io import BytesIO

import pytest
from pypdf import PdfReader

from functions.core.sop import Sop
from functions.sops import services
from infra.demo.client import Client
from infra.demo.inbox import until
from infra.demo.walk import Walk
from tests.e2e.conftest import Tell

SOPS = [sop.id for sop in services()]


def text(pdf: bytes) -> str:
    """The words of a PDF, whatever its line breaks."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


@pytest.mark.parametrize("sop", services(), ids=SOPS)
def test_an_sop_is_printed_whole(client: Client, sop: Sop) -> None:
    printed = text(client.file(f"/sop/{sop.id}/pdf"))
    assert sop.title.split()[0] in printed
    for row in sop.rows:
        assert " ".join(row.text.split()[:3]) in printed


@pytest.mark.parametrize("sop", SOPS)
def test_a_flowchart_is_drawn_and_printed(client: Client, sop: str) -> None:
    assert client.get(f"/sop/{sop}/diagram.svg", accept="*/*").body.startswith(b"<svg")
    assert text(client.file(f"/sop/{sop}/diagram/pdf"))


def test_the_service_form_is_filled_in(told: dict[str, Walk]) -> None:
    walk = told["babel-jeda"]
    link = walk.applicant.link
    form = text(walk.applicant.client.file(f"{link}/formulir/formulir-layanan"))
    for name in ("nama", "nip", "nomor-surat", "nama-instansi"):
        assert walk.story.given[name] in form


def test_the_sheet_grows_with_the_chain(tell: Tell) -> None:
    walk = tell("babel-jeda")
    step = walk.until_at("account")
    client = walk.officer(step.by).client
    sheet = text(client.file(f"{walk.task(step)}/disposisi/pdf"))
    places = [sheet.index(name) for name in ("Hendra Gunawan", "Ratna Dewi", "Iwan Setiawan")]
    assert places == sorted(places)
    assert "lanjutkan ke Sub Bagian" in sheet


def test_a_typed_statement_is_kept_as_it_was_read(told: dict[str, Walk]) -> None:
    walk = told["melawi-kuasa"]
    kept = text(walk.applicant.client.file(f"{walk.applicant.link}/pernyataan/salinan"))
    for said in ("Rudi Hartono", walk.story.user_id, "Disetujui secara elektronik"):
        assert said in kept


def test_a_statement_signed_by_hand_is_kept_as_it_was_made_anew(tell: Tell) -> None:
    walk = tell("melawi-perorangan")
    walk.until_at("statement")
    applicant = walk.applicant
    page = applicant.inbox.link("surat pernyataan", "/p/")
    signed = applicant.client.file(f"{page}/pdf") + b"% by hand, in blue\n"
    applicant.client.upload(applicant.client.view(page)["form"], "surat.pdf", signed)
    until(lambda: applicant.client.view(page)["uploaded"] or None, "the statement")
    applicant.client.post(page, way="unggah")
    assert walk.run()["standing"]["state"] == "Selesai"
    kept = applicant.client.file(f"{applicant.link}/pernyataan/salinan")
    assert b"by hand, in blue" not in kept
    assert text(kept) == text(signed)


def test_the_archived_letter_is_the_signed_one_to_the_byte(tell: Tell) -> None:
    walk = tell("kemenperin-satu-ppk")
    step = walk.until_at("sign")
    client, task = walk.officer(step.by).client, walk.task(step)
    signed = client.file(f"{task}/surat/pdf") + b"% sealed outside\n"
    client.upload(client.view(task)["form"], "surat.pdf", signed)
    seen = until(lambda: client.view(task)["sha256"] or None, "the signed letter")
    client.post(f"{task}/tanda-tangan", outcome="ditandatangani", sha256=seen)
    step = walk.until_at("archive")
    kept = walk.officer(step.by).client.view(walk.task(step))
    assert kept["sha256"] == hashlib.sha256(signed).hexdigest()
    walk.act(step)
    walk.run()
    link = walk.applicant.inbox.link("Surat pemberitahuan", "/p/")
    assert client.file(link) == signed
    for said in ("Gilang Ramadhan", "Balai Contoh Tekstil", "Surat Pemberitahuan"):
        assert said in text(signed)
