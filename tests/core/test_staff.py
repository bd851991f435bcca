"""What a change of the directory tells, and what it must leave in order."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from functions.core.officer import ADMIN, Cover, Officer
from functions.core.roster import faults
from functions.core.sop import HEAD
from functions.core.staff import appointed

NINE = datetime(2026, 3, 9, 2, tzinfo=UTC)
TODAY = date(2026, 3, 9)
DAY = timedelta(days=1)
SITI = Officer("siti", "batang", "Siti", "siti@b.test", ("verifikator",))
HEADS = Officer("wahyu", "batang", "Wahyu", "wahyu@b.test", (HEAD,))
LIDIA = Officer("lidia", "melawi", "Lidia", "lidia@m.test", ("verifikator",))
PLH = Cover("verifikator", "Plh.", TODAY, TODAY + 4 * DAY, "siti")


def _faults(after: Officer, *colleagues: Officer) -> set[str]:
    return {*faults(after, colleagues or (HEADS,), (LIDIA,), TODAY)}


def test_history_says_what_changed_and_who_did_it() -> None:
    after = replace(SITI, roles=(ADMIN,), until=TODAY)
    told = appointed(SITI, after, "wahyu", NINE)
    assert (told.officer, told.by, told.at, told.new) == ("siti", "wahyu", NINE, False)
    assert told.changes == {"roles": json.dumps([ADMIN]), "until": '"2026-03-09"'}


def test_history_repeats_no_name_and_no_address() -> None:
    told = appointed(SITI, replace(SITI, name="Rahma", email="rahma@b.test"), "wahyu", NINE)
    assert told.changes == {"name": "", "email": ""}


def test_somebody_new_is_told_by_what_they_are() -> None:
    told = appointed(None, SITI, "", NINE)
    assert told.new
    assert set(told.changes) == {"name", "email", "roles"}


def test_covers_are_told_whole() -> None:
    told = appointed(HEADS, HEADS.covering(PLH), "wahyu", NINE)
    (kept,) = json.loads(told.changes["covers"])
    assert kept["since"] == "2026-03-09"


def test_an_address_is_one_active_officers_in_all_offices() -> None:
    assert _faults(replace(SITI, email=HEADS.email)) == {"email"}
    assert _faults(replace(SITI, email=LIDIA.email)) == {"email"}
    assert _faults(replace(SITI, email=LIDIA.email, active=False)) == set()
    left = replace(SITI, id="agus", email="agus@b.test", active=False)
    assert _faults(replace(SITI, email=left.email), HEADS, left) == set()


def test_a_decree_that_ended_makes_nobody_active() -> None:
    assert _faults(replace(SITI, until=TODAY - DAY)) == {"until"}
    assert _faults(replace(SITI, until=TODAY)) == set()
    assert _faults(replace(SITI, until=TODAY - DAY, active=False)) == set()


@pytest.mark.parametrize(
    "change", [{"roles": ("verifikator",)}, {"active": False}, {"until": TODAY - DAY}]
)
def test_somebody_always_keeps_the_directory(change: dict[str, object]) -> None:
    gone = replace(HEADS, **change)  # type: ignore[arg-type]
    assert "" in _faults(gone, SITI)
    assert "" not in _faults(gone, replace(SITI, roles=(ADMIN,)))


def test_who_stands_in_for_the_head_alone_is_not_somebody_who_stays() -> None:
    deputy = SITI.covering(replace(PLH, role=HEAD))
    assert "" in _faults(replace(HEADS, active=False), deputy)


def test_what_a_cover_rests_on_stays_until_it_is_ended() -> None:
    holder = SITI.lending(replace(PLH, officer="budi"))
    assert _faults(replace(holder, roles=())) == {"role.verifikator"}
    assert _faults(replace(holder, active=False)) == {"active"}
    deputy = replace(SITI, id="budi", email="budi@b.test").covering(PLH)
    assert _faults(replace(deputy, active=False)) == {"active"}
    assert _faults(replace(deputy, until=PLH.until - DAY)) == {"until"}
    over = replace(PLH, since=TODAY - 2 * DAY, until=TODAY - DAY)
    assert _faults(replace(SITI.lending(over), active=False)) == set()
