"""Load, act, save: whoever saves first decides, and the other looks again."""

from dataclasses import replace

import pytest

from functions.core.case import Case
from functions.core.change import TRIES, change
from functions.core.errors import Decided, NotAllowed, NotFound, Stale, Taken
from functions.core.facts import Claim, Letter
from functions.core.officer import Officer
from functions.core.staff import appointed
from tests.core.story import (
    COLLEAGUE,
    NUMBER,
    OFFICER,
    SOON,
    VENDOR,
    at_check,
    at_form,
    decided,
)
from tests.fakes import MemoryCases

SITI = Officer("siti", "batang", "Siti", "siti@lpse-batang.test", ("verifikator",))


@pytest.fixture
def cases() -> MemoryCases:
    found = MemoryCases()
    found.staff.appoint([SITI], [appointed(None, SITI, "", SOON)])
    return found


def reject(case: Case) -> Case:
    return decided(case, COLLEAGUE, "ditolak")


def meddle(cases: MemoryCases) -> None:
    """Somebody else saves something in between."""
    cases.save(cases.get(NUMBER).mailed_late(Letter("tautan"), SOON))


def test_what_was_done_is_saved(cases: MemoryCases) -> None:
    cases.save(at_check())
    saved = change(cases, NUMBER, lambda case: decided(case, OFFICER, "sesuai"))
    assert cases.get(NUMBER) == saved
    assert cases.history(NUMBER)[-1].detail["outcome"] == "sesuai"


def test_the_slower_of_two_officers_is_refused_and_nothing_of_his_is_kept(
    cases: MemoryCases,
) -> None:
    """G3."""
    cases.save(at_check())

    def slowly(case: Case) -> Case:
        done = decided(case, OFFICER, "sesuai")
        change(cases, NUMBER, reject)
        return done

    with pytest.raises(Decided):
        change(cases, NUMBER, slowly)
    outcomes = [e.detail["outcome"] for e in cases.history(NUMBER) if e.kind == "decided"]
    assert outcomes == ["tatap-muka", "ditolak"]


def test_an_act_that_does_not_clash_is_done_again_on_what_is_there_now(cases: MemoryCases) -> None:
    cases.save(at_check())
    tries: list[int] = []

    def act(case: Case) -> Case:
        tries.append(case.revision)
        if len(tries) == 1:
            meddle(cases)
        return decided(case, OFFICER, "sesuai")

    change(cases, NUMBER, act)
    assert tries == [1, 2]
    assert [e.kind for e in cases.history(NUMBER)][-2:] == ["deviated", "decided"]


def test_who_is_always_too_late_is_told_to_look_again(cases: MemoryCases) -> None:
    cases.save(at_form())
    tries: list[int] = []

    def act(case: Case) -> Case:
        tries.append(case.revision)
        meddle(cases)
        return case.save_answers(VENDOR, "usaha", {"alamat": "Jalan Baru 2"}, SOON)

    with pytest.raises(Stale, match="Muat ulang halaman"):
        change(cases, NUMBER, act)
    assert len(tries) == TRIES


def test_what_changes_nothing_saves_nothing(cases: MemoryCases) -> None:
    cases.save(at_form())
    before = dict(cases.snapshots)
    assert change(cases, NUMBER, lambda case: case).revision == 1
    assert cases.snapshots == before


def test_a_refusal_is_not_tried_again(cases: MemoryCases) -> None:
    cases.save(at_check())
    tries: list[int] = []

    def act(case: Case) -> Case:
        tries.append(case.revision)
        return decided(case, VENDOR, "sesuai")

    with pytest.raises(NotAllowed):
        change(cases, NUMBER, act)
    assert tries == [1]


def test_an_officer_who_lost_the_role_meanwhile_decides_nothing(cases: MemoryCases) -> None:
    """G4: the role is checked in the same transaction."""
    cases.save(at_check())
    before, seen = dict(cases.snapshots), cases.staff.presence("batang", "siti").officer
    gone = replace(seen, roles=())
    cases.staff.appoint([gone], [appointed(seen, gone, "", SOON)])
    with pytest.raises(NotAllowed):
        change(cases, NUMBER, lambda c: decided(c, OFFICER, "sesuai"), seen)
    assert cases.snapshots == before


def test_a_value_that_another_case_holds_is_taken(cases: MemoryCases) -> None:
    """G12."""
    user_id = Claim("user-id", "u" * 40)
    cases.save(at_check())
    cases.claims["user-id", user_id.fingerprint, "only"] = "BTG-2222-2222"
    with pytest.raises(Taken) as caught:
        change(cases, NUMBER, lambda c: decided(c, OFFICER, "sesuai").claim(user_id))
    assert caught.value.kind == "user-id"


def test_no_case_no_change(cases: MemoryCases) -> None:
    with pytest.raises(NotFound):
        change(cases, NUMBER, reject)
