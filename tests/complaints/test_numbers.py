"""What everybody may read of how complaints are heard."""

from html import unescape

from functions.core.grievance import SUBJECT
from functions.offices import all_offices
from tests.complaints.mails import Postbox, mail
from tests.desk.browser import Browser, program
from tests.desk.office import Desk

ANGKA = "/pengaduan/angka"


def test_every_office_publishes_its_figures(desk: Desk) -> None:
    offices = program("GET", ANGKA).view["offices"]
    assert {office["id"] for office in offices} == {*all_offices()}
    for office in offices:
        assert Browser().get(f"{ANGKA}/{office['id']}").status == 200


def test_the_year_has_twelve_months_and_the_newest_first(desk: Desk) -> None:
    months = [month["id"] for month in program("GET", f"{ANGKA}/batang").view["months"]]
    assert (months[0], months[-1], len(months)) == ("2026-03", "2025-04", 12)


def test_a_complaint_is_counted_by_its_kind_in_the_month_that_it_came(postbox: Postbox) -> None:
    case = postbox.of(mail())
    found = program("GET", f"{ANGKA}/batang/2026-03").view
    assert found["month"]["received"] == 1
    assert found["received"]["Pengaduan"] == 1
    assert sum(found["received"].values()) == 1
    assert program("GET", f"{ANGKA}/batang/2026-02").view["month"]["received"] == 0
    assert case.answers[SUBJECT] not in str(found)


def test_a_card_that_was_chosen_on_the_page_is_counted_beside_those_that_officers_gave(
    desk: Desk,
) -> None:
    for _ in range(3):
        desk.world.counters.add("kartu#batang#2026-03", "sanggah")
    found = program("GET", f"{ANGKA}/batang/2026-03").view
    [card] = [card for card in found["cards"] if card["chosen"]]
    assert (card["chosen"], card["given"]) == (3, 0)
    assert found["month"]["rerouted"] == 3


def test_the_page_says_the_figures_in_words(postbox: Postbox) -> None:
    postbox.of(mail())
    page = unescape(Browser().get(f"{ANGKA}/batang/2026-03").body)
    assert "Angka pengaduan Maret 2026" in page
    for words in ("Masuk", "Dijawab", "Tepat waktu", "Permintaan informasi", "Lupa kata sandi"):
        assert words in page


def test_figures_may_be_ten_minutes_old(postbox: Postbox) -> None:
    """So that a flood of lookers does not read the ledger each time."""
    assert program("GET", f"{ANGKA}/batang/2026-03").view["month"]["received"] == 0
    postbox.of(mail())
    assert program("GET", f"{ANGKA}/batang/2026-03").view["month"]["received"] == 0
    postbox.desk.later(minutes=10)
    assert program("GET", f"{ANGKA}/batang/2026-03").view["month"]["received"] == 1


def test_there_are_no_figures_of_what_is_not_there(desk: Desk) -> None:
    for path in ("/elsewhere", "/batang/2026-13", "/batang/march", "/elsewhere/2026-03"):
        assert program("GET", f"{ANGKA}{path}").status == 404


def test_without_the_ledger_there_are_no_figures(desk: Desk) -> None:
    """G20"""
    with desk.down("cases"):
        assert program("GET", f"{ANGKA}/batang").status == 503


def test_what_waits_for_an_answer_now_is_told_and_what_of_it_is_overdue(postbox: Postbox) -> None:
    postbox.of(mail())
    found = program("GET", f"{ANGKA}/batang").view
    assert (found["waiting"], found["late"]) == (1, 0)
    postbox.desk.later(days=1)
    found = program("GET", f"{ANGKA}/batang").view
    assert (found["waiting"], found["late"]) == (1, 1)
    page = Browser().get(f"{ANGKA}/batang").body
    assert "1 laporan belum dijawab, 1 di antaranya melewati batas waktu" in page
    assert program("GET", f"{ANGKA}/melawi").view["waiting"] == 0


def test_a_month_that_has_not_come_has_no_figures(desk: Desk) -> None:
    assert program("GET", f"{ANGKA}/batang/2026-04").status == 404


def test_months_without_any_word_stand_in_one_line(postbox: Postbox) -> None:
    postbox.of(mail())
    page = Browser().get(f"{ANGKA}/batang").body
    assert page.count("<tr") == 2
    assert "Tanpa laporan: Februari 2026, Januari 2026" in page
