"""Where an officer's link points, for whom, and until when (G4)."""

from dataclasses import replace
from io import StringIO

import pytest

from functions.core.links import parse, signed, split
from functions.verify.appoint import handler as appoint
from tests.desk.browser import Answer, Browser, program, seat
from tests.desk.office import BUDI, SITI, STAFF, Desk
from tests.desk.people import WULAN, Verifier
from tests.desk.stages import reach
from tests.fakes import HmacVerifier

LIDIA = STAFF["lidia"]
PROPOSAL = {"date": "2026-03-12", "time": "10:00", "url": "https://rapat.test/x"}
MINE = seat("batang", "siti")


@pytest.fixture
def siti(desk: Desk) -> Verifier:
    """Before an open task: to propose a video call."""
    return reach(desk, "scheduling")[1]


@pytest.fixture
def link(siti: Verifier) -> str:
    return siti.link


@pytest.fixture
def task(siti: Verifier) -> str:
    return siti.task


def _forged(desk: Desk, link: str, **other: object) -> str:
    """The link as the signer would sign it for somebody or something else."""
    room, token = link.rsplit("/", 1)
    payload = replace(parse(split(token)[0]), **other).payload()  # type: ignore[arg-type]
    return f"{room}/{signed(payload, desk.world.signer.sign(payload))}"


def _is_refused(desk: Desk, path: str, status: int, *more: Answer) -> bool:
    """On page and for programs, without a word about the case, and without effect."""
    before = desk.state()
    answers = [Browser().get(path), program("GET", path), *more]
    silent = all(WULAN not in a.body and "Contoh" not in a.body for a in answers)
    return silent and {a.status for a in answers} == {status} and desk.state() == before


def _may_not_act(desk: Desk, task: str, status: int) -> bool:
    return _is_refused(desk, task, status, program("POST", f"{task}/jadwal", PROPOSAL))


def test_a_link_points_to_its_task_for_its_reader_who_is_signed_in(link: str, task: str) -> None:
    assert f"{MINE}{Browser().get(f'{MINE}{link}').location}" == task


def test_a_link_opens_nothing_by_itself(desk: Desk, link: str) -> None:
    """A mail scanner, or whoever it was forwarded to, learns a number and no more."""
    before = desk.state()
    page = Browser().get(link)
    assert page.status == 200
    assert "Kirim kode" in page.body
    assert WULAN not in page.body
    assert SITI.email not in page.body
    assert desk.state() == before


def test_a_forwarded_link_is_refused_and_noted(desk: Desk, link: str, log: StringIO) -> None:
    assert _is_refused(desk, f"{seat('batang', 'budi')}{link}", 403)
    assert '"of":"siti"' in log.getvalue()
    assert '"by":"budi"' in log.getvalue()


def test_a_link_with_one_character_changed_is_not_found(desk: Desk, link: str) -> None:
    for at in range(len("/t/"), len(link), 7):
        if link[at] != ".":
            other = "A" if link[at] != "A" else "B"
            assert _is_refused(desk, link[:at] + other + link[at + 1 :], 404), at


@pytest.mark.parametrize("token", ["x", "x" * 9000, "%00", "a.b", "é.é", "." * 50, "x" * 43])
def test_what_has_no_links_shape_is_not_found_without_asking_for_its_mac(
    desk: Desk, token: str
) -> None:
    desk.world.verifier = asked = HmacVerifier()
    assert Browser().get(f"/t/{token}").status == 404
    assert Browser().get(f"/p/{token}").status == 404
    assert not asked.asked


def test_a_link_points_until_its_last_second_and_not_after(desk: Desk, link: str) -> None:
    desk.now = parse(split(link[3:])[0]).expires
    assert Browser().get(link).status == 200
    desk.later(seconds=1)
    assert _is_refused(desk, link, 410)


def test_links_of_before_a_restore_point_nowhere(
    desk: Desk, link: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """G19."""
    monkeypatch.setitem(desk.world.env, "LINK_EPOCH", "1")
    assert _is_refused(desk, link, 410)


def test_a_retired_key_points_nowhere(desk: Desk, link: str) -> None:
    desk.world.verifier = HmacVerifier("k2")
    assert _is_refused(desk, link, 404)


def test_a_task_that_was_done_opens_no_more(desk: Desk, siti: Verifier) -> None:
    done = siti.task
    siti.schedule()
    assert _may_not_act(desk, done, 410)


def test_an_earlier_round_of_the_same_step_opens_no_more(desk: Desk) -> None:
    vendor, siti = reach(desk, "scheduling")
    done = siti.task
    siti.schedule()
    vendor.do("/jadwal-ulang", {"wish": "Besok"})
    assert desk.case().here.id == "jadwal"
    assert _may_not_act(desk, done, 410)


def test_an_officer_whose_role_was_withdrawn_is_refused(desk: Desk, task: str) -> None:
    desk.appoint(replace(SITI, roles=("pimpinan",)))
    assert _may_not_act(desk, task, 403)


def test_an_officer_who_left_has_to_sign_in_and_cannot(desk: Desk, task: str) -> None:
    desk.appoint(replace(SITI, active=False))
    assert _may_not_act(desk, task, 401)


def test_a_role_withdrawn_while_deciding_is_refused(desk: Desk, task: str) -> None:
    """G4: the role is checked in the same transaction."""
    history = len(desk.history())
    with desk.before_save(lambda: desk.appoint(replace(SITI, active=False))):
        answer = program("POST", f"{task}/jadwal", PROPOSAL)
    assert answer.status == 403
    assert len(desk.history()) == history


def test_another_offices_case_is_not_there(desk: Desk, task: str) -> None:
    theirs = task.replace(MINE, seat(LIDIA.office, LIDIA.id))
    assert _may_not_act(desk, theirs, 404)


@pytest.mark.parametrize("address", [WULAN, "Wulan@MAJU.co.id"])
def test_nobody_decides_their_own_case(desk: Desk, task: str, address: str) -> None:
    """G15: however the office wrote the officer's address."""
    fields = {"id": "wulan", "office": "batang", "name": "W", "email": address,
              "roles": ["verifikator"]}  # fmt: skip
    appoint(fields, None)
    desk.sign_in("batang", "wulan")
    assert _may_not_act(desk, task.replace("siti", "wulan"), 403)


def test_each_room_knows_its_own_links_alone(desk: Desk) -> None:
    vendor, siti = reach(desk, "scheduling")
    mine, task = vendor.link[3:], siti.link[3:]
    for path in (f"/t/{mine}", f"/p/{task}", f"/h/{task}", f"/h/{mine}"):
        assert Browser().get(path).status == 404, path


@pytest.mark.parametrize("task", ["BTG-2222-2222.1", "x", "BTG-2222-2222", "..", "%00", "1.1"])
def test_a_task_of_no_case_is_not_found(desk: Desk, task: str) -> None:
    assert Browser().get(f"{MINE}/tugas/{task}").status == 404


def test_a_link_to_no_case_leads_to_nothing(desk: Desk, link: str) -> None:
    forged = _forged(desk, link, case="BTG-2222-2222")
    assert Browser().get(f"{MINE}{Browser().get(f'{MINE}{forged}').location}").status == 404


def test_the_word_after_a_decision_is_not_said_before_it(task: str) -> None:
    """Else an officer who opens it believes what nobody recorded."""
    assert "sudah tersimpan" not in Browser().get(f"{task}/tercatat").body


def test_a_colleague_with_a_link_of_their_own_may_act(desk: Desk) -> None:
    reach(desk, "scheduling")
    assert Verifier(desk, BUDI.email).schedule().status == 303
