"""Whom an officer's link lets in, and until when (G4)."""

from dataclasses import replace

import pytest

from functions.core.links import parse, signed, split
from functions.verify.appoint import handler as appoint
from tests.desk.browser import Answer, Browser, program
from tests.desk.office import BUDI, SITI, STAFF, Desk
from tests.desk.people import WULAN, Verifier
from tests.desk.stages import queue_of, reach
from tests.fakes import HmacVerifier

LIDIA = STAFF["lidia"]
PROPOSAL = {"date": "2026-03-12", "time": "10:00", "url": "https://rapat.test/x"}


@pytest.fixture
def task(desk: Desk) -> str:
    """An open task: to propose a video call."""
    return reach(desk, "scheduling")[1].task


def _forged(desk: Desk, link: str, **other: object) -> str:
    """The link as the signer would sign it for somebody or something else."""
    room, token = link.rsplit("/", 1)
    payload = replace(parse(split(token)[0]), **other).payload()  # type: ignore[arg-type]
    return f"{room}/{signed(payload, desk.world.signer.sign(payload))}"


def _both(path: str) -> list[Answer]:
    act = program("POST", f"{path}/jadwal", PROPOSAL)
    return [Browser().get(path), program("GET", path), act]


def _is_refused(desk: Desk, path: str, status: int) -> bool:
    """On page and by command, without a word about the case, and without effect."""
    before = desk.state()
    answers = _both(path)
    silent = all(WULAN not in a.body and "Contoh" not in a.body for a in answers)
    return silent and {a.status for a in answers} == {status} and desk.state() == before


def test_a_link_with_one_character_changed_is_not_found(desk: Desk, task: str) -> None:
    for at in range(len("/t/"), len(task), 7):
        if task[at] != ".":
            other = "A" if task[at] != "A" else "B"
            assert _is_refused(desk, task[:at] + other + task[at + 1 :], 404), at


@pytest.mark.parametrize("token", ["x", "x" * 9000, "%00", "a.b", "é.é", "." * 50, "x" * 43])
def test_what_has_no_links_shape_is_not_found_without_asking_for_its_mac(
    desk: Desk, token: str
) -> None:
    desk.world.verifier = asked = HmacVerifier()
    assert Browser().get(f"/t/{token}").status == 404
    assert Browser().get(f"/p/{token}").status == 404
    assert not asked.asked


def test_a_link_opens_until_its_last_second_and_not_after(desk: Desk, task: str) -> None:
    expires = parse(split(task[3:])[0]).expires
    desk.now = expires
    assert Browser().get(task).status == 200
    desk.later(seconds=1)
    assert _is_refused(desk, task, 410)


def test_links_of_before_a_restore_open_nothing(
    desk: Desk, task: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """G19."""
    monkeypatch.setitem(desk.world.env, "LINK_EPOCH", "1")
    assert _is_refused(desk, task, 410)


def test_a_retired_key_opens_nothing(desk: Desk, task: str) -> None:
    desk.world.verifier = HmacVerifier("k2")
    assert _is_refused(desk, task, 404)


def test_a_used_link_opens_nothing(desk: Desk) -> None:
    _, siti = reach(desk, "scheduling")
    used = siti.task
    siti.schedule()
    assert _is_refused(desk, used, 410)


def test_a_link_of_an_earlier_round_of_the_same_step_opens_nothing(desk: Desk) -> None:
    vendor, siti = reach(desk, "scheduling")
    used = siti.task
    siti.schedule()
    vendor.do("/jadwal-ulang", {"wish": "Besok"})
    assert desk.case().here.id == "jadwal"
    assert _is_refused(desk, used, 410)


def test_an_officer_whose_role_was_withdrawn_is_refused(desk: Desk, task: str) -> None:
    desk.world.staff.appoint(replace(SITI, roles=("arsiparis",)))
    assert _is_refused(desk, task, 403)


def test_an_officer_who_left_is_refused(desk: Desk, task: str) -> None:
    desk.world.staff.appoint(replace(SITI, active=False))
    assert _is_refused(desk, task, 403)


def test_a_role_withdrawn_while_deciding_is_refused(desk: Desk, task: str) -> None:
    """G4: the role is checked in the same transaction."""
    history = len(desk.history())
    with desk.before_save(lambda: desk.world.staff.appoint(replace(SITI, active=False))):
        answer = program("POST", f"{task}/jadwal", PROPOSAL)
    assert answer.status == 403
    assert len(desk.history()) == history


def test_an_officer_of_another_office_is_refused(desk: Desk, task: str) -> None:
    assert _is_refused(desk, _forged(desk, task, audience=LIDIA.id, office=LIDIA.office), 403)
    assert _is_refused(desk, _forged(desk, task, audience=LIDIA.id), 403)


@pytest.mark.parametrize("address", [WULAN, "Wulan@MAJU.co.id"])
def test_nobody_decides_their_own_case(desk: Desk, task: str, address: str) -> None:
    """G15: however the office wrote the officer's address."""
    fields = {"id": "wulan", "office": "batang", "name": "W", "email": address,
              "roles": ["verifikator"]}  # fmt: skip
    appoint(fields, None)
    assert _is_refused(desk, _forged(desk, task, audience="wulan"), 403)


def test_each_room_knows_its_own_links_alone(desk: Desk) -> None:
    vendor, siti = reach(desk, "scheduling")
    mine, task, queue = vendor.link[3:], siti.task[3:], queue_of(desk, siti)[8:]
    for path in (f"/t/{mine}", f"/antrean/{mine}", f"/p/{task}", f"/antrean/{task}",
                 f"/p/{queue}", f"/t/{queue}"):  # fmt: skip
        assert Browser().get(path).status == 404, path


def test_a_link_to_no_case_is_not_found(desk: Desk, task: str) -> None:
    assert _is_refused(desk, _forged(desk, task, case="BTG-2222-2222"), 404)


def test_the_word_after_a_decision_is_not_said_before_it(desk: Desk, task: str) -> None:
    """Else an officer who opens it believes what nobody recorded."""
    assert "sudah tersimpan" not in Browser().get(f"{task}/tercatat").body


def test_a_colleague_with_a_link_of_their_own_may_act(desk: Desk) -> None:
    reach(desk, "scheduling")
    assert Verifier(desk, BUDI.email).schedule().status == 303
