"""Several people in one letter: who may come and go when, and that no two are one."""

import pytest

from functions.core.answers import EXPIRED
from functions.register.people import MAY
from tests.desk.browser import Browser, program
from tests.desk.office import Desk
from tests.desk.samples import BUREAU, NIP, PEOPLE
from tests.desk.walks import Babel, Kemenperin

DIFFERENT = "Alamat email dan NIP setiap orang harus berbeda"
LATE = {"verdict.h2": "tidak-jelas", "verdict.sk-pejabat-pengadaan.h2": "kedaluwarsa"}


@pytest.fixture
def mending(desk: Desk) -> Kemenperin:
    """Of three people, the second's data and decree were found wrong."""
    walk = Kemenperin(desk).to("receiving")
    walk.team.find("belum-lengkap", LATE)
    return walk


def _change(walk: Kemenperin, act: str, **more: str) -> int:
    said = {"act": act, **more}
    return program("POST", f"{walk.applicant.link}/pemegang", said).status


def test_a_person_may_be_left_out_while_mending(desk: Desk, mending: Kemenperin) -> None:
    assert _change(mending, "hapus", holder="h2") == 200
    case = desk.case()
    assert case.holders == ("h1", "h3")
    of_them = [n for n in (*case.answers, *case.documents, *case.findings) if n.endswith("h2")]
    assert of_them == []
    assert mending.applicant.look("/perbaikan")["gaps"] == []
    assert mending.applicant.do("/perbaikan", {"done": "ya"}).status == 303
    assert desk.case().here.id == "periksa"


def test_nobody_comes_along_while_mending(desk: Desk, mending: Kemenperin) -> None:
    assert _change(mending, "tambah") == 409
    page = Browser().get(f"{mending.applicant.link}/pemegang").body
    assert "Tambah satu orang" not in page
    assert "Keluarkan dari surat ini" in page
    assert len(desk.case().holders) == 3


def test_the_page_of_gaps_leads_to_leaving_somebody_out(mending: Kemenperin) -> None:
    link = mending.applicant.link
    assert f'href="{link}/pemegang"' in Browser().get(f"{link}/perbaikan").body
    for holder in ("h2", "h3"):
        _change(mending, "hapus", holder=holder)
    assert f'href="{link}/pemegang"' not in Browser().get(f"{link}/perbaikan").body


@pytest.mark.parametrize("act", MAY)
@pytest.mark.parametrize("stage", ["at the unit", "receiving", "approving", "closed"])
def test_elsewhere_nobody_comes_or_goes(desk: Desk, stage: str, act: str) -> None:
    walk = Kemenperin(desk).to(stage)
    before = desk.case().holders
    assert _change(walk, act, holder="h2") in {404, 409, 410}
    assert desk.case().holders == before


@pytest.mark.parametrize(("name", "value"), [("surel.h3", PEOPLE[0]["surel"]), ("nip.h2", NIP[0])])
def test_two_people_with_one_mailbox_or_nip_are_not_sent(desk: Desk, name: str, value: str) -> None:
    """G6: one could open the other's account."""
    walk = Kemenperin(desk, {**BUREAU, name: value}).to("filled")
    answer = walk.applicant.submit()
    assert answer.status == 422
    assert DIFFERENT in answer.body
    assert desk.case().here.id == "permohonan"
    holder = name.split(".")[1]
    assert _change(walk, "hapus", holder=holder) == 200
    assert walk.applicant.submit().status == 303


def test_nor_are_they_when_it_is_mended_so(desk: Desk, mending: Kemenperin) -> None:
    """G6."""
    mending.applicant.known = {**mending.applicant.known, "nip.h2": NIP[0]}
    mending.applicant.answer("/data/h2")
    mending.applicant.send_scans()
    answer = mending.applicant.do("/perbaikan", {"done": "ya"})
    assert (answer.status, DIFFERENT in answer.body) == (422, True)
    assert desk.case().here.id == "lengkapi"


def test_what_ended_since_keeps_nobody_from_mending_something_else(desk: Desk) -> None:
    """The officer is warned of it instead."""
    walk = Babel(desk).to("filled")
    walk.applicant.known = {**walk.applicant.known, "sk-berlaku": "2026-03-12"}
    walk.applicant.answer("/data/sk")
    walk.applicant.submit()
    walk.officer("verifikator").find("belum-lengkap", {"verdict.surat-permohonan": "tidak-jelas"})
    desk.later(days=5)
    walk.applicant.send_scans()
    assert walk.applicant.do("/perbaikan", {"done": "ya"}).status == 303
    assert EXPIRED in Browser().get(walk.officer("verifikator").task).body
