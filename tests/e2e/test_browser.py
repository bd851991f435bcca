"""What people click, in Chromium: applicants on a phone, officers at a desk."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from functions.sops import services
from infra.demo.papers import png
from infra.demo.story import Story, Turn
from infra.demo.walk import Walk, demand_rows, walk
from infra.local.stage import Stage
from tests.e2e.browsing import DESK, PHONE, Critic, Person, follow, heading, press, sit, sound
from tests.e2e.conftest import Inboxes, Tell
from tests.e2e.test_retention import objects


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
    applicant, officer = (Person(stage.site, page=page, look=critic) for page in (reader, desk))
    told = clicked(stage, every_story[name], inboxes, applicant, officer).applicant
    for page in ("", "/tanda-terima"):
        applicant.open(told.link + page)
    expect(reader.locator("main")).to_contain_text(told.number)


def test_it_goes_without_scripts(
    stage: Stage, every_story: dict[str, Story], inboxes: Inboxes, browser: Browser
) -> None:
    contexts = [browser.new_context(viewport=v, java_script_enabled=False) for v in (PHONE, DESK)]
    phone, desk = (Person(stage.site, page=context.new_page()) for context in contexts)
    clicked(stage, every_story["melawi-perorangan"], inboxes, phone, desk)
    for context in contexts:
        context.close()


def test_heads_dispose_by_one_tap_on_a_phone(stage: Stage, tell: Tell, reader: Page) -> None:
    told = tell("babel-pejabat-pengadaan")
    for _ in range(3):
        step = told.until_at("dispose")
        sit(reader, stage.site, told.officer(step.by).client.cookie)
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


def test_what_was_uploaded_is_examined_and_said_to_have_arrived_whatever_its_file_is_called(
    tell: Tell, phone: BrowserContext
) -> None:
    told = tell("batang-daring")
    told.until_at("apply")
    told.applicant.fill_in()
    page = phone.new_page()
    page.goto(f"{told.applicant.link}/dokumen")
    scan = {"name": '../foto "x".png', "mimeType": "image/png", "buffer": png()}
    page.set_input_files("#berkas-ktp-direksi", scan)
    page.locator("#ktp-direksi button").click()
    expect(page.locator("#ktp-direksi")).to_contain_text("Diterima", timeout=15_000)
    assert len(told.applicant.scans()[0]["kept"]) == 1
    keys = objects(told.stage, told.applicant.number)
    assert keys
    assert [key for key in keys if "foto" in key] == []


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
    step = told.until_at("sign")
    sit(desk, told.stage.site, told.officer(step.by).client.cookie)
    desk.goto(told.task(step))
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


def test_an_officer_signs_in_by_the_code_in_the_mail(
    stage: Stage, desk: Page, inboxes: Inboxes
) -> None:
    officer = next(person for person in stage.staff if person["id"] == "yohanes")
    desk.goto(f"{stage.site}/antrean")
    follow(desk, "Masuk sebagai petugas")
    desk.fill("#email", officer["email"])
    press(desk, "Kirim kode")
    sound(desk)
    mail = inboxes(officer["email"]).next("Kode masuk")
    desk.fill("#code", re.findall(r"Kode masuk Anda: ([0-9]{6})", mail["text"])[0])
    press(desk, "Masuk")
    heading(desk, f"Antrean {officer['name']}")
    sound(desk)
    follow(desk, f"Keluar ({officer['name']})")
    sound(desk)
    press(desk, "Keluar")
    desk.goto(f"{stage.site}/antrean")
    heading(desk, "Anda belum masuk")


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
