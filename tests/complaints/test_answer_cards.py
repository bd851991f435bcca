"""What does not belong here is answered by a card, and counted; nobody is turned away."""

import pytest

from functions.core.cards import tally_of
from functions.offices import all_offices
from functions.sops import hearing
from tests.desk.browser import Browser, program
from tests.desk.hearing import Heard
from tests.desk.office import Desk

PLACE = "/pengaduan/batang"
CARDS = [card.id for card in hearing("batang").cards]


def _counted(desk: Desk) -> dict[str, int]:
    return dict(desk.world.counters.all(tally_of("batang", "2026-03")))


@pytest.mark.parametrize("card", CARDS)
def test_each_card_answers_shows_the_way_and_lets_one_complain_all_the_same(
    desk: Desk, card: str
) -> None:
    answer = Browser().submit(PLACE, {"matter": card})
    assert (answer.status, answer.location) == (303, f"{PLACE}/kartu/{card}")
    page = Browser().get(answer.location).body
    assert f'href="{PLACE}/lapor"' in page


def test_the_offices_own_service_leads_to_the_form_and_is_no_card(desk: Desk) -> None:
    assert Browser().submit(PLACE, {"matter": "layanan"}).location == f"{PLACE}/lapor"
    assert _counted(desk) == {}


def test_a_card_that_is_asked_for_is_counted_once_for_each_form(desk: Desk) -> None:
    browser = Browser()
    form = browser.form(PLACE)
    for _ in range(2):
        browser.send(form, {"matter": "sanggah"})
    browser.submit(PLACE, {"matter": "sanggah"})
    browser.submit(PLACE, {"matter": "kata-sandi"})
    assert _counted(desk) == {"kata-sandi": 1, "sanggah": 2}


def test_looking_at_a_card_counts_nothing(desk: Desk) -> None:
    """G5."""
    Browser().get(f"{PLACE}/kartu/sanggah")
    assert _counted(desk) == {}


def test_each_month_is_the_offices_own(desk: Desk) -> None:
    """23:30 UTC on the last of a month is tomorrow's month in Batang."""
    desk.now = desk.now.replace(month=2, day=28, hour=23, minute=30)
    program("POST", PLACE, {"matter": "sanggah"})
    assert _counted(desk) == {"sanggah": 1}


@pytest.mark.parametrize("matter", ["", "tender", "<b>"])
def test_what_is_no_choice_is_asked_again(desk: Desk, matter: str) -> None:
    answer = Browser().submit(PLACE, {"matter": matter})
    assert answer.status == 422
    assert answer.error("matter")


def test_there_is_no_other_card(desk: Desk) -> None:
    assert program("GET", f"{PLACE}/kartu/tender").status == 404


@pytest.mark.parametrize("office", sorted(all_offices()))
@pytest.mark.parametrize("card", CARDS)
def test_each_card_names_a_way_there_at_each_office(desk: Desk, office: str, card: str) -> None:
    view = program("GET", f"/pengaduan/{office}/kartu/{card}").view
    page = Browser().get(f"/pengaduan/{office}/kartu/{card}").body.partition("<footer")[0]
    assert "{" not in view["card"]["href"]
    way = f'href="{view["card"]["href"]}"' if view["card"]["href"] else all_offices()[office].email
    assert way in page


def test_a_card_leads_to_the_offices_own_application(desk: Desk) -> None:
    page = Browser().get(f"{PLACE}/kartu/sanggah").body
    assert 'href="http://pspe.batangkab.go.id/eproc4"' in page


def test_an_officer_who_shows_the_way_names_the_same_address(desk: Desk) -> None:
    heard = Heard(desk).to("weighing")
    said = {"outcome": "dialihkan", "card": "sanggah", "message": ""}
    assert "http://pspe.batangkab.go.id/eproc4" in heard.yuni.do(said).body
