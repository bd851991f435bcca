"""The directory of an office's staff, as the fake and as DynamoDB keeps it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from functions.core.errors import NotAllowed, Stale
from functions.core.facts import Letter
from functions.core.officer import Cover, Officer
from functions.core.staff import Staff, appointed
from tests.aws.given import NINE, VERA, Store

BUDI = Officer("budi", "batang", "Budi", "budi@lpse.test", ("pejabat", "verifikator"))
GONE = Officer("agus", "batang", "Agus", "agus@lpse.test", ("verifikator",), active=False)
ELSEWHERE = Officer("citra", "melawi", "Citra", "citra@lpse.test", ("verifikator",))
MONDAY = date(2026, 3, 9)
MIDNIGHT = datetime(2026, 3, 8, 17, tzinfo=UTC)
"""In Batang."""
DAY = timedelta(days=1)
SESSION = "0" * 64


def _appoint(
    staff: Staff, *officers: Officer, by: Officer | None = None, at: datetime = NINE
) -> None:
    name = by.id if by else ""
    staff.appoint(officers, [appointed(None, o, name, at) for o in officers], by)


def _now(staff: Staff, officer: Officer) -> Officer:
    return staff.presence(officer.office, officer.id).officer


@pytest.fixture(autouse=True)
def _appointed(staff: Staff) -> None:
    for officer in (VERA, BUDI, GONE, ELSEWHERE):
        _appoint(staff, officer)


def test_an_officer_comes_back_whole(staff: Staff) -> None:
    leave = Cover("verifikator", "Plh.", MONDAY, MONDAY + DAY, "vera")
    whole = replace(_now(staff, BUDI), until=MONDAY + 9 * DAY, covers=(leave,), lent=(leave,))
    _appoint(staff, whole)
    assert _now(staff, BUDI) == replace(whole, standing=2)


def test_who_left_is_still_known(staff: Staff) -> None:
    assert _now(staff, GONE) == replace(GONE, standing=1)


@pytest.mark.parametrize("who", ["citra", "nobody"])
def test_who_is_of_another_office_or_unknown_is_nobody(staff: Staff, who: str) -> None:
    """G4"""
    with pytest.raises(NotAllowed):
        staff.presence("batang", who)


def test_everybody_includes_who_left_but_nobody_from_elsewhere(staff: Staff) -> None:
    assert [o.id for o in staff.everybody("batang")] == ["agus", "budi", "vera"]
    assert staff.everybody("babel") == ()


def test_code_and_sessions_are_kept(staff: Staff) -> None:
    presence = staff.presence("batang", "vera").expecting("print", "", NINE)
    staff.keep(replace(presence, sessions={SESSION: NINE}, told=MONDAY), NINE)
    kept = staff.presence("batang", "vera")
    assert kept == replace(presence, sessions={SESSION: NINE}, told=MONDAY, version=1)


def test_the_slower_of_two_that_keep_is_stale(staff: Staff) -> None:
    """G3"""
    presence = staff.presence("batang", "vera")
    staff.keep(presence.expecting("first", "", NINE), NINE)
    with pytest.raises(Stale):
        staff.keep(presence.expecting("second", "", NINE), NINE)
    code = staff.presence("batang", "vera").codes[""]
    assert code
    assert code.fingerprint == "first"


def test_who_was_appointed_anew_meanwhile_is_not_kept_as_before(staff: Staff) -> None:
    """G4"""
    presence = staff.presence("batang", "vera")
    _appoint(staff, replace(presence.officer, roles=()))
    with pytest.raises(Stale):
        staff.keep(replace(presence, sessions={SESSION: NINE}), NINE)
    assert staff.presence("batang", "vera").sessions == {}


def test_an_appointment_ends_code_and_sessions(staff: Staff) -> None:
    """G4"""
    presence = staff.presence("batang", "vera").expecting("print", "", NINE)
    staff.keep(replace(presence, sessions={SESSION: NINE}), NINE)
    _appoint(staff, _now(staff, VERA))
    anew = staff.presence("batang", "vera")
    assert (anew.codes, anew.sessions) == ({}, {})


@pytest.mark.parametrize("standing", [0, 2], ids=["as if new", "as if known better"])
def test_a_line_that_was_written_since_is_stale_and_none_of_it_is_written(
    staff: Staff, standing: int
) -> None:
    """G3"""
    stale = replace(VERA, name="Vera Dua", standing=standing)
    before = staff.appointments("batang")
    with pytest.raises(Stale):
        _appoint(staff, replace(_now(staff, BUDI), name="Budi Dua"), stale)
    assert {o.name for o in staff.everybody("batang")} == {"Agus", "Budi", "Vera"}
    assert staff.appointments("batang") == before


def test_two_lines_are_written_at_once(staff: Staff) -> None:
    changed = [replace(_now(staff, o), name="Dua") for o in (BUDI, VERA)]
    _appoint(staff, *changed)
    assert [o.name for o in staff.everybody("batang")] == ["Agus", "Dua", "Dua"]


def test_who_was_changed_themselves_meanwhile_appoints_nobody(staff: Staff) -> None:
    """G4"""
    keeper = _now(staff, BUDI)
    _appoint(staff, replace(keeper, roles=()))
    with pytest.raises(NotAllowed):
        _appoint(staff, replace(_now(staff, VERA), name="Vera Dua"), by=keeper)
    assert _now(staff, VERA).name == "Vera"


def test_whoever_appoints_may_write_their_own_line_too(staff: Staff) -> None:
    keeper = _now(staff, BUDI)
    _appoint(staff, replace(keeper, name="Budi Dua"), by=keeper)
    assert _now(staff, BUDI).name == "Budi Dua"


def test_changes_are_told_the_newest_first_and_of_the_office_alone(staff: Staff) -> None:
    _appoint(staff, replace(_now(staff, VERA), name="Dua"), by=_now(staff, BUDI), at=NINE + DAY)
    newest, *before = staff.appointments("batang")
    assert (newest.officer, newest.by, newest.at) == ("vera", "budi", NINE + DAY)
    assert {line.officer for line in before} == {"vera", "budi", "agus"}
    assert [line.officer for line in staff.appointments("melawi")] == ["citra"]


def _awaited(staff: Staff, at: datetime) -> Iterable[str]:
    return [officer for office, officer in staff.awaiting(at) if office == "batang"]


@pytest.mark.parametrize("days", [60, 30, 7])
def test_a_decrees_end_is_awaited_at_the_offices_midnight(staff: Staff, days: int) -> None:
    told = replace(_now(staff, VERA), until=MONDAY + days * DAY)
    _appoint(staff, told, at=MIDNIGHT - DAY)
    assert _awaited(staff, MIDNIGHT - timedelta(seconds=1)) == []
    assert _awaited(staff, MIDNIGHT) == ["vera"]


def test_a_cover_is_awaited_on_its_first_day(staff: Staff) -> None:
    leave = Cover("pejabat", "Plh.", MONDAY, MONDAY + DAY, "budi")
    _appoint(staff, _now(staff, VERA).covering(leave), at=MIDNIGHT - 9 * DAY)
    assert _awaited(staff, MIDNIGHT - timedelta(seconds=1)) == []
    assert _awaited(staff, MIDNIGHT) == ["vera"]


def test_what_is_news_today_is_awaited_at_once(staff: Staff) -> None:
    leave = Cover("pejabat", "Plh.", MONDAY, MONDAY + DAY, "budi")
    _appoint(staff, _now(staff, VERA).covering(leave), at=MIDNIGHT + DAY / 2)
    assert _awaited(staff, MIDNIGHT + DAY / 2) == ["vera"]


def test_what_was_told_is_awaited_no_more(staff: Staff) -> None:
    _appoint(staff, replace(_now(staff, VERA), until=MONDAY + 7 * DAY), at=MIDNIGHT)
    staff.keep(replace(staff.presence("batang", "vera"), told=MONDAY), MIDNIGHT)
    assert _awaited(staff, MIDNIGHT + 99 * DAY) == []


def test_who_was_dismissed_is_awaited_no_more(staff: Staff) -> None:
    told = replace(_now(staff, VERA), until=MONDAY + 7 * DAY)
    _appoint(staff, told, at=MIDNIGHT - DAY)
    _appoint(staff, replace(_now(staff, VERA), active=False), at=MIDNIGHT - DAY)
    assert _awaited(staff, MIDNIGHT + 99 * DAY) == []


def test_letters_are_posted_with_the_mark_that_it_was_told(store: Store) -> None:
    """G7"""
    letters = [Letter("sk-berakhir", "officer", to, "vera") for to in ("vera", "budi")]
    presence = store.staff.presence("batang", "vera")
    store.staff.keep(replace(presence, told=MONDAY), NINE, letters)
    assert [sent.letter for sent in store.outbox.of("desk#batang")] == letters
    assert {owner for owner, _ in store.outbox.unsent(NINE)} == {"desk#batang"}


def test_what_was_stale_posts_no_letter(store: Store) -> None:
    """G3"""
    presence = store.staff.presence("batang", "vera")
    store.staff.keep(presence, NINE)
    with pytest.raises(Stale):
        store.staff.keep(presence, NINE, [Letter("sk-berakhir", "officer", "vera", "vera")])
    assert store.outbox.of("desk#batang") == ()
