"""Who may lay a hand on a case: not on one's own, and on the letter only one hand each."""

from dataclasses import replace

import pytest

from functions.core.links import parse, signed, split
from tests.desk.browser import Browser, program
from tests.desk.office import STAFF, Desk
from tests.desk.samples import BUREAU, PEOPLE
from tests.desk.walk import Walk
from tests.desk.walks import Babel, Kemenperin, Melawi

DIAN, TIA, ARIF, BAMBANG = (STAFF[name] for name in ("dian", "tia", "arif", "bambang"))
WORDED = {"outcome": "dikoreksi", "text": "Surat yang dikoreksi."}


def _all_hands(desk: Desk) -> None:
    """An office so small that everybody may do everything."""
    every = ("tim-pengelola", "kepala-lpse", "kepala-ukpbj")
    for officer in (DIAN, TIA, ARIF, BAMBANG):
        desk.world.staff.appoint(replace(officer, roles=every))


def _link_for(desk: Desk, link: str, officer: str) -> str:
    payload = replace(parse(split(link[3:])[0]), audience=officer).payload()
    return f"/t/{signed(payload, desk.world.signer.sign(payload))}"


def test_who_drafted_the_letter_does_not_correct_it(desk: Desk) -> None:
    """G15."""
    _all_hands(desk)
    walk = Kemenperin(desk).to("correcting")
    drafter = desk.case().notification.versions[0].by
    task = _link_for(desk, walk.lpse.task, drafter)
    before = desk.state()
    assert program("POST", f"{task}/konsep", WORDED).status == 403
    assert desk.state() == before


@pytest.mark.parametrize("place", [0, -1], ids=["drafter", "corrector"])
def test_who_worded_the_letter_does_not_sign_it(desk: Desk, place: int) -> None:
    """G15."""
    _all_hands(desk)
    walk = Kemenperin(desk).to("correcting")
    drafter = desk.case().notification.versions[0].by
    corrector = next(o for o in (DIAN, TIA, ARIF, BAMBANG) if o.id != drafter)
    task = _link_for(desk, walk.lpse.task, corrector.id)
    assert program("POST", f"{task}/konsep", WORDED).status == 200
    desk.settle()
    walk.ukpbj.upload_letter()
    hand = desk.case().notification.versions[place].by
    task = _link_for(desk, walk.ukpbj.task, hand)
    answer = program("POST", f"{task}/tanda-tangan", {"outcome": "ditandatangani"})
    assert answer.status == 403
    assert desk.case().here.id == "tanda-tangan"


def test_another_hand_may_sign_it(desk: Desk) -> None:
    walk = Kemenperin(desk).to("uploaded")
    assert walk.ukpbj.do({"outcome": "ditandatangani"}).status == 303
    assert desk.case().notification.signer == BAMBANG.id


@pytest.mark.parametrize(
    ("walk", "answers", "stage", "role"),
    [
        (Kemenperin, {"surel.h2": ARIF.email}, "receiving", "tim-pengelola"),
        (Kemenperin, {"surel.h3": BAMBANG.email}, "at the unit", "kepala-ukpbj"),
        (Melawi, {"pendaftar": "kuasa", "surel-pemberi-kuasa": STAFF["agus"].email}, "verifying",
         "verifikator"),
    ],
)  # fmt: skip
def test_nobody_works_on_a_case_that_gives_them_an_account(
    desk: Desk, walk: type[Walk], answers: dict[str, str], stage: str, role: str
) -> None:
    """G15: whether they are a holder, or whom a proxy acts for."""
    there = walk(desk, {**walk.usual, **answers}).to(stage)
    task = there.officer(role).task
    assert Browser().get(task).status == 403
    assert program("GET", f"{task}/dokumen/surat-permohonan").status == 403


def test_an_applicant_who_is_an_officer_cannot_pause_their_own_case(desk: Desk) -> None:
    """G15."""
    walk = Babel(desk)
    walk.applicant.address = STAFF["hendra"].email
    walk.to("at the bureau")
    task = desk.link(STAFF["hendra"].email, "t")
    halt = {"act": "jeda", "cause": "listrik", "reason": "Padam."}
    assert program("POST", f"{task}/jeda", halt).status == 403
    assert program("POST", f"{task}/disposisi", {"own": "Segera."}).status == 403
    assert desk.case().pauses == ()


def test_a_role_withdrawn_while_pausing_is_refused(desk: Desk) -> None:
    """G4: the role is checked in the same transaction."""
    walk = Babel(desk).to("at the bureau")
    task, hendra = walk.officer("kepala-biro").task, STAFF["hendra"]
    halt = {"act": "jeda", "cause": "listrik", "reason": "Padam."}
    with desk.before_save(lambda: desk.world.staff.appoint(replace(hendra, active=False))):
        assert program("POST", f"{task}/jeda", halt).status == 403
    assert desk.case().pauses == ()


def test_a_head_without_the_steps_role_opens_no_task(desk: Desk) -> None:
    """G4."""
    walk = Kemenperin(desk, BUREAU).to("receiving")
    task = _link_for(desk, walk.team.task, BAMBANG.id)
    assert Browser().get(task).status == 403
    assert PEOPLE[0]["nama"] not in Browser().get(task).body
