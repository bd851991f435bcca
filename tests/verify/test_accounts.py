"""Accounts for one or for several: each User ID once, and everything wrong beside its own field."""

import pytest

from tests.desk.browser import Browser, program
from tests.desk.office import Desk
from tests.desk.officer import PASSWORD
from tests.desk.samples import BUREAU, FIRM, UNIT
from tests.desk.walks import Babel, Kemenperin, Melawi

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
    answer = approving.team.do(fields)
    assert answer.error("user_id.h3")
    assert answer.error("password.h2")
    assert desk.case().accounts == {}
    assert desk.world.cases.claims.keys().isdisjoint({"user-id"})


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


def _rival(desk: Desk, **answers: str) -> Melawi:
    """Another vendor, whose account is active."""
    walk = Melawi(desk, {**FIRM, **answers})
    walk.applicant.address = "pesaing@maju.co.id"
    return walk.to("signing")


@pytest.mark.parametrize(
    ("rival", "what"),
    [({"npwp": "0122923022503000", "user-id": "lain"}, "NPWP"),
     ({"npwp": "122923022503000", "user-id": "lain"}, "NPWP"),
     ({"npwp": "0763972502503000"}, "User ID")],
)  # fmt: skip
def test_duplicates_are_shown_to_the_verifier_before_activation(
    desk: Desk, rival: dict[str, str], what: str
) -> None:
    """G12: row 4, NPWP and User ID."""
    number = _rival(desk, **rival).applicant.number
    walk = Melawi(desk, {**FIRM, "user-id": "MAJU.jaya"})
    for name, act in walk.acts.items():
        if name in {"registered", "filled", "visiting"}:
            act(walk)
    page = Browser().get(_counter(desk, walk)).body
    assert f"{what}: permohonan {number}, User ID Maju.Jaya" in page


def _counter(desk: Desk, walk: Melawi) -> str:
    """The helpdesk's task in the case of this walk."""
    rina = walk.officer("helpdesk")
    rina.browser.submit(f"{rina.queue}/tugas/{walk.applicant.number}", {})
    desk.settle()
    return rina.task


def test_a_duplicate_wants_a_reason_only_where_data_are_verified(desk: Desk) -> None:
    _rival(desk)
    walk = Melawi(desk)
    for name in ("registered", "filled", "visiting"):
        walk.acts[name](walk)
    rina = walk.officer("helpdesk")
    guest = {"name": "Dewi", "company": "CV", "address": "Jalan 1", "phone": "081234567890",
             "email": "dewi@maju.co.id", "purpose": "Berkas"}  # fmt: skip
    rina.at(f"{_counter(desk, walk)}/buku-tamu", guest)
    assert rina.find("lengkap").status == 303
    lidia = walk.officer("verifikator")
    assert lidia.find("sesuai").error("twins")
    assert lidia.find("sesuai", {"twins": "NPWP cabang."}).status == 303
