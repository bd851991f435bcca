"""Where officer and applicant meet, in Chromium: at the counter, and in a video call."""

import re
from io import BytesIO

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from functions.core.sop import Sop
from functions.offices import all_offices
from functions.sops import services
from infra.demo.client import Client
from infra.demo.inbox import PATIENCE
from infra.demo.walk import Walk
from tests.e2e.browsing import follow, heading, press, sound_anywhere
from tests.e2e.conftest import Chair, Inboxes, Seat, Tell
from tests.e2e.test_papers import text

SITI, BUDI = "siti@batang.test", "budi@batang.test"
A5 = (420, 595)
GUEST = {
    "Nama tamu": "Rina Contoh",
    "Perusahaan atau instansi": "Warung Contoh",
    "Alamat": "Jalan Contoh 1, Batang",
    "Nomor telepon": "081234567890",
    "Keperluan": "Mendaftar akun SPSE",
}


def test_a_visitor_is_registered_at_the_counter_and_verified_by_a_colleague(
    tell: Tell, chair: Chair, seat: Seat, inboxes: Inboxes
) -> None:
    visitor = tell("batang-tatap-muka")
    siti, budi = chair(SITI), chair(BUDI)
    number = _enter(siti, visitor)
    _fill_in(siti, visitor)
    _send(siti)
    follow(siti, "Cetak tanda terima")
    receipt = seat(SITI).file(f"/loket/{number}/tanda-terima")
    assert number in text(receipt)
    assert tuple(map(round, PdfReader(BytesIO(receipt)).pages[0].mediabox[2:])) == A5
    assert number in visitor.applicant.inbox.next("kami terima")["subject"]
    budi.goto(f"/berkas/{number}")
    follow(budi, "Buka tugas ini")
    for judged in budi.get_by_role("group", name=re.compile("^Hasil:")).all():
        judged.get_by_label("Sesuai", exact=True).check()
    press(budi, "Semua sesuai")
    heading(budi, "Tercatat")


def _enter(clerk: Page, visitor: Walk) -> str:
    """The guest book's line; the number of the application that it opens."""
    clerk.goto("/loket")
    sound_anywhere(clerk)
    for label, value in GUEST.items():
        clerk.get_by_label(label, exact=True).fill(value)
    clerk.get_by_label("Alamat email").fill(visitor.applicant.inbox.address)
    press(clerk, "Buka permohonan")
    form = clerk.get_by_role("button", name="Simpan dan periksa")
    expect(form).to_be_visible(timeout=PATIENCE * 1000)
    sound_anywhere(clerk)
    return clerk.url.rpartition("/")[2]


def _fill_in(clerk: Page, visitor: Walk) -> None:
    for field, value in visitor.story.given.items():
        control = clerk.locator(f"[name={field}]")
        if control.first.get_attribute("type") == "radio":
            clerk.check(f"[name={field}][value={value}]")
        else:
            control.fill(value)
    press(clerk, "Simpan dan periksa")
    heading(clerk, "Periksa isian bersama pemohon")
    sound_anywhere(clerk)


def _send(clerk: Page) -> None:
    for tick in clerk.get_by_role("checkbox").all():
        tick.check()
    press(clerk, "Kirim permohonan")
    heading(clerk, "Permohonan terkirim")
    sound_anywhere(clerk)


@pytest.mark.parametrize("sop", services(), ids=lambda sop: sop.id)
def test_a_form_to_be_filled_in_by_hand_asks_all_that_the_service_asks(
    client: Client, sop: Sop
) -> None:
    form = text(client.file(f"/layanan/{sop.id}/formulir"))
    for page in sop.pages:
        assert page.title in form


def test_an_applicant_chooses_the_time_of_the_call_and_one_button_makes_it_so(
    tell: Tell, chair: Chair, seat: Seat, reader: Page
) -> None:
    told, rival = (tell("batang-daring", turns=()) for _ in range(2))
    for walk in (told, rival):
        walk.until_at("schedule")
    reader.goto(told.applicant.link)
    follow(reader, "Pilih waktu panggilan")
    sound_anywhere(reader)
    slot = _free(reader)
    assert slot in _offered(rival, slot)
    reader.check(f'[value="{slot}"]')
    press(reader, "Pilih waktu ini")
    expect(reader.get_by_role("alert")).to_contain_text("setuju")
    reader.get_by_label("Saya setuju panggilan direkam").check()
    press(reader, "Pilih waktu ini")
    heading(reader, "Permohonan Anda")
    expect(reader.locator("main")).to_contain_text("Waktu yang Anda pilih")
    assert slot not in _offered(rival, slot)
    siti = chair(SITI)
    siti.goto(f"/berkas/{told.applicant.number}")
    follow(siti, "Buka tugas ini")
    expect(siti.locator("main")).to_contain_text("Pemohon memilih waktu")
    sound_anywhere(siti)
    press(siti, "Kirim jadwal")
    heading(siti, "Tercatat")
    assert _starts(told) == slot
    assert slot not in _offered(rival, slot)


def _free(page: Page) -> str:
    """A time of the first day that has one."""
    days = page.get_by_role("navigation", name="Pilih hari").get_by_role("link")
    for day in range(days.count()):
        days.nth(day).click()
        times = page.locator("[name=slot]")
        if times.count():
            return times.first.get_attribute("value") or ""
    raise AssertionError("every time is taken")


def _offered(walk: Walk, slot: str) -> set[str]:
    """The times of that day that are free for another applicant."""
    link, day = walk.applicant.link, slot.partition("T")[0]
    offer = walk.applicant.client.view(f"{link}/jadwal?hari={day}")["offer"]
    return {time["value"] for time in offer["times"]}


def _starts(walk: Walk) -> str:
    """When the call begins, by the calendar file in the mail."""
    inbox = walk.applicant.inbox
    mail = inbox.next("Jadwal panggilan video")
    name = mail["attachments"][0]["generatedFileName"]
    kept = inbox.client.file(f"{inbox.box}/email/{mail['id']}/attachment/{name}")
    [call] = Calendar.from_ical(kept).walk("VEVENT")
    starts = call.decoded("dtstart").astimezone(all_offices()["batang"].calendar.zone)
    return f"{starts:%Y-%m-%dT%H:%M}"
