"""Accounts for one or for several: each User ID once, and everything wrong beside its own field."""

import pytest

from tests.desk.browser import Browser, program
from tests.desk.office import Desk
from tests.desk.officer import PASSWORD
from tests.desk.samples import BUREAU, UNIT
from tests.desk.walk import Walk
from tests.desk.walks import Babel, Batang, Kemenperin, Melawi

TAKEN = "sudah tercatat untuk permohonan lain"


@pytest.fixture
def approving(desk: Desk) -> Kemenperin:
    return Kemenperin(desk).to("approving")


def test_the_same_user_id_twice_in_one_form_is_named_beside_the_second(
    desk: Desk, approving: Kemenperin
) -> None:
    """G12: whichever letters are capitals."""
    answer = approving.team.do({**approving.accounts, "user_id.h2": "andi"})
    assert answer.status == 422
    assert "untuk orang lain" in answer.error("user_id.h2")
    assert answer.error("user_id.h1") == answer.error("user_id.h3") == ""
    assert desk.case().accounts == {}


def _second(desk: Desk) -> tuple[Kemenperin, str]:
    """Another unit's letter, for other people, and the tim's link to its accounts."""
    others = {k: v.replace("@industri", "@lain") for k, v in BUREAU.items()}
    walk = Kemenperin(desk, others)
    walk.applicant.address = "lain@industri.test"
    walk.to("receiving")
    walk.team.find("lengkap")
    return walk, walk.team.task


@pytest.mark.parametrize("taken", ["h1", "h2", "h3"])
def test_a_user_id_of_another_case_is_named_beside_its_holder(
    desk: Desk, approving: Kemenperin, taken: str
) -> None:
    """G12."""
    approving.team.do(approving.accounts)
    other, task = _second(desk)
    fields = {**other.accounts, **{f"user_id.h{n}": f"LAIN{n}" for n in (1, 2, 3)}}
    answer = Browser().submit(task, {**fields, f"user_id.{taken}": "Andi"})
    assert answer.status == 422
    assert TAKEN in answer.error(f"user_id.{taken}")
    assert answer.body.count(TAKEN) == 2, "beside the field, and in the summary"
    assert PASSWORD not in answer.body
    assert Browser().submit(task, fields).status == 303


def test_all_accounts_are_recorded_or_none(desk: Desk, approving: Kemenperin) -> None:
    fields = {**approving.accounts, "user_id.h3": "", "password.h2": "pendek"}
    claims = dict(desk.world.cases.claims)
    answer = approving.team.do(fields)
    assert answer.error("user_id.h3")
    assert answer.error("password.h2")
    assert desk.case().accounts == {}
    assert desk.world.cases.claims == claims


def test_an_account_for_nobody_of_the_letter_is_refused(approving: Kemenperin) -> None:
    task = approving.team.task
    fields = {**approving.accounts, "user_id.h9": "SIAPA", "password.h9": PASSWORD}
    answer = program("POST", task + "/akun", fields)
    assert answer.status == 422
    assert answer.view["problems"]["user_id.h9"] == "Tidak dikenal."


def test_a_password_handed_over_outside_does_not_come_into_loket(
    desk: Desk, approving: Kemenperin
) -> None:
    answer = approving.team.do({**approving.accounts, "password.h3": PASSWORD})
    assert "di luar Loket" in answer.error("password.h3")
    assert desk.case().accounts == {}


def test_a_password_that_the_applicant_chose_does_not_come_into_loket(desk: Desk) -> None:
    walk = Melawi(desk).to("approving")
    answer = program("POST", f"{walk.officer('verifikator').task}/akun",
                     {"outcome": "disetujui", "user_id": "Maju", "password": PASSWORD})  # fmt: skip
    assert "password" in answer.view["problems"]
    assert desk.case().accounts == {}


def test_as_what_the_officer_acted_is_chosen_and_kept(desk: Desk) -> None:
    walk = Babel(desk, UNIT).to("approving")
    mega = walk.officer("admin-lpse")
    made = {"outcome": "disetujui", "user_id": "RAHMA", "password": PASSWORD}
    for wrong in ({}, {"capacity": "Direktur"}):
        assert mega.do({**made, **wrong}).error("capacity")
    assert mega.do({**made, "capacity": "Agency"}).status == 303
    assert desk.case().account.capacity == "Agency"


def test_another_offices_account_of_that_name_is_no_obstacle(desk: Desk) -> None:
    """G12: each office's application knows its own User IDs."""
    Melawi(desk).to("signing")
    walk = Batang(desk)
    for act in list(walk.acts.values())[:4]:
        act(walk)
    walk.siti.keep_screenshot()
    walk.siti.find("sesuai")
    assert walk.siti.approve("Maju.Jaya").status == 303


@pytest.mark.parametrize(
    ("walk", "role", "check"), [(Melawi, "verifikator", "verifikasi"),
                                (Kemenperin, "tim-pengelola", "periksa")],
)  # fmt: skip
def test_what_cannot_be_made_goes_back_to_the_check_with_a_reason(
    desk: Desk, walk: type[Walk], role: str, check: str
) -> None:
    there = walk(desk).to("approving")
    back = {"outcome": "diperiksa-lagi"}
    assert there.officer(role).do({**back, "message": " "}).error("message")
    assert there.officer(role).do({**back, "message": "NIP tidak cocok."}).status == 303
    assert (desk.case().here.id, desk.case().accounts) == (check, {})
    assert desk.case().message == "NIP tidak cocok."
    assert desk.history("decided")[-1].rows == ()
    assert desk.mails(there.applicant.address)[-1].subject.find("akun") == -1


@pytest.mark.parametrize(
    ("walk", "role", "outcome"), [(Babel, "admin-lpse", "diperiksa-lagi"),
                                  (Kemenperin, "tim-pengelola", "ditolak")],
)  # fmt: skip
def test_an_outcome_that_the_paper_does_not_know_is_refused(
    desk: Desk, walk: type[Walk], role: str, outcome: str
) -> None:
    task, before = walk(desk).to("approving").officer(role).task, desk.case()
    said = {"outcome": outcome, "message": "Alasan."}
    assert program("POST", f"{task}/akun", said).status == 422
    assert desk.case() == before
