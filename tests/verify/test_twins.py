"""Two cases of one office with an NPWP or a User ID in common see each other; others do not."""

import pytest

from tests.desk.browser import Browser, program
from tests.desk.office import Desk
from tests.desk.samples import COMPANY, FIRM, GUEST
from tests.desk.walks import Batang, Melawi


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
    case = desk.world.cases.get(walk.applicant.number)
    return f"{walk.officer('helpdesk').seat}/tugas/{case.id}.{case.here.round}"


def _filed(desk: Desk, address: str, **answers: str) -> Melawi:
    """Another vendor, whose application was sent and waits."""
    walk = Melawi(desk, {**FIRM, **answers})
    walk.applicant.address = address
    return walk.to("visiting")


def test_two_who_wait_for_the_same_user_id_see_each_other(desk: Desk) -> None:
    """G12: before either has an account."""
    first = _filed(desk, "satu@maju.co.id")
    second = _filed(desk, "dua@maju.co.id", **{"npwp": "0763972502503000", "user-id": "MAJU.jaya"})
    for walk, other in ((first, second), (second, first)):
        page = Browser().get(_counter(desk, walk)).body
        assert f"User ID: permohonan {other.applicant.number}, User ID belum ada" in page


def test_another_offices_case_is_no_twin(desk: Desk) -> None:
    """G12, G16: an NPWP registered at another office is that office's own affair."""
    other = Batang(desk)
    other.applicant.address = "batang@maju.co.id"
    for name in ("registered", "filled", "scheduling"):
        other.acts[name](other)
    walk = _filed(desk, "melawi@maju.co.id", npwp=COMPANY["pajak"]["npwp"])
    task = _counter(desk, walk)
    assert program("GET", task).view["dossier"]["twins"] == []
    assert other.applicant.number not in Browser().get(task).body


def test_a_duplicate_wants_a_reason_only_where_data_are_verified(desk: Desk) -> None:
    _rival(desk)
    walk = Melawi(desk)
    for name in ("registered", "filled", "visiting"):
        walk.acts[name](walk)
    rina = walk.officer("helpdesk")
    rina.at(f"{_counter(desk, walk)}/buku-tamu", GUEST)
    assert rina.find("lengkap").status == 303
    lidia = walk.officer("verifikator")
    assert lidia.find("sesuai").error("twins")
    assert lidia.find("sesuai", {"twins": "NPWP cabang."}).status == 303
