"""Who may lay a hand on a case: not on one's own, and on the letter only one hand each."""

from dataclasses import replace

import pytest

from functions.core.officer import Officer as Appointed
from tests.desk.browser import Browser, program, seat
from tests.desk.office import STAFF, Desk
from tests.desk.officer import Officer
from tests.desk.samples import BUREAU, PEOPLE
from tests.desk.walk import Walk
from tests.desk.walks import Babel, Kemenperin, Melawi

DIAN, TIA, ARIF, BAMBANG = (STAFF[name] for name in ("dian", "tia", "arif", "bambang"))
WORDED = {"outcome": "dikoreksi", "text": "Surat yang dikoreksi."}


def _all_hands(desk: Desk) -> None:
    """An office so small that everybody may do everything."""
    every = ("tim-pengelola", "kepala-lpse", "kepala-ukpbj")
    for officer in (DIAN, TIA, ARIF, BAMBANG):
        desk.appoint(replace(officer, roles=every))


def _as(officer: str, task: str) -> str:
    """The same task, as this colleague asks for it."""
    return f"{seat('kemenperin', officer)}{task.partition('@')[2]}"


def test_who_drafted_the_letter_does_not_correct_it(desk: Desk) -> None:
    """G15."""
    _all_hands(desk)
    walk = Kemenperin(desk).to("correcting")
    drafter = desk.case().notification.versions[0].by
    task = _as(drafter, walk.lpse.task)
    before = desk.state()
    assert program("POST", f"{task}/konsep", WORDED).status == 403
    assert desk.state() == before


@pytest.mark.parametrize("place", [0, -1], ids=["drafter", "corrector"])
def test_who_worded_the_letter_does_not_sign_it(desk: Desk, place: int) -> None:
    """G15."""
    _all_hands(desk)
    walk = Kemenperin(desk).to("correcting")
    drafter = desk.case().notification.versions[0].by
    corrector, signer, _ = (o for o in (DIAN, TIA, ARIF, BAMBANG) if o.id != drafter)
    task = _as(corrector.id, walk.lpse.task)
    assert program("POST", f"{task}/konsep", WORDED).status == 200
    desk.settle()
    third = Officer(desk, signer.email)
    third.upload_letter()
    signing = {"outcome": "ditandatangani", "sha256": third.seen}
    task = _as(desk.case().notification.versions[place].by, third.task)
    assert program("POST", f"{task}/tanda-tangan", signing).status == 403
    assert desk.case().here.id == "tanda-tangan"
    assert program("POST", f"{third.task}/tanda-tangan", signing).status == 200


def test_a_barred_hand_is_told_so_before_it_has_written_anything(desk: Desk) -> None:
    """G15: the page itself answers so, and everything behind it."""
    _all_hands(desk)
    walk = Kemenperin(desk).to("correcting")
    task = _as(desk.case().notification.versions[0].by, walk.lpse.task)
    for page in ("", "/konsep", "/surat/pdf"):
        assert Browser().get(task + page).status == 403, page


def _few(desk: Desk, *pairs: tuple[Appointed, tuple[str, ...]]) -> None:
    """An office in which these alone have a role."""
    for officer in STAFF.values():
        if officer.office == "kemenperin":
            desk.appoint(replace(officer, active=False))
    for officer, roles in pairs:
        desk.appoint(replace(officer, roles=roles))


def test_no_letter_is_drafted_that_nobody_else_could_correct(desk: Desk) -> None:
    walk = Kemenperin(desk).to("drafting")
    tia, task = STAFF["tia"], walk.officer("tim-pengelola", 1).task
    _few(desk, (tia, ("tim-pengelola", "kepala-lpse")), (BAMBANG, ("kepala-ukpbj",)))
    drafting = {"outcome": "dikonsep", "text": "Konsep."}
    answer = program("POST", f"{_as(tia.id, task)}/konsep", drafting)
    assert answer.status == 422
    assert "Tidak ada Kepala" in answer.view["problems"][""]
    assert desk.case().notification.versions == ()
    desk.appoint(DIAN)
    assert program("POST", f"{_as(tia.id, task)}/konsep", drafting).status == 200


def test_no_letter_is_corrected_that_nobody_else_could_sign(desk: Desk) -> None:
    walk = Kemenperin(desk).to("correcting")
    task, before = walk.lpse.task, desk.case().notification
    _few(desk, (DIAN, ("kepala-lpse", "kepala-ukpbj")), (TIA, ("tim-pengelola",)))
    answer = program("POST", f"{task}/konsep", WORDED)
    assert answer.status == 422
    assert list(answer.view["problems"]) == [""]
    assert desk.case().notification == before
    desk.appoint(BAMBANG)
    assert program("POST", f"{task}/konsep", WORDED).status == 200


def test_who_has_to_go_on_alone_may_still_give_the_draft_back(desk: Desk) -> None:
    """A letter that nobody could sign is worth a better draft at least."""
    walk = Kemenperin(desk).to("correcting")
    _few(desk, (DIAN, ("kepala-lpse", "kepala-ukpbj")), (TIA, ("tim-pengelola",)))
    given_back = {"outcome": "dikembalikan", "message": "Nomornya?"}
    assert program("POST", f"{walk.lpse.task}/konsep", given_back).status == 200


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
    here = desk.case().here
    task = f"{seat('babel', 'hendra')}/tugas/{desk.case().id}.{here.round}"
    halt = {"act": "jeda", "cause": "listrik", "reason": "Padam."}
    assert program("POST", f"{task}/jeda", halt).status == 403
    assert program("POST", f"{task}/disposisi", {"own": "Segera."}).status == 403
    assert desk.case().pauses == ()


def test_a_role_withdrawn_while_pausing_is_refused(desk: Desk) -> None:
    """G4: the role is checked in the same transaction."""
    walk = Babel(desk).to("at the bureau")
    task, hendra = walk.officer("kepala-biro").task, STAFF["hendra"]
    halt = {"act": "jeda", "cause": "listrik", "reason": "Padam."}
    with desk.before_save(lambda: desk.appoint(replace(hendra, active=False))):
        assert program("POST", f"{task}/jeda", halt).status == 403
    assert desk.case().pauses == ()


def test_a_head_without_the_steps_role_opens_no_task(desk: Desk) -> None:
    """G4."""
    walk = Kemenperin(desk, BUREAU).to("receiving")
    task = _as(BAMBANG.id, walk.team.task)
    assert Browser().get(task).status == 403
    assert PEOPLE[0]["nama"] not in Browser().get(task).body
