"""What an office knows of itself, in Chromium: its staff, its deviations, its month in figures."""

import json
import secrets
from datetime import datetime

from playwright.sync_api import Page, expect

from functions.offices import all_offices
from infra.demo.walk import Walk
from tests.e2e.browsing import follow, heading, press, sound_anywhere
from tests.e2e.conftest import Chair, Inboxes, Seat
from tests.e2e.test_papers import text

SITI, BUDI = "siti@batang.test", "budi@batang.test"
VERIFIER, KEEPER = "Verifikator LPSE", "Pengelola staf"
ZONE = all_offices()["batang"].calendar.zone


def now() -> datetime:
    return datetime.now(ZONE)


def newcomer(keeper: Page, role: str = VERIFIER) -> tuple[str, str]:
    """An officer whom the directory's keeper enters: their name and their address."""
    tag = secrets.token_hex(4)
    name, email = f"Nina Kartika {tag}", f"nina-{tag}@batang.test"
    keeper.goto("/staf")
    sound_anywhere(keeper)
    follow(keeper, "Tambah petugas")
    sound_anywhere(keeper)
    keeper.get_by_label("Nama lengkap").fill(name)
    keeper.get_by_label("Alamat email kantor").fill(email)
    keeper.get_by_label(role).check()
    press(keeper, "Simpan")
    return name, email


def test_whoever_gets_another_role_is_asked_to_sign_in_at_their_next_click(chair: Chair) -> None:
    budi = chair(BUDI)
    name, email = newcomer(budi)
    nina = chair(email)
    nina.goto("/antrean")
    heading(nina, f"Antrean {name}")
    follow(budi, name)
    sound_anywhere(budi)
    budi.get_by_label(VERIFIER).uncheck()
    budi.get_by_label(KEEPER).check()
    press(budi, "Simpan")
    follow(nina, "Staf")
    heading(nina, "Anda belum masuk")
    sound_anywhere(nina)


def test_a_cover_lends_the_queue_of_the_absent_to_a_colleague_until_it_is_ended(
    waiting: Walk, chair: Chair
) -> None:
    budi = chair(BUDI)
    colleague, address = newcomer(budi, KEEPER)
    name, email = newcomer(budi)
    follow(budi, name)
    follow(budi, "Tetapkan pengganti (Plh.)")
    sound_anywhere(budi)
    budi.get_by_label(colleague).check()
    budi.get_by_label("Hari terakhir").fill(now().date().isoformat())
    press(budi, "Tetapkan")
    heading(budi, "Staf")
    deputy = chair(address)
    assert _waits_for(deputy)
    assert not _waits_for(chair(email))
    line = budi.get_by_role("row").filter(has_text=address)
    line.get_by_role("link", name="Akhiri").click()
    sound_anywhere(budi)
    press(budi, "Akhiri hari ini")
    follow(budi, name)
    budi.get_by_label("Aktif bertugas").uncheck()
    press(budi, "Simpan")
    heading(budi, "Staf")
    follow(deputy, "Antrean")
    heading(deputy, "Anda belum masuk")


def _waits_for(officer: Page) -> int:
    """How many tasks their queue shows."""
    officer.goto("/antrean")
    expect(officer.get_by_role("heading", level=1)).to_contain_text("Antrean")
    return officer.locator("tbody tr").count()


def test_an_officer_tells_of_a_deviation_and_the_register_shows_it_with_the_reason(
    waiting: Walk, chair: Chair
) -> None:
    siti, why = chair(SITI), "Listrik padam, jadi formulir dicatat di kertas."
    siti.goto(f"/penyimpangan/catat/{waiting.applicant.number}")
    sound_anywhere(siti)
    siti.get_by_label("Di luar Loket").check()
    siti.get_by_label("2. Mengisi formulir").check()
    siti.get_by_label("Tanggal dikerjakan").fill(now().date().isoformat())
    siti.get_by_label("Jam (WIB)").fill("00:00")
    siti.get_by_label("Penjelasan").fill(why)
    press(siti, "Catat")
    line = siti.get_by_role("row").filter(has_text=waiting.applicant.number)
    expect(line).to_contain_text(why)
    expect(line).to_contain_text("Siti Rahmawati")
    sound_anywhere(siti)


def test_a_deviations_owner_explains_it_and_the_month_is_downloaded(
    closed: Walk, chair: Chair, seat: Seat, inboxes: Inboxes
) -> None:
    number, why = closed.applicant.number, "Pemohon tiga kali ditelepon dan tidak menjawab."
    siti, inbox = chair(SITI), inboxes(SITI)
    siti.goto(inbox.link(f"Penjelasan diminta: Tindak lanjut SIKaP, {number}", "/penyimpangan/"))
    sound_anywhere(siti)
    siti.get_by_label("Mengapa menyimpang").fill(why)
    press(siti, "Simpan penjelasan")
    expect(siti.get_by_label("Tanggung jawab saya")).to_be_checked()
    expect(siti.get_by_role("row").filter(has_text=number).first).to_contain_text(why)
    with siti.expect_download() as download:
        follow(siti, "Unduh CSV")
    assert number in download.value.path().read_text("utf-8-sig")
    log = json.loads(seat(SITI).file(_address(siti, "Unduh OCEL")))
    assert number in {thing["id"] for thing in log["objects"]}


def test_the_month_is_told_in_figures_that_can_be_read_and_taken_along(
    closed: Walk, chair: Chair, seat: Seat
) -> None:
    siti = chair(SITI)
    siti.goto("/antrean")
    follow(siti, "Laporan")
    expect(siti.locator(".figures").first).to_contain_text("Masuk")
    pace = siti.get_by_role("table", name="Tahap kantor terhadap mutu bakunya").get_by_role("row")
    line = pace.filter(has_text="Verifikasi dokumen")
    expect(line).to_contain_text("30 menit")
    expect(line.locator("svg").first).to_be_visible()
    sound_anywhere(siti)
    with siti.expect_download() as download:
        follow(siti, "Unduh CSV")
    assert "Verifikasi dokumen" in download.value.path().read_text("utf-8-sig")
    assert "Verifikasi dokumen" in text(seat(SITI).file(_address(siti, "Unduh PDF")))


def _address(page: Page, name: str) -> str:
    return page.get_by_role("link", name=name).get_attribute("href") or ""
