"""Two officers at one task: whoever writes first has decided (G3)."""

import pytest

from functions.core.errors import Decided
from tests.desk.browser import Answer, program
from tests.desk.office import BUDI, Desk
from tests.desk.people import PASSWORD, Verifier
from tests.desk.stages import reach


@pytest.fixture
def both(desk: Desk) -> tuple[Verifier, Verifier]:
    """Siti and Budi before the same documents, which are in order."""
    _, siti = reach(desk, "checking")
    siti.keep_screenshot()
    return siti, Verifier(desk, BUDI.email)


def _judge(officer: Verifier, task: str, verdicts: dict[str, str], outcome: str) -> Answer:
    command = {"outcome": outcome, "message": "Alasan.", "confirmed": "ya", "consent": "ya"}
    return program("POST", f"{task}/periksa", {**command, **verdicts})


def test_the_slower_of_two_officers_is_told_so_politely(
    desk: Desk, both: tuple[Verifier, Verifier]
) -> None:
    """G3."""
    siti, budi = both
    task, other, verdicts = siti.task, budi.task, siti.verdicts()
    with desk.before_save(lambda: _judge(budi, other, verdicts, "ditolak")):
        answer = _judge(siti, task, verdicts, "sesuai")
    assert answer.status == 409
    assert answer.view["message"] == Decided.message
    assert [e.detail["outcome"] for e in desk.history("decided")][-1] == "ditolak"


def test_a_decision_never_falls_on_a_later_step_than_the_officer_saw(
    desk: Desk, both: tuple[Verifier, Verifier]
) -> None:
    """G3: "ditolak" is offered by the check and by the approval after it."""
    siti, budi = both
    task, other, verdicts = siti.task, budi.task, siti.verdicts()

    def faster() -> None:
        _judge(budi, other, verdicts, "sesuai")
        desk.settle()

    with desk.before_save(faster):
        answer = _judge(siti, task, verdicts, "ditolak")
    assert answer.status == 409
    assert desk.case().here.id == "setujui"


def test_an_applicants_wish_and_an_officers_decision_do_not_both_happen(
    desk: Desk, both: tuple[Verifier, Verifier]
) -> None:
    """G3."""
    siti, _ = both
    vendor_link = desk.link("wulan@maju.co.id", "p")
    task, verdicts = siti.task, siti.verdicts()
    with desk.before_save(lambda: _judge(siti, task, verdicts, "sesuai")):
        answer = program("POST", f"{vendor_link}/jadwal-ulang", {"wish": "Besok"})
    assert answer.status == 409
    assert [e.detail["outcome"] for e in desk.history("decided")][-1] == "sesuai"


def test_a_scan_that_arrives_between_does_not_cost_the_decision(
    desk: Desk, both: tuple[Verifier, Verifier]
) -> None:
    """G1: the act is tried again on the case as it is now."""
    siti, _ = both
    task, verdicts = siti.task, siti.verdicts()
    with desk.before_save(siti.keep_screenshot):
        assert _judge(siti, task, verdicts, "sesuai").status == 200
    assert desk.case().transit.outcome == "sesuai"


def test_two_approvals_make_one_account(desk: Desk) -> None:
    """G3, G12."""
    _, siti = reach(desk, "approving")
    task, other = siti.task, Verifier(desk, BUDI.email).task
    one = {"outcome": "disetujui", "user_id": "pertama", "password": PASSWORD}
    with desk.before_save(lambda: program("POST", f"{other}/akun", one)):
        assert program("POST", f"{task}/akun", {**one, "user_id": "kedua"}).status == 409
    assert desk.case().account.user_id == "pertama"
    assert sum(kind == "user-id-batang" for kind, *_ in desk.world.cases.claims) == 1
