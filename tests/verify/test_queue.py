"""My queue: of the own office and roles, the earliest due first, with whose turn it is."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from functions.core.officer import Cover
from tests.desk.browser import Browser, program, seat
from tests.desk.office import BUDI, SITI, Desk
from tests.desk.people import TRADER, WULAN, Vendor, Verifier
from tests.desk.stages import reach


@pytest.fixture
def queue(desk: Desk) -> str:
    """Siti's queue, in which one call is to be planned."""
    return reach(desk, "scheduling")[1].queue


def _numbers(path: str) -> list[str]:
    return [line["number"] for line in program("GET", path).view["lines"]]


def test_the_queue_shows_what_waits_and_for_whom_and_no_more(desk: Desk, queue: str) -> None:
    (line,) = program("GET", queue).view["lines"]
    assert line["number"] == desk.case().id
    assert line["step"] == "Penjadwalan panggilan video"
    assert line["name"] == desk.case().answers["nama-usaha"]
    assert line["turn"] == "Belum diambil"
    assert WULAN not in Browser().get(queue).body


def test_a_line_leads_to_its_task(queue: str) -> None:
    (line,) = program("GET", queue).view["lines"]
    task = f"{seat('batang', 'siti')}/tugas/{line['task']}"
    assert program("GET", task).view["dossier"]["step"] == line["step"]


def test_what_is_left_is_said_in_words_and_colour(desk: Desk, queue: str) -> None:
    tones, here = [], desk.case().here
    for now in (desk.now, here.look, here.due + timedelta(minutes=1)):
        desk.now = now + timedelta(seconds=1)
        (line,) = program("GET", queue).view["lines"]
        tones.append((line["left"].split(" ")[0], line["tone"]))
    assert tones == [("Sisa", "good"), ("Sisa", "wait"), ("Terlambat", "bad")]


def test_the_earliest_due_is_above_and_what_has_no_time_is_below(desk: Desk, queue: str) -> None:
    desk.later(minutes=1)
    Vendor(desk, "dua@maju.co.id", TRADER).apply("tatap-muka")
    Vendor(desk, "tiga@maju.co.id", TRADER).apply("tatap-muka")
    dues = [line["due"] for line in program("GET", queue).view["lines"]]
    assert dues[0] is not None
    assert dues[1:] == [None, None]


def test_an_applicants_turn_is_in_no_queue(desk: Desk) -> None:
    assert _numbers(reach(desk, "mending")[1].queue) == []


def test_an_officer_without_the_role_sees_nothing(desk: Desk, queue: str) -> None:
    desk.appoint(replace(SITI, roles=("pimpinan",)))
    assert _numbers(queue) == []


def test_who_covers_for_another_sees_their_queue_and_they_do_not(desk: Desk, queue: str) -> None:
    day = date(2026, 3, 9)
    cover = Cover("verifikator", "Plh.", day, day, "siti")
    desk.appoint(replace(SITI, lent=(replace(cover, officer="budi"),)))
    desk.appoint(replace(BUDI, roles=("pimpinan",), covers=(cover,)))
    assert _numbers(queue) == []
    assert len(_numbers(f"{seat('batang', 'budi')}/antrean")) == 1
    desk.later(days=1)
    assert _numbers(f"{seat('batang', 'budi')}/antrean") == []
    assert len(_numbers(queue)) == 1


def test_the_queue_can_be_sifted(desk: Desk, queue: str) -> None:
    desk.later(minutes=1)
    Vendor(desk, "dua@maju.co.id", TRADER).apply("tatap-muka")
    siti = Verifier(desk)
    siti.at(f"{siti.task}/pelaksana", {"act": "ambil"})
    first, second = _numbers(queue)
    assert _numbers(f"{queue}?saring=saya") == [second]
    assert _numbers(f"{queue}?saring=bebas") == [first]
    assert _numbers(f"{queue}?saring=terlambat") == []
    desk.later(hours=1)
    assert _numbers(f"{queue}?saring=terlambat") == [first]
    assert _numbers(f"{queue}?layanan=batang-pelaku-usaha") == [first, second]
    assert _numbers(f"{queue}?layanan=lain") == []


def test_an_empty_queue_says_so_in_words(desk: Desk) -> None:
    body = Browser().get(f"{seat('batang', 'siti')}/antrean").body
    assert "Tidak ada tugas yang menunggu Anda" in body


def test_every_page_for_officers_leads_to_the_queue_and_out(queue: str) -> None:
    body = Browser().get(queue).body
    assert 'href="/antrean"' in body
    assert 'href="/petugas/keluar"' in body
    assert SITI.name in body


def test_a_long_queue_comes_in_parts_that_follow_each_other(desk: Desk) -> None:
    for n in range(60):
        Vendor(desk, f"pemohon{n}@maju.co.id", TRADER).apply("tatap-muka")
    first = program("GET", f"{seat('batang', 'siti')}/antrean").view
    second = program("GET", f"{seat('batang', 'siti')}{first['following']}").view
    numbers = [line["number"] for line in (*first["lines"], *second["lines"])]
    assert len(first["lines"]) == 50
    assert len(set(numbers)) == 60
    assert second["following"] == ""
