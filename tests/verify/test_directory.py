"""The directory of an office's staff: all may read it, its keepers change it."""

from dataclasses import replace
from datetime import date

import pytest

from functions.core.officer import Officer
from tests.desk.browser import Browser, program, seat
from tests.desk.office import BUDI, SITI, STAFF, Desk
from tests.verify.directory import HERS, LINE, STAF, listed, now, refused

NINA = {"name": "Nina Kartika", "email": "nina@batang.test", "role": {"verifikator": "ya"}}
TODAY = date(2026, 3, 9)


def _at(desk: Desk, address: str) -> list[Officer]:
    return [o for o in desk.world.staff.everybody("batang") if o.email == address]


def test_every_officer_reads_who_is_who(desk: Desk) -> None:
    people = listed("batang/siti@/staf")
    assert set(people) == {o.id for o in STAFF.values() if o.office == "batang"}
    assert people["budi"]["roles"] == ["Verifikator LPSE", "Pengelola staf"]
    assert people["siti"]["email"] == SITI.email


@pytest.mark.parametrize(
    ("until", "state", "tone"),
    [(None, "Berlaku", "good"), (date(2026, 5, 9), "Berlaku", "good"),
     (date(2026, 5, 8), "Berakhir dalam 60 hari", "wait"), (TODAY, "Berakhir hari ini", "wait"),
     (date(2026, 3, 8), "Habis", "bad")],
)  # fmt: skip
def test_a_decrees_state_is_said_in_words_and_colour(
    desk: Desk, until: date | None, state: str, tone: str
) -> None:
    desk.appoint(replace(SITI, until=until))
    hers = listed(STAF)["siti"]
    assert (hers["state"], hers["tone"]) == (state, tone)
    assert state in Browser().get(STAF).body


def test_who_left_is_still_listed_below(desk: Desk) -> None:
    desk.appoint(replace(SITI, active=False))
    people = listed(STAF)
    assert people["siti"]["state"] == "Tidak aktif"
    assert list(people)[-1] == "siti"


@pytest.mark.parametrize(
    "path", ["/baru", "/penggantian", "/orang/budi", "/orang/budi/penggantian"]
)
def test_only_its_keepers_change_it(desk: Desk, path: str) -> None:
    assert 'href="/staf/baru"' not in Browser().get("batang/siti@/staf").body
    assert 'href="/staf/baru"' in Browser().get(STAF).body
    before = desk.state()
    for who, status in (("siti", 403), ("budi", 200), ("wahyu", 200)):
        assert program("GET", seat("batang", who, f"/staf{path}")).status == status
    good = {**NINA, "officer": "wahyu", "since": "2026-03-10", "until": "2026-03-10"}
    assert program("POST", f"batang/siti@/staf{path}", good).status in {403, 422}
    assert desk.state() == before


def test_nobody_reads_or_changes_another_offices_staff(desk: Desk) -> None:
    """G16."""
    assert "lidia" not in listed(STAF)
    for tail in ("", "/penggantian"):
        assert program("GET", f"batang/budi@/staf/orang/lidia{tail}").status == 404


def test_somebody_new_may_sign_in(desk: Desk) -> None:
    assert program("POST", f"{STAF}/baru", NINA).status == 200
    (nina,) = _at(desk, "nina@batang.test")
    assert nina.roles == ("verifikator",)
    assert "nina" not in nina.id, "an id is in addresses and in history"
    program("POST", "/petugas", {"email": NINA["email"]})
    desk.settle()
    assert len(desk.mails("nina@batang.test")) == 1


def test_two_clicks_make_one_officer(desk: Desk) -> None:
    """G2."""
    first = program("POST", f"{STAF}/baru", NINA)
    after = desk.state()
    second = program("POST", f"{STAF}/baru", NINA)
    assert (first.body, desk.state()) == (second.body, after)


def test_who_comes_back_under_an_old_address_is_somebody_else(desk: Desk) -> None:
    program("POST", f"{STAF}/baru", NINA)
    (nina,) = _at(desk, "nina@batang.test")
    desk.appoint(replace(nina, active=False))
    assert program("POST", f"{STAF}/baru", {**NINA, "name": "Nina Dua"}).status == 200
    assert len({o.id for o in _at(desk, "nina@batang.test")}) == 2


def test_a_changed_line_is_in_the_list_and_in_its_history(desk: Desk) -> None:
    desk.later(minutes=1)
    line = {**LINE, "role": {"verifikator": "ya", "pimpinan": "ya"}, "until": "2026-12-31"}
    assert program("POST", HERS, line).status == 200
    assert now(desk).roles == ("verifikator", "pimpinan")
    assert now(desk).until == date(2026, 12, 31)
    (newest, *_) = program("GET", STAF).view["changes"]
    assert newest["by"] == BUDI.name
    assert newest["whom"] == SITI.name
    assert newest["what"].startswith("peran: Verifikator LPSE, ")
    assert "SK sampai 31 Desember 2026" in newest["what"]


def test_what_operators_did_is_in_the_history_too(desk: Desk) -> None:
    changes = program("GET", STAF).view["changes"]
    assert {change["by"] for change in changes} == {"operator"}
    assert all(change["what"].startswith("petugas baru") for change in changes)


def test_the_history_shows_the_newest_fifty(desk: Desk) -> None:
    for n in range(60):
        desk.later(minutes=1)
        desk.appoint(replace(SITI, name=f"Siti {n}"))
    assert len(program("GET", STAF).view["changes"]) == 50


def test_saving_what_stands_there_already_changes_nothing(desk: Desk) -> None:
    """G2: no line in the history, and nobody is signed out."""
    before = desk.state()
    assert program("POST", HERS, LINE).status == 200
    assert Browser().submit(HERS, {}).status == 303
    assert desk.state() == before


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [({"name": ""}, "name", "Tulis nama"), ({"email": "wahyu@batang.test"}, "email", "alamat lain"),
     ({"email": STAFF["lidia"].email}, "email", "alamat lain"),
     ({"until": "2026-03-08"}, "until", "hari ini atau sesudahnya"),
     ({"until": "besok"}, "until", "tahun-bulan-hari"),
     ({"role": {"raja": "ya"}}, "role.raja", "tidak dikenal")],
)  # fmt: skip
def test_what_does_not_fit_is_said_beside_its_field(
    desk: Desk, fields: dict[str, object], field: str, words: str
) -> None:
    assert words in refused(desk, HERS, {**LINE, **fields}, field)
