"""Anybody may complain: with a name, in secret, or without one."""

import json

import pytest

from functions.core.number import status_secret
from functions.web.following import COOKIE
from tests.desk.browser import JSON, Answer, Browser, ask, program
from tests.desk.complaining import NAMELESS, OPEN, Complainant, Complaint
from tests.desk.office import Desk
from tests.desk.people import Vendor

FORM = "/pengaduan/batang/lapor"


@pytest.fixture
def ratna(desk: Desk) -> Complainant:
    return Complainant(desk, "batang")


def _lodge(address: str = "203.0.113.7", **said: str) -> Answer:
    """As a program, from this address."""
    return ask("POST", FORM, json.dumps({**NAMELESS, **said}), JSON, address=address)


def test_a_complaint_without_a_name_gets_number_and_secret(desk: Desk) -> None:
    answer = _lodge()
    case = desk.case()
    assert (answer.status, answer.view["number"]) == (201, case.id)
    assert answer.view["secret"] == status_secret(desk.world.fingerprints, case.id)


def test_of_somebody_without_identity_nothing_is_kept(desk: Desk) -> None:
    _lodge(nama="Ratna Sari", surel="ratna@warga.test", telepon="081298765432", kuasa="Ibu Tuti")
    kept = desk.state()
    for private in ("Ratna Sari", "ratna@warga.test", "081298765432", "Ibu Tuti"):
        assert private not in kept


def test_a_person_is_shown_the_receipt_at_once(ratna: Complainant) -> None:
    answer = ratna.lodge()
    assert (answer.status, answer.location) == (303, "/pengaduan/tanda-terima")
    page = ratna.browser.get(answer.location).body
    case = ratna.desk.case()
    assert case.id in page
    assert status_secret(ratna.desk.world.fingerprints, case.id) in page
    assert "paling lambat <strong>Senin, 9 Maret 2026 pukul 12.00 WIB</strong>" in page
    assert "ringan 3 jam, normatif 5 hari kerja" in page


def test_once_an_answer_waits_the_receipt_promises_nothing_more(desk: Desk) -> None:
    walk = Complaint(desk).to("answered")
    page = Browser().get(f"{walk.complainant.seat}/pengaduan/tanda-terima").body
    assert "Apa yang terjadi berikutnya" not in page


def test_the_cookie_of_the_receipt_is_the_browsers_alone(ratna: Complainant) -> None:
    (cookie,) = (c for c in ratna.lodge().cookies if c.startswith(COOKIE))
    for word in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
        assert word in cookie
    assert status_secret(ratna.desk.world.fingerprints, ratna.desk.case().id) not in cookie
    assert "Max-Age" not in cookie


def test_no_address_holds_anything_of_the_complaint(ratna: Complainant) -> None:
    """G8: not even its number."""
    answer = ratna.lodge()
    assert ratna.desk.case().id not in answer.location


@pytest.mark.parametrize("story", ["", "   ", "x" * 30_000, "x" * 5001, "a\x00b"])
def test_a_story_that_is_empty_or_too_long_is_asked_again(desk: Desk, story: str) -> None:
    before = desk.state()
    assert _lodge(uraian=story).status == 422
    page = Browser().submit(FORM, {**NAMELESS, "uraian": story})
    assert page.status == 422
    assert page.error("uraian")
    assert desk.state() == before


def test_what_nobody_is_left_to_hear_is_sent_to_others_and_not_kept(desk: Desk) -> None:
    before = desk.world.cases.snapshots
    page = Browser().submit(FORM, {**NAMELESS, "nama-terlapor": "Yuni dan Wahyu"})
    assert page.status == 422
    assert "SP4N-LAPOR!" in page.error("nama-terlapor")
    assert desk.world.cases.snapshots == before == {}


def test_nothing_that_was_typed_is_lost_by_a_mistake(ratna: Complainant) -> None:
    page = ratna.browser.submit(FORM, {**OPEN, "nama": "", "jenis": "saran"})
    assert page.status == 422
    assert page.error("nama")
    assert OPEN["uraian"].splitlines()[0] in page.body
    assert 'value="saran" checked' in page.body
    assert f'value="{OPEN["surel"]}"' in page.body


def test_a_flood_from_one_address_is_held_off_and_others_are_heard(desk: Desk) -> None:
    statuses = [_lodge(uraian=f"Laporan {n}").status for n in range(12)]
    assert statuses == [201] * 10 + [429] * 2
    assert _lodge(address="198.51.100.9").status == 201
    desk.later(hours=1)
    assert _lodge(uraian="Satu jam kemudian").status == 201


