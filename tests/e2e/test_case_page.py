"""A whole case before an officer, in Chromium: its documents, its news, a lost password."""

from playwright.sync_api import Browser, Page, expect

from infra.demo.walk import Walk
from infra.local.stage import Stage
from tests.e2e.browsing import PHONE, follow, press, row, sound_anywhere
from tests.e2e.conftest import Chair, Tell

SITI = "siti@batang.test"


def test_whoever_has_no_task_says_what_for_before_a_document_is_shown(
    tell: Tell, chair: Chair
) -> None:
    told = tell("batang-daring", turns=())
    told.until_at("schedule")
    siti = chair(SITI)
    siti.goto(f"/berkas/{told.applicant.number}")
    siti.get_by_role("link", name="NPWP Perusahaan").click()
    press(siti, "Lihat dokumen")
    expect(siti.get_by_role("alert")).to_contain_text("wajib diisi")
    sound_anywhere(siti)
    siti.get_by_label("Audit").check()
    press(siti, "Lihat dokumen")
    expect(siti.locator("img")).to_have_js_property("naturalWidth", 1280)
    siti.goto(f"/berkas/{told.applicant.number}")
    assert "untuk audit" in row(siti, "Riwayat", "Dokumen dilihat")


def test_the_text_for_whatsapp_gets_into_the_clipboard(waiting: Walk, chair: Chair) -> None:
    siti = chair(SITI)
    siti.context.grant_permissions(["clipboard-read", "clipboard-write"])
    siti.goto(f"/berkas/{waiting.applicant.number}")
    siti.get_by_text("Salin keadaan untuk WhatsApp").click()
    press(siti, "Salin untuk WhatsApp")
    expect(siti.get_by_role("status")).to_have_text("Disalin.")
    copied = siti.evaluate("navigator.clipboard.readText()")
    assert waiting.applicant.number in copied
    assert waiting.story.given["nama-usaha"] not in copied
    sound_anywhere(siti)


def test_without_scripts_the_text_for_whatsapp_can_be_marked(
    stage: Stage, waiting: Walk, browser: Browser
) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{stage.site}/status")
    page.get_by_label("Nomor permohonan").fill(waiting.applicant.number)
    page.get_by_label("Kode rahasia").fill(waiting.applicant.secret)
    press(page, "Lihat status")
    page.get_by_text("Salin keadaan untuk WhatsApp").click()
    box = page.get_by_label("Teks tanpa data pribadi")
    box.select_text()
    assert waiting.applicant.number in box.input_value()
    expect(page.get_by_role("button", name="Salin untuk WhatsApp")).to_be_hidden()
    context.close()


def test_a_closed_case_opens_and_a_lost_password_is_replaced_from_it(
    closed: Walk, chair: Chair, reader: Page
) -> None:
    siti, applicant = chair(SITI), closed.applicant
    siti.goto(f"/berkas/{applicant.number}")
    sound_anywhere(siti)
    assert "Selesai" in siti.locator(".summary").first.inner_text()
    assert "Terkirim" in row(siti, "Surel", "Penyerahan akun")
    assert row(siti, "Riwayat", "Permohonan ditutup")
    follow(siti, "Terbitkan yang baru")
    sound_anywhere(siti)
    siti.get_by_label("Kata sandi awal").fill("Baru-7431-lain")
    press(siti, "Segel dan beri tahu pemegang")
    assert row(siti, "Riwayat", "Kata sandi awal baru diterbitkan")
    reader.goto(applicant.inbox.link("aktif", "/p/"))
    reader.fill("#fact", closed.story.given["nik"])
    press(reader, "Tampilkan kata sandi awal")
    expect(reader.locator("#kata-sandi")).to_have_text("Baru-7431-lain")
