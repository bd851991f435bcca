"""Leave cover: a colleague acts in another's stead, and it ends by itself."""

from dataclasses import replace
from datetime import date

import pytest

from functions.core.officer import Cover, Officer
from tests.desk.browser import Browser, program
from tests.desk.office import STAFF, Desk
from tests.desk.officer import Officer as Clerk
from tests.desk.walks import Babel
from tests.verify.directory import now, refused
from tests.verify.leave import HENDRA, HIS, RATNA, WEEK, lend

VACANT = "babel/doni@/staf/penggantian"
END = "babel/doni@/staf/orang/ratna/akhiri/kepala-biro.2026-03-09"
MONDAY, FRIDAY = date(2026, 3, 9), date(2026, 3, 13)


def _now(desk: Desk, officer: str) -> Officer:
    return now(desk, officer, "babel")


def test_both_lines_are_written_at_once_and_told_in_the_history(desk: Desk) -> None:
    desk.later(minutes=1)
    assert lend(desk).status == 200
    assert _now(desk, "ratna").covers == (Cover("kepala-biro", "Plh.", MONDAY, FRIDAY, "hendra"),)
    assert _now(desk, "hendra").lent == (Cover("kepala-biro", "Plh.", MONDAY, FRIDAY, "ratna"),)
    changes = program("GET", "babel/doni@/staf").view["changes"][:2]
    assert {(c["by"], c["whom"]) for c in changes} == {
        (STAFF["doni"].name, HENDRA.name), (STAFF["doni"].name, RATNA.name)
    }  # fmt: skip


def test_the_directory_says_who_stands_in_for_whom(desk: Desk) -> None:
    lend(desk)
    body = Browser().get("babel/iwan@/staf").body
    assert f"untuk {HENDRA.name}, 9 Maret 2026 sampai 13 Maret 2026" in body
    assert f"digantikan {RATNA.name}" in body
    assert "/akhiri/" not in body
    assert "/akhiri/" in Browser().get("babel/hendra@/staf").body


def test_the_same_cover_asked_for_twice_is_one(desk: Desk) -> None:
    """G2."""
    lend(desk)
    before = desk.state()
    again = {**WEEK, "role": {"kepala-biro": "ya"}}
    assert program("POST", HIS, again).status == 200
    assert desk.state() == before


@pytest.mark.parametrize(
    ("fields", "field"),
    [({"since": "2026-03-08"}, "since"), ({"until": "2026-03-08"}, "until"),
     ({"until": "2026-06-07"}, "until"), ({"since": "besok"}, "since"),
     ({"officer": "hendra"}, "officer"), ({"officer": "siti"}, "officer"),
     ({"officer": ""}, "officer"), ({"officer": "doni"}, "officer"),
     ({"role": {}}, "role"), ({"role": {"kepala-bagian": "ya"}}, "role.kepala-bagian")],
)  # fmt: skip
def test_what_cannot_be_is_said_beside_its_field(
    desk: Desk, fields: dict[str, object], field: str
) -> None:
    assert refused(desk, HIS, {**WEEK, "role": {"kepala-biro": "ya"}, **fields}, field)


def test_a_keeper_may_lend_their_own_roles(desk: Desk) -> None:
    own = {**WEEK, "officer": "mega", "role": {"pengelola-staf": "ya"}}
    assert program("POST", "babel/doni@/staf/orang/doni/penggantian", own).status == 200
    desk.sign_in("babel", "doni")
    desk.sign_in("babel", "mega")
    assert program("GET", "babel/doni@/staf/baru").status == 403
    assert program("GET", "babel/mega@/staf/baru").status == 200


def test_a_role_is_lent_once_at_a_time(desk: Desk) -> None:
    lend(desk)
    again = {**WEEK, "officer": "iwan", "role": {"kepala-biro": "ya"}}
    assert "sudah ada penggantinya" in refused(desk, HIS, again, "role.kepala-biro")


def test_a_vacant_post_gets_somebody_who_acts_in_it(desk: Desk) -> None:
    assert "masih dijabat" in refused(desk, VACANT, {**WEEK, "role": "kepala-biro"}, "role")
    desk.appoint(replace(HENDRA, active=False))
    assert program("POST", VACANT, {**WEEK, "role": "kepala-biro"}).status == 200
    assert _now(desk, "ratna").covers == (Cover("kepala-biro", "Plt.", MONDAY, FRIDAY),)
    assert "sudah ada" in refused(desk, VACANT, {**WEEK, "officer": "iwan", "role": "kepala-biro"},
                                   "role")  # fmt: skip


def test_what_comes_meanwhile_comes_to_whoever_stands_in(desk: Desk) -> None:
    lend(desk)
    Babel(desk).to("at the bureau")
    assert desk.mails(HENDRA.email, "Tugas menunggu") == []
    assert len(desk.mails(RATNA.email, "Tugas menunggu")) == 1
    assert program("GET", Clerk(desk, RATNA.email).task).view["dossier"]["style"].startswith("Plh.")


def test_the_absents_own_links_open_nothing_until_the_last_day_is_over(desk: Desk) -> None:
    """G4."""
    walk = Babel(desk).to("at the bureau")
    task = walk.officer("kepala-biro").task
    assert program("GET", task).status == 200
    lend(desk)
    assert program("GET", task).status == 403
    desk.later(days=4, hours=14, minutes=59)
    assert program("GET", task).status == 403
    desk.later(minutes=1)
    assert program("GET", task).status == 200


def test_whoever_stands_in_sees_the_queue_until_the_last_day_is_over(desk: Desk) -> None:
    Babel(desk).to("at the bureau")
    lend(desk)
    queue = "babel/ratna@/antrean"
    assert [line["step"] for line in program("GET", queue).view["lines"]] != []
    desk.later(days=4, hours=15)
    assert program("GET", queue).view["lines"] == []


@pytest.mark.parametrize("who", ["doni", "yulia", "hendra"])
def test_a_keeper_or_the_absent_ends_it_from_today_on(desk: Desk, who: str) -> None:
    lend(desk)
    desk.later(days=2)
    end = END.replace("doni", who)
    assert "kepala-biro.2026-03-09" in Browser().get(f"babel/{who}@/staf").body
    assert Browser().submit(end, {}).status == 303
    assert _now(desk, "ratna").covers[0].until == _now(desk, "hendra").lent[0].until
    assert _now(desk, "ratna").covers[0].until == date(2026, 3, 10)
    assert "kepala-biro" in _now(desk, "hendra").acts_as(date(2026, 3, 11))


def test_what_has_not_begun_is_gone_without_a_trace_but_in_history(desk: Desk) -> None:
    lend(desk)
    program("POST", END, {})
    assert _now(desk, "ratna").covers == _now(desk, "hendra").lent == ()
    told = program("GET", "babel/doni@/staf").view["changes"]
    assert any("tidak ada" in change["what"] for change in told)


def test_it_is_ended_once(desk: Desk) -> None:
    """G2."""
    lend(desk)
    program("POST", END, {})
    before = desk.state()
    assert program("POST", END, {}).status == 200
    assert program("GET", END).status == 404
    assert desk.state() == before


@pytest.mark.parametrize("who", ["iwan", "ratna"])
def test_nobody_else_ends_it(desk: Desk, who: str) -> None:
    lend(desk)
    before = desk.state()
    end = END.replace("doni", who)
    assert program("GET", end).status == program("POST", end, {}).status == 403
    assert desk.state() == before