def test_no_mailbox_is_flooded_by_whoever_types_it(desk: Desk) -> None:
    typed = {name: OPEN[name] for name in ("identitas", "nama", "surel")}
    statuses = [_lodge(f"203.0.113.{n}", **typed, uraian=f"{n}").status for n in range(5)]
    assert statuses == [201] * 3 + [429] * 2
    assert _lodge(**{**typed, "surel": "lain@warga.test"}).status == 201
    assert "ratna@warga.test" not in repr(desk.world.counters.tallies)
    desk.later(hours=1)
    assert _lodge(**typed, uraian="Satu jam kemudian").status == 201


def test_who_is_held_off_is_told_until_when_and_loses_nothing(desk: Desk) -> None:
    for n in range(10):
        _lodge(uraian=f"Laporan {n}")
    page = Browser().submit(FORM, {**OPEN, "uraian": "Yang kesebelas"})
    assert page.status == 429
    assert 0 < int(page.headers["retry-after"]) <= 3600
    assert "Yang kesebelas" in page.body


def test_a_mistake_is_no_complaint_and_is_not_counted(desk: Desk) -> None:
    for _ in range(20):
        assert _lodge(uraian="").status == 422
    assert _lodge().status == 201


def test_the_same_form_sent_again_is_the_same_complaint_and_counts_once(desk: Desk) -> None:
    """G2."""
    answers = {_lodge(nonce="same").body for _ in range(15)}
    assert len(answers) == 1
    assert desk.case().answers["perihal"] == NAMELESS["perihal"]


def test_two_clicks_at_the_very_same_moment_are_one_complaint(desk: Desk) -> None:
    """G2: the slower finds the faster one's."""
    with desk.before_save(lambda: _lodge(nonce="same")):
        slower = _lodge(nonce="same")
    assert slower.status == 201
    assert slower.view["number"] == desk.case().id


@pytest.mark.parametrize("said", [{"uraian": "Lain sama sekali"}, {"jenis": "saran"}])
def test_the_same_nonce_with_other_words_is_refused(desk: Desk, said: dict[str, str]) -> None:
    """G2."""
    assert _lodge(nonce="same").status == 201
    assert _lodge(nonce="same", **said).status == 409


def test_the_same_nonce_at_another_office_is_refused(desk: Desk) -> None:
    """G2."""
    _lodge(nonce="same")
    other = program("POST", "/pengaduan/babel/lapor", {**NAMELESS, "nonce": "same"})
    assert other.status == 409


def test_naming_anothers_case_reveals_nothing_of_it(desk: Desk) -> None:
    """G16: the answer is the same, whether there is such a case or not."""
    Vendor(desk).apply()
    theirs = desk.case().id
    nobodys = theirs.replace("BTG", "XXX")
    pages = []
    for number in (theirs, nobodys):
        seat = _cookie(_lodge(nomor=number))
        mine = program("GET", f"{seat}@/pengaduan/saya").view
        pages.append({k: v for k, v in mine.items() if k not in {"said", "standing"}})
    assert pages[0] == pages[1]


def test_who_complains_sees_nothing_of_the_case_that_they_name(desk: Desk) -> None:
    Vendor(desk).apply()
    number = desk.case().id
    seat = _cookie(_lodge(nomor=number))
    page = Browser().get(f"{seat}@/pengaduan/saya").body
    assert number in page, "as it was typed"
    assert "Warung Contoh" not in page
    assert "Dewi Lestari" not in page


def test_an_office_that_there_is_not_hears_nothing(desk: Desk) -> None:
    for path in ("/pengaduan/mars", "/pengaduan/mars/lapor", "/pengaduan/mars/kartu/pengadaan"):
        assert program("GET", path).status == 404
        assert program("POST", path, NAMELESS).status == 404


def test_every_office_hears_complaints(desk: Desk) -> None:
    for office in program("GET", "/pengaduan").view["offices"]:
        place = f"/pengaduan/{office['id']}"
        assert program("POST", f"{place}/lapor", NAMELESS).status == 201
        assert program("GET", place).view["channels"], "its own channels are named"
        assert "ombudsman.go.id" in Browser().get(place).body


def _cookie(answer: Answer) -> str:
    (kept,) = (c for c in answer.cookies if c.startswith(COOKIE))
    return kept.split(";")[0].partition("=")[2]
