"""What an officer does all day, in Chromium: the queue, a search, a document, a return."""

import re
from random import Random

from playwright.sync_api import Page, expect

from infra.demo.papers import npwp, tail
from infra.demo.story import Story
from infra.demo.walk import Walk
from tests.e2e.browsing import follow, go_by_key, heading, press, row, sound_anywhere
from tests.e2e.conftest import Chair, Seat, Tell

SITI, BUDI = "siti@batang.test", "budi@batang.test"
SCANS = ("ktp-direksi", "npwp-perusahaan")
CANNED = "Foto atau hasil pindai buram"
RANDOM = Random()


def task_of(told: Walk, seat: Seat) -> str:
    """The page of the task at which the case waits for an officer."""
    return str(seat(SITI).view(f"/berkas/{told.applicant.number}")["task"])


def history(told: Walk, seat: Seat) -> list[dict[str, str]]:
    lines: list[dict[str, str]] = seat(SITI).view(f"/berkas/{told.applicant.number}")["history"]
    return lines


def test_a_task_is_found_and_taken_by_the_keyboard_alone(waiting: Walk, chair: Chair) -> None:
    siti, budi = chair(SITI), chair(BUDI)
    siti.goto("/antrean")
    sound_anywhere(siti)
    go_by_key(siti, siti.get_by_role("link", name="Belum diambil"))
    expect(siti.locator("[aria-current]").first).to_have_text("Belum diambil")
    go_by_key(siti, siti.locator("tbody a").first)
    go_by_key(siti, siti.get_by_role("link", name="Ambil tugas ini"))
    sound_anywhere(siti)
    go_by_key(siti, siti.get_by_role("button", name="Ambil tugas ini"), "Space")
    expect(siti.locator("main")).to_contain_text("Anda yang mengerjakan")
    budi.goto(siti.url)
    expect(budi.locator("main")).to_contain_text("Dikerjakan Siti Rahmawati")
    sound_anywhere(budi)


def test_a_case_is_found_by_its_number_a_word_of_its_name_or_the_end_of_its_npwp(
    tell: Tell, every_story: dict[str, Story], chair: Chair
) -> None:
    answers, end = every_story["batang-tatap-muka"].answers, tail(RANDOM)
    word, name = f"melati{end}", f"Warung Melati{end} Baru"
    shop = {**answers["usaha"], "nama-usaha": name}
    tax = {**answers["pajak"], "npwp": npwp(RANDOM)[:-4] + end}
    told = tell("batang-tatap-muka", answers={**answers, "usaha": shop, "pajak": tax})
    told.until_at("verify")
    number, siti = told.applicant.number, chair(SITI)
    for what in (number.lower().replace("-", " "), word, end):
        siti.goto("/antrean")
        siti.get_by_label("Nomor, nama, NPWP, NIK, NIP, atau email").fill(what)
        press(siti, "Cari berkas")
        assert what not in siti.url
        assert name in row(siti, "Ditemukan", number)
    sound_anywhere(siti)
    siti.get_by_role("link", name=number).click()
    heading(siti, name)
    expect(siti.get_by_role("link", name="Buka tugas ini")).to_be_visible()
    sound_anywhere(siti)


def test_a_document_is_shown_beside_the_form_and_history_says_to_whom_and_what_for(
    tell: Tell, chair: Chair, seat: Seat
) -> None:
    told = tell("batang-daring", turns=())
    told.until_at("verify")
    before, siti = history(told, seat), chair(SITI)
    siti.goto(task_of(told, seat) + "/periksa")
    sound_anywhere(siti)
    assert history(told, seat) == before
    siti.get_by_role("button", name="Lihat KTP Direksi").click()
    shown = siti.frame_locator("[name=dokumen]").locator("img")
    expect(shown).to_have_js_property("naturalWidth", 1280)
    expect(siti.get_by_role("button", name="Lihat KTP Direksi")).to_be_enabled()
    form, viewer = (part.bounding_box() for part in siti.locator(".beside > *").all())
    assert form
    assert viewer
    assert form["x"] + form["width"] <= viewer["x"]
    [seen] = [line for line in history(told, seat) if line not in before]
    assert seen["who"] == "Siti Rahmawati"
    assert seen["at"]
    assert "KTP Direksi" in seen["what"]
    assert "untuk tugas Verifikasi dokumen" in seen["what"]


def test_a_return_is_read_before_it_is_sent_arrives_as_it_was_read_and_can_be_taken_back(
    tell: Tell, chair: Chair, seat: Seat, reader: Page
) -> None:
    told = tell("batang-daring", turns=())
    told.until_at("verify")
    siti, applicant = chair(SITI), told.applicant
    siti.goto(task_of(told, seat) + "/periksa")
    _judge(siti)
    press(siti, "Kembalikan untuk dilengkapi")
    sound_anywhere(siti)
    press(siti, "Ubah")
    for scan in SCANS:
        expect(siti.locator(f'[name="verdict.{scan}"][value="tidak-jelas"]')).to_be_checked()
        expect(siti.locator(f'[name="note.{scan}"]')).to_have_value(re.compile(CANNED))
    press(siti, "Kembalikan untuk dilengkapi")
    promised = siti.locator(".inset").inner_text()
    press(siti, "Kirim surel ini")
    mail = applicant.inbox.next("perlu dilengkapi")
    assert words(mail["text"]) == words(promised)
    assert mail["text"].count(CANNED) == len(SCANS)
    follow(siti, "Tarik kembali pengembalian ini")
    sound_anywhere(siti)
    press(siti, "Tarik kembali")
    heading(siti, "Tercatat")
    assert applicant.number in applicant.inbox.next("ditarik kembali")["subject"]
    told.until_at("verify")
    reader.goto(applicant.link)
    expect(reader.locator("main")).to_contain_text("Verifikasi dokumen")
    expect(reader.locator("main")).not_to_contain_text("Lihat dan perbaiki")


def _judge(page: Page) -> None:
    """Two documents are blurred, for a reason from the list; the rest is right."""
    for legend in page.get_by_role("group", name="Hasil:").all():
        legend.get_by_label("Sesuai", exact=True).check()
    for scan in SCANS:
        page.locator(f'[name="verdict.{scan}"][value="tidak-jelas"]').check()
        canned = page.locator(f'[id="alasan.{scan}"] option').first.get_attribute("value")
        page.fill(f'[name="note.{scan}"]', canned or "")


def words(text: str) -> list[str]:
    """What a mail says; whatever leads to the reader's own page is one word."""
    told = re.sub(r"\[tautan pribadi pemohon\]|https?://\S+/p/\S+", "TAUTAN", text)
    return told.split()
