"""Somebody complains on a telephone, without a name, and follows their complaint."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from infra.demo.papers import png
from infra.local.stage import Stage
from tests.e2e.browsing import PHONE, follow, heading, press, sound

REPORT = {"perihal": "Loket tutup sebelum waktunya", "uraian": "Pukul 14 sudah tutup.\nHari Senin."}
CHOICES = ("jenis-pengaduan", "terlapor-layanan", "identitas-anonim")
PATIENCE = 30_000


def _nothing(page: Page) -> None:
    """Without scripts nothing can be measured."""


@pytest.mark.parametrize(("scripts", "look"), [(True, sound), (False, _nothing)])
def test_a_complaint_without_a_name_is_lodged_followed_and_left(
    stage: Stage, browser: Browser, scripts: bool, look: Callable[[Page], None]
) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(stage.site)
    follow(page, "Sampaikan pengaduan")
    look(page)
    follow(page, "LPSE Kabupaten Batang")
    page.check("[value=sanggah]")
    look(page)
    press(page, "Lanjutkan")
    look(page)
    follow(page, "Tetap sampaikan laporan")
    number, secret = _lodge(page, look)
    _converse(page, look)
    _attach(page, look)
    _leave(page, look)
    _enter(page, number, secret)
    expect(page.locator("main")).to_contain_text("Apakah sudah dibaca?")
    context.close()


def _lodge(page: Page, look: Callable[[Page], None]) -> tuple[str, str]:
    look(page)
    for name, words in REPORT.items():
        page.fill(f"#{name}", words)
    press(page, "Kirim laporan")
    look(page)
    for choice in CHOICES:
        name, _, value = choice.partition("-")
        page.check(f'[name="{name}"][value="{value}"]')
    expect(page.locator("#uraian")).to_have_value(REPORT["uraian"])
    press(page, "Kirim laporan")
    heading(page, "Laporan Anda diterima")
    look(page)
    number, secret = page.locator(".receipt .number").all_inner_texts()
    return number, secret


def _converse(page: Page, look: Callable[[Page], None]) -> None:
    """The page loads itself again until an officer has it."""
    follow(page, "Lihat laporan")
    whose = page.get_by_text("Pejabat Pengelolaan Pengaduan").first
    expect(whose).to_be_visible(timeout=PATIENCE)
    look(page)
    follow(page, "Tulis pesan")
    look(page)
    page.fill("#text", "Apakah sudah dibaca?")
    press(page, "Kirim pesan")
    heading(page, "Laporan Anda")


def _attach(page: Page, look: Callable[[Page], None]) -> None:
    follow(page, "Lampirkan berkas")
    look(page)
    photo = {"name": "foto.png", "mimeType": "image/png", "buffer": png()}
    page.set_input_files("#berkas-lampiran", photo)  # type: ignore[arg-type]
    press(page, "Unggah")
    expect(page.locator(".tag-good").first).to_be_visible(timeout=PATIENCE)
    follow(page, "Lanjutkan")
    expect(page.locator("main")).to_contain_text("Terlampir: Lampiran.")


def _leave(page: Page, look: Callable[[Page], None]) -> None:
    follow(page, "Selesai, hapus dari peramban ini")
    look(page)
    press(page, "Selesai, hapus dari peramban ini")
    heading(page, "Sampaikan pengaduan")


def _enter(page: Page, number: str, secret: str) -> None:
    follow(page, "Ikuti laporan Anda")
    page.fill("#number", number)
    page.fill("#secret", secret)
    press(page, "Buka laporan")
    heading(page, "Laporan Anda")
