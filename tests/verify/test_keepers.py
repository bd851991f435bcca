"""What a keeper may not change, and what a change ends at once."""

from dataclasses import replace
from datetime import date

import pytest

from functions.core.errors import NotAllowed
from tests.desk.browser import Browser, program, seat
from tests.desk.office import BUDI, SITI, Desk
from tests.desk.stages import reach
from tests.verify.directory import HERS, LINE, STAF, now, refused


def test_nobody_changes_their_own_roles_validity_or_activity(desk: Desk) -> None:
    roles = dict.fromkeys(BUDI.roles, "ya")
    own = {"name": BUDI.name, "email": BUDI.email, "active": "ya", "role": roles}
    others: list[dict[str, object]] = [{"role": {**roles, "pimpinan": "ya"}}, {"role": {}},
                                       {"active": ""}, {"until": "2026-12-31"}]  # fmt: skip
    before = desk.state()
    for other in others:
        answer = program("POST", "batang/budi@/staf/orang/budi", {**own, **other})
        assert answer.status == 403
        assert "pengelola lain" in answer.view["message"]
    assert desk.state() == before
    assert Browser().submit("batang/budi@/staf/orang/budi", {"name": "Budi S."}).status == 303
    assert now(desk, "budi") == replace(BUDI, name="Budi S.", standing=2)


def test_nobody_locks_the_office_out(desk: Desk) -> None:
    """Not even whoever stands in for the head, and will keep nothing afterwards."""
    stint = {"since": "2026-03-09", "until": "2026-03-13", "role": {"pimpinan": "ya"}}
    program("POST", f"{STAF}/orang/wahyu/penggantian", {"officer": "siti", **stint})
    desk.appoint(replace(now(desk, "wahyu"), until=date(2026, 3, 8)))
    desk.sign_in("batang", "siti")
    his = {"name": BUDI.name, "email": BUDI.email, "active": "ya", "role": {"verifikator": "ya"}}
    assert "Paling sedikit satu" in refused(desk, "batang/siti@/staf/orang/budi", his, "")


def test_a_change_ends_the_officers_sessions_at_once(desk: Desk) -> None:
    """G4."""
    for line in ({**LINE, "role": {"pimpinan": "ya"}}, {**LINE, "active": ""}):
        assert program("GET", "batang/siti@/antrean").status == 200
        program("POST", HERS, line)
        assert program("GET", "batang/siti@/antrean").status == 401
        desk.appoint(SITI)


def test_a_decree_that_ended_at_midnight_opens_nothing(desk: Desk) -> None:
    """G4."""
    desk.appoint(replace(SITI, until=date(2026, 3, 9)))
    desk.later(hours=14, minutes=59)
    assert program("GET", "batang/siti@/antrean").status == 200
    desk.later(minutes=1)
    assert program("GET", "batang/siti@/antrean").status == 401


def test_the_slower_of_two_keepers_looks_again(desk: Desk) -> None:
    appoint = desk.world.staff.appoint

    def slower(*args: object) -> None:
        desk.world.staff.appoint = appoint
        desk.appoint(replace(SITI, name="Siti R."))
        appoint(*args)

    desk.world.staff.appoint = slower
    assert program("POST", HERS, {**LINE, "active": ""}).status == 409
    assert now(desk).active


def test_a_keeper_who_was_dismissed_meanwhile_changes_nothing(desk: Desk) -> None:
    """G4: their own line is checked in the same transaction."""
    appoint = desk.world.staff.appoint

    def slower(*args: object) -> None:
        desk.world.staff.appoint = appoint
        desk.appoint(replace(BUDI, roles=("verifikator",)))
        with pytest.raises(NotAllowed):
            appoint(*args)
        raise NotAllowed

    desk.world.staff.appoint = slower
    assert program("POST", HERS, {**LINE, "active": ""}).status == 403
    assert now(desk).active


def test_a_role_withdrawn_at_the_desk_closes_the_task(desk: Desk) -> None:
    """G4."""
    _, siti = reach(desk, "scheduling")
    task = siti.task
    program("POST", HERS, {**LINE, "role": {"pimpinan": "ya"}})
    desk.sign_in("batang", "siti")
    assert program("GET", task).status == 403


def test_a_keeper_gives_themselves_no_other_address(desk: Desk) -> None:
    """G15: else they would decide their own case by it."""
    line = {"name": BUDI.name, "email": "lain@batang.test", "active": "ya",
            "role.verifikator": "ya", "role.pengelola-staf": "ya"}  # fmt: skip
    before = desk.state()
    assert program("POST", f"{seat('batang', 'budi')}/staf/orang/budi", line).status == 403
    assert desk.state() == before
