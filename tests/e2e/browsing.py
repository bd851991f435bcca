"""What people do on the pages, in their own words."""

import secrets
from pathlib import Path

from playwright.sync_api import Page, expect

from infra.demo.inbox import Inbox
from infra.demo.papers import company
from infra.demo.people import OFFICE_CALL
from infra.local.claim import ROOT
from infra.local.stage import Stage

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


def follow(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).click()


def heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def register(page: Page, stage: Stage, inbox: Inbox) -> str:
    page.goto(stage.site)
    follow(page, "Mulai")
    page.fill("#email", inbox.address)
    press(page, "Kirim tautan")
    heading(page, "Periksa kotak masuk Anda")
    return inbox.link("Tautan formulir", "/p/")


def fill_in(page: Page, link: str, way: str) -> None:
    answers = company(secrets.randbits(32))
    page.goto(link)
    follow(page, "Data usaha")
    page.check(f"[value={answers['usaha'].pop('bentuk')}]")
    for section in answers.values():
        for field, value in section.items():
            page.fill(f"#{field}", value)
        press(page, "Simpan dan lanjutkan")
    page.check(f"[value={way}]")
    press(page, "Simpan dan lanjutkan")


def upload(page: Page, scan: Path) -> None:
    follow(page, "Dokumen")
    for name in ("ktp-direksi", "npwp-perusahaan"):
        page.set_input_files(f"#berkas-{name}", scan)
        page.locator(f"#{name} button").click()
        expect(page.locator(f"#{name}")).to_contain_text("Diterima", timeout=15_000)
    follow(page, "Lanjutkan")


def send(page: Page) -> None:
    follow(page, "Periksa jawaban dan kirim")
    page.check("#consent")
    press(page, "Kirim permohonan")
    heading(page, "Permohonan terkirim")


def schedule(page: Page, officer: Inbox, number: str) -> None:
    page.goto(officer.link(f"Penjadwalan panggilan video, {number}", "/t/"))
    page.fill("#date", "2099-01-01")
    page.fill("#time", "10:00")
    page.fill("#url", OFFICE_CALL)
    press(page, "Kirim jadwal")
    expect(page.get_by_role("alert")).to_contain_text("paling lama 60 hari")
    page.fill("#date", page.evaluate("new Date(Date.now() + 2 * 864e5).toISOString().slice(0, 10)"))
    press(page, "Kirim jadwal")
    heading(page, "Tercatat")


def check(page: Page, officer: Inbox, number: str, scan: Path) -> None:
    page.goto(officer.link(f"Verifikasi dokumen, {number}", "/t/"))
    expect(page.locator("img.scan")).to_have_count(2)
    assert page.locator("img.scan").first.evaluate("image => image.naturalWidth") == 320
    page.set_input_files("#berkas-bukti", scan)
    press(page, "Unggah")
    expect(page.get_by_role("link", name="Lihat tangkapan layar")).to_be_visible(timeout=15_000)
    for choice in page.get_by_role("radio", name="Sesuai", exact=True).all():
        choice.check()
    press(page, "Semua sesuai")
    heading(page, "Tercatat")


def approve(page: Page, officer: Inbox, number: str, password: str) -> None:
    page.goto(officer.link(f"aktivasi akun, {number}", "/t/"))
    page.fill("#user_id", f"cv.{secrets.token_hex(4)}")
    page.fill("#password", password)
    press(page, "Setujui dan kirim akun")
    heading(page, "Tercatat")


def judge_all_in_order(page: Page, officer: Inbox, number: str) -> None:
    page.goto(officer.link(f"Verifikasi dokumen, {number}", "/t/"))
    for choice in page.get_by_role("radio", name="Sesuai", exact=True).all():
        choice.check()
    press(page, "Semua sesuai")


def number_on(page: Page) -> str:
    """The case number on the confirmation page."""
    return page.locator(".panel").inner_text().split()[-1]


def faults(page: Page) -> list[str]:
    """What axe finds wrong for people who see, hear or move less."""
    page.add_script_tag(path=AXE)
    found: list[str] = page.evaluate(
        "axe.run().then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ' ' + n.html)))"
    )
    return found
