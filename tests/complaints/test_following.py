"""Number and secret open a complaint, in this browser alone, until it is told to forget."""

import json

import pytest

from functions.core.following import NO_SUCH
from functions.core.number import status_secret
from functions.web.following import COOKIE
from tests.desk.browser import JSON, Answer, Browser, ask, program
from tests.desk.complaining import OPEN, Complaint
from tests.desk.office import Desk
from tests.desk.people import Vendor
from tests.desk.samples import GUEST

ENTRANCE, HOME = "/pengaduan/ikuti", "/pengaduan/saya"
PAGES = [HOME, *(f"{HOME}/{page}" for page in ("pesan", "tanggapan", "buka-kembali", "dokumen")),
         "/pengaduan/tanda-terima"]  # fmt: skip


def _key(desk: Desk) -> dict[str, str]:
    number = desk.case().id
    return {"number": number, "secret": status_secret(desk.world.fingerprints, number)}


def _enter(key: dict[str, str], address: str) -> Answer:
    return ask("POST", ENTRANCE, json.dumps(key), JSON, address=address)


@pytest.mark.parametrize("door", [ENTRANCE, "/status"])
def test_number_and_secret_open_the_complaint(walk: Complaint, door: str) -> None:
    """By the applicants' door as well."""
    browser = Browser()
    answer = browser.submit(door, _key(walk.desk))
    assert (answer.status, answer.location) == (303, HOME)
    page = browser.get(answer.location)
    assert page.status == 200
    assert "Pejabat Pengelolaan Pengaduan" in page.body


def test_the_applicants_other_doors_lead_nowhere_with_a_complaint(walk: Complaint) -> None:
    number, guest = walk.desk.case().id, {**GUEST, **_key(walk.desk)}
    for path in ("/buku-tamu", f"/buku-tamu/{number}"):
        assert program("POST", path, guest).status == 409


@pytest.mark.parametrize("wrong", ["number", "secret"])
def test_a_wrong_number_and_a_wrong_secret_get_one_answer(walk: Complaint, wrong: str) -> None:
    """G16."""
    answer = program("POST", ENTRANCE, {**_key(walk.desk), wrong: "BTG-2222-2222"})
    assert answer.status == 404
    assert answer.view["problems"] == {"number": NO_SUCH}
    page = Browser().submit(ENTRANCE, {**_key(walk.desk), wrong: "BTG-2222-2222"})
    assert page.status == 404
    assert NO_SUCH in page.error("number")


def test_who_guesses_is_held_off_and_others_are_not(walk: Complaint) -> None:
    """Also with the right secret, or the eleventh guess would tell."""
    guesses = [{**_key(walk.desk), "secret": f"AAAAA-{n:05}"} for n in range(10)]
    assert {_enter(guess, "198.51.100.1").status for guess in guesses} == {404}
    refused = _enter(_key(walk.desk), "198.51.100.1")
    assert refused.status == 429
    assert 0 < int(refused.headers["retry-after"]) <= 900
    assert _enter(_key(walk.desk), "198.51.100.2").status == 200
    walk.desk.later(minutes=15)
    assert _enter(_key(walk.desk), "198.51.100.1").status == 200


def test_an_applicants_number_opens_no_complaint(desk: Desk) -> None:
    Vendor(desk).apply()
    assert program("POST", ENTRANCE, _key(desk)).status == 404


@pytest.mark.parametrize("page", PAGES)
def test_without_number_and_secret_nothing_is_shown(walk: Complaint, page: str) -> None:
    told = program("GET", page)
    assert told.status == 401
    assert told.view["door"].startswith(ENTRANCE)
    assert f'href="{ENTRANCE}' in Browser().get(page).body


def test_a_cookie_that_was_made_up_opens_nothing(walk: Complaint) -> None:
    number, until, mac = walk.complainant.seat[:-1].split("/")
    real, longer = f"{number}/{until}", f"{number}/{int(until) + 1}"
    forged = [f"{real}/", f"{real}/{mac[:-1]}A", f"{real}/{mac}x", f"BTG-2222-2222/{until}/{mac}",
              f"{number}", "/", "//", f"{number.lower()}/{until}/{mac}", f"x/{mac}", f"{real}/é",
              f"{number}/{mac}", f"{number}//{mac}", f"{longer}/{mac}",
              f"{number}/x/{mac}"]  # fmt: skip
    for cookie in forged:
        assert ask("GET", HOME, cookies=[f"{COOKIE}={cookie}"]).status == 401, cookie


def test_a_browser_that_stays_open_follows_for_half_a_day(walk: Complaint) -> None:
    """A stolen cookie is soon worth nothing."""
    before = walk.complainant.page
    walk.desk.later(hours=12, seconds=-1)
    assert program("GET", before).status == 200
    walk.desk.later(seconds=1)
    ended = program("GET", before)
    assert (ended.status, ended.view["door"].partition("?")[0]) == (401, ENTRANCE)


def test_the_receipt_shows_the_secret_for_half_an_hour(walk: Complaint) -> None:
    """Whoever finds the browser open later cannot take it along."""
    page = f"{walk.complainant.seat}/pengaduan/tanda-terima"
    secret = _key(walk.desk)["secret"]
    walk.desk.later(minutes=30, seconds=-1)
    assert secret in Browser().get(page).body
    walk.desk.later(seconds=1)
    late = Browser().get(page).body
    assert walk.desk.case().id in late
    assert "Sudah ditampilkan" in late
    assert secret not in late + program("GET", page).body


def test_a_restore_ends_what_browsers_kept(walk: Complaint) -> None:
    """G19."""
    before = walk.complainant.page
    walk.desk.world.env["LINK_EPOCH"] = "1"
    assert program("GET", before).status == 401


def test_an_applicants_case_is_nothing_to_follow_here(desk: Desk) -> None:
    Vendor(desk).apply()
    seat = Complaint(desk).complainant.seat
    assert program("GET", f"{seat}{HOME}").status == 401


def test_the_browser_forgets_when_it_is_told_to(walk: Complaint) -> None:
    browser = Browser()
    browser.submit(ENTRANCE, _key(walk.desk))
    answer = browser.submit(f"{HOME}/keluar", {})
    assert (answer.status, answer.location) == (303, "/pengaduan")
    (cookie,) = (c for c in answer.cookies if c.startswith(COOKIE))
    assert f"{COOKIE}=;" in cookie
    assert "Max-Age=0" in cookie


def test_no_page_of_it_tells_who_complains(desk: Desk) -> None:
    """Whoever looks over a shoulder, or finds a browser open, learns no name."""
    walk = Complaint(desk, OPEN).to("lodged")
    for page in PAGES:
        body = program("GET", f"{walk.complainant.seat}{page}").body
        for private in (OPEN["nama"], OPEN["surel"], OPEN["telepon"]):
            assert private not in body


def test_number_and_secret_may_be_typed_with_spaces_and_dots(walk: Complaint) -> None:
    typed = {name: f" {'. '.join(said.lower())} " for name, said in _key(walk.desk).items()}
    assert Browser().submit(ENTRANCE, typed).location == HOME


def test_who_lost_their_way_is_led_back_to_their_complaint(walk: Complaint) -> None:
    for path in (HOME, "/pengaduan/elsewhere"):
        page = Browser().get(path).body
        assert 'href="/pengaduan/ikuti"' in page
        assert "cek status permohonan" not in page
