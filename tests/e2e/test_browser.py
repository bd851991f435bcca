"""What people click, in Chromium: a vendor on a phone, an officer at a desk."""

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from infra.demo.client import Client
from infra.demo.inbox import Inbox
from infra.demo.papers import png
from infra.local.stage import Stage
from tests.e2e.browsing import (
    approve,
    check,
    faults,
    fill_in,
    follow,
    heading,
    judge_all_in_order,
    number_on,
    press,
    register,
    schedule,
    send,
    upload,
)

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def phone(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=PHONE, java_script_enabled=request.param)
    yield context
    context.close()


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=DESK)
    yield context.new_page()
    context.close()


@pytest.fixture
def inbox(stage: Stage, client: Client) -> Inbox:
    return Inbox(client, stage.mailbox, f"browser-{secrets.token_hex(4)}@contoh.test")


@pytest.fixture
def officer(stage: Stage, client: Client) -> Inbox:
    return Inbox(client, stage.mailbox, stage.staff[0]["email"])


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    file = tmp_path / "pindai.png"
    file.write_bytes(png())
    return file


def test_a_vendor_gets_an_account_by_video(
    stage: Stage, phone: BrowserContext, desk: Page, inbox: Inbox, officer: Inbox, scan: Path
) -> None:
    page = phone.new_page()
    link = register(page, stage, inbox)
    fill_in(page, link, "daring")
    upload(page, scan)
    send(page)
    number = number_on(page)
    schedule(desk, officer, number)
    check(desk, officer, number, scan)
    approve(desk, officer, number, "Awal-2026-rahasia")
    page.goto(inbox.link("sudah aktif", "/p/"))
    page.fill("#fact", "0000000000000000")
    press(page, "Tampilkan kata sandi awal")
    expect(page.get_by_role("alert")).to_contain_text("Sisa percobaan: 4")


def test_the_password_is_read_once(
    stage: Stage, browser: Browser, desk: Page, inbox: Inbox, officer: Inbox
) -> None:
    page = browser.new_context(viewport=PHONE).new_page()
    fill_in(page, register(page, stage, inbox), "tatap-muka")
    follow(page, "Penanggung jawab")
    nik = page.locator("#nik").input_value()
    press(page, "Simpan dan lanjutkan")
    send(page)
    number = number_on(page)
    judge_all_in_order(desk, officer, number)
    expect(desk.get_by_role("alert")).to_contain_text("dokumen asli sudah Anda lihat")
    desk.check("#originals")
    desk.check("#copies")
    press(desk, "Semua sesuai")
    approve(desk, officer, number, "Awal-2026-rahasia")
    account = inbox.link("sudah aktif", "/p/")
    page.goto(account)
    page.fill("#fact", nik)
    press(page, "Tampilkan kata sandi awal")
    expect(page.locator("#kata-sandi")).to_have_text("Awal-2026-rahasia")
    page.goto(account)
    expect(page.locator("main")).to_contain_text("sudah ditampilkan")


def test_what_was_typed_stays_and_the_fault_is_named_beside_it(
    stage: Stage, phone: BrowserContext, inbox: Inbox
) -> None:
    page = phone.new_page()
    page.goto(register(page, stage, inbox) + "/data/penanggung-jawab")
    page.fill("#nama", "Dewi <b>Lestari</b>")
    page.fill("#nik", "12")
    press(page, "Simpan dan lanjutkan")
    expect(page.locator("#nik-galat")).to_contain_text("16 angka")
    expect(page.locator("#nama")).to_have_value("Dewi <b>Lestari</b>")
    expect(page.get_by_role("alert").get_by_role("link")).to_have_attribute("href", "#nik")


def test_the_form_cookie_is_bound_to_the_host(stage: Stage, phone: BrowserContext) -> None:
    page = phone.new_page()
    page.goto(stage.site)
    [cookie] = phone.cookies()
    assert cookie["name"].startswith("__Host-")
    assert cookie["secure"]
    assert cookie["httpOnly"]


def test_the_queue_shows_what_waits_the_oldest_due_first(
    stage: Stage, desk: Page, officer: Inbox
) -> None:
    desk.goto(f"{stage.site}/petugas")
    desk.fill("#email", officer.address)
    press(desk, "Kirim tautan antrean")
    desk.goto(officer.link("Tautan antrean", "/antrean/"))
    heading(desk, f"Antrean {stage.staff[0]['name']}")


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A page into which axe may be put."""
    context = browser.new_context(viewport=PHONE, bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", ["/", "/daftar/batang-pelaku-usaha", "/status", "/petugas", "/x"])
def test_no_public_page_shuts_anyone_out(stage: Stage, reader: Page, path: str) -> None:
    reader.goto(stage.site + path)
    assert faults(reader) == []


def test_no_page_of_a_case_shuts_anyone_out(
    stage: Stage, reader: Page, inbox: Inbox, officer: Inbox, scan: Path
) -> None:
    link = register(reader, stage, inbox)
    reader.goto(f"{link}/data/usaha")
    press(reader, "Simpan dan lanjutkan")
    assert faults(reader) == []
    fill_in(reader, link, "daring")
    assert faults(reader) == []
    upload(reader, scan)
    reader.goto(f"{link}/kirim")
    assert faults(reader) == []
    reader.goto(link)
    send(reader)
    number = number_on(reader)
    assert faults(reader) == []
    schedule(reader, officer, number)
    reader.goto(officer.link(f"Verifikasi dokumen, {number}", "/t/"))
    assert faults(reader) == []
