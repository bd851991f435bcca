"""What people click, in Chromium: applicants on a phone, officers at a desk."""

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from functions.sops import services
from infra.demo.inbox import Inbox
from infra.demo.papers import png
from infra.demo.story import Story, Turn
from infra.demo.walk import Walk, demand_rows, walk
from infra.local.stage import Stage
from tests.e2e.browsing import Critic, Person, follow, heading, press, sound
from tests.e2e.conftest import Tell

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
Inboxes = Callable[[str], Inbox]


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
def reader(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE)
    yield context.new_page()
    context.close()


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=DESK)
    yield context.new_page()
    context.close()


def clicked(stage: Stage, story: Story, inboxes: Inboxes, phone: Person, desk: Person) -> Walk:
    walked = walk(stage, story, inboxes, phone, desk)
    demand_rows(walked.story, walked.run())
    return walked


@pytest.mark.parametrize(
    "name", ["batang-daring", "melawi-kuasa", "babel-jeda", "kemenperin-tiga-akun"]
)
def test_a_case_is_clicked_through_and_no_page_shuts_anyone_out(
    stage: Stage,
    every_story: dict[str, Story],
    inboxes: Inboxes,
    reader: Page,
    desk: Page,
    name: str,
) -> None:
    critic = Critic()
    applicant, officer = (Person(stage.site, page, critic) for page in (reader, desk))
    told = clicked(stage, every_story[name], inboxes, applicant, officer).applicant
    for page in ("", "/tanda-terima"):
        applicant.open(told.link + page)
    expect(reader.locator("main")).to_contain_text(told.number)


def test_it_goes_without_scripts(
    stage: Stage, every_story: dict[str, Story], inboxes: Inboxes, browser: Browser
) -> None:
    contexts = [browser.new_context(viewport=v, java_script_enabled=False) for v in (PHONE, DESK)]
    phone, desk = (Person(stage.site, context.new_page()) for context in contexts)
    clicked(stage, every_story["melawi-perorangan"], inboxes, phone, desk)
    for context in contexts:
        context.close()


def test_heads_dispose_by_one_tap_on_a_phone(stage: Stage, tell: Tell, reader: Page) -> None:
    told = tell("babel-pejabat-pengadaan")
    for _ in range(3):
        step = told.until_at("dispose")
        reader.goto(told.task(step))
        sound(reader)
        reader.locator("button[name=instruction]").first.click()
        heading(reader, "Tercatat")
    assert told.until_at("account")


def test_links_lead_from_the_first_page_to_the_confirmation(
    stage: Stage, tell: Tell, phone: BrowserContext
) -> None:
    told = tell("batang-tatap-muka")
    page = phone.new_page()
    page.goto(stage.site)
    page.locator(f'a[href="/daftar/{told.sop.id}"]').first.click()
    page.fill("#email", told.applicant.inbox.address)
    press(page, "Kirim tautan")
    heading(page, "Periksa kotak masuk Anda")
    page.goto(told.applicant.inbox.link("Tautan formulir", "/p/"))
    follow(page, "Data usaha")
    for section, answers in told.story.answers.items():
        if section != "cara":
            _fill(page, answers)
    page.check("[value=tatap-muka]")
    press(page, "Simpan dan lanjutkan")
    follow(page, "Periksa jawaban dan kirim")
    page.check("#consent")
    press(page, "Kirim permohonan")
    heading(page, "Permohonan terkirim")


def _fill(page: Page, answers: dict[str, str]) -> None:
    for field, value in answers.items():
        if page.locator(f"#{field}").get_attribute("type") == "radio":
            page.check(f"[name={field}][value={value}]")
        else:
            page.fill(f"#{field}", value)
    press(page, "Simpan dan lanjutkan")


def test_what_was_uploaded_is_examined_and_said_to_have_arrived(
    tell: Tell, phone: BrowserContext
) -> None:
    told = tell("batang-daring")
    told.until_at("apply")
    told.applicant.fill_in()
    page = phone.new_page()
    page.goto(f"{told.applicant.link}/dokumen")
    scan = {"name": "ktp.png", "mimeType": "image/png", "buffer": png()}
    page.set_input_files("#berkas-ktp-direksi", scan)
    page.locator("#ktp-direksi button").click()
    expect(page.locator("#ktp-direksi")).to_contain_text("Diterima", timeout=15_000)


def test_what_was_typed_stays_and_the_fault_is_named_beside_it(
    stage: Stage, tell: Tell, phone: BrowserContext
) -> None:
    told = tell("batang-tatap-muka")
    told.until_at("apply")
    page = phone.new_page()
    page.goto(f"{told.applicant.link}/data/penanggung-jawab")
    page.fill("#nama", "Dewi <b>Lestari</b>")
    page.fill("#nik", "12")
    press(page, "Simpan dan lanjutkan")
    expect(page.locator("#nik-galat")).to_contain_text("16 angka")
    expect(page.locator("#nama")).to_have_value("Dewi <b>Lestari</b>")
    expect(page.get_by_role("alert").get_by_role("link")).to_have_attribute("href", "#nik")


def test_a_wrong_fact_costs_a_try(tell: Tell, reader: Page) -> None:
    told = tell("batang-tatap-muka")
    step = told.until_at("account")
    told.officer(step.by).act(step.kind, told.task(step), Turn(at=step.id))
    reader.goto(told.applicant.inbox.link("sudah aktif", "/p/"))
    reader.fill("#fact", "0000000000000000")
    press(reader, "Tampilkan kata sandi awal")
    expect(reader.get_by_role("alert")).to_contain_text("Sisa percobaan: 4")


def test_the_signer_sees_what_was_corrected_and_signs_nothing_unseen(
    tell: Tell, desk: Page
) -> None:
    told = tell("kemenperin-tiga-akun")
    desk.goto(told.task(told.until_at("sign")))
    expect(desk.locator("del")).to_contain_text("− Demikian kami sampaikan.")
    expect(desk.locator("ins")).to_contain_text("+ Demikian disampaikan.")
    press(desk, "Surat sudah ditandatangani")
    expect(desk.get_by_role("alert").first).to_contain_text("Unggah surat")
    sound(desk)


def test_the_form_cookie_is_bound_to_the_host(stage: Stage, phone: BrowserContext) -> None:
    page = phone.new_page()
    page.goto(stage.site)
    [cookie] = phone.cookies()
    assert cookie["name"].startswith("__Host-")
    assert cookie["secure"]
    assert cookie["httpOnly"]


def test_the_queue_shows_what_waits_the_oldest_due_first(
    stage: Stage, desk: Page, inboxes: Inboxes
) -> None:
    officer = stage.staff[0]
    desk.goto(f"{stage.site}/petugas")
    desk.fill("#email", officer["email"])
    press(desk, "Kirim tautan antrean")
    desk.goto(inboxes(officer["email"]).link("Tautan antrean", "/antrean/"))
    heading(desk, f"Antrean {officer['name']}")
    sound(desk)


@pytest.mark.parametrize("path", ["/", "/status", "/petugas", "/buku-tamu", "/x"])
def test_no_public_page_shuts_anyone_out(stage: Stage, reader: Page, path: str) -> None:
    reader.goto(stage.site + path)
    sound(reader)


@pytest.mark.parametrize("page", ["daftar", "layanan", "sop"])
@pytest.mark.parametrize("sop", [sop.id for sop in services()])
def test_no_page_of_a_service_shuts_anyone_out(
    stage: Stage, reader: Page, page: str, sop: str
) -> None:
    reader.goto(f"{stage.site}/{page}/{sop}")
    sound(reader)
