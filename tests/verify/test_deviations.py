"""The register of deviations, as an officer reads it: what, whose, and since when (G9)."""

from datetime import datetime, timedelta

import pytest

from functions.sops import current
from functions.verify.deviations import WHAT
from tests.desk.browser import Browser, program
from tests.desk.office import Desk
from tests.desk.walk import Walk
from tests.desk.walks import Babel, Batang, Kemenperin, Melawi


def _register(walk: Walk, role: str, month: str = "") -> str:
    return f"{walk.officer(role).queue}/penyimpangan{month}"


def _entries(path: str) -> list[tuple[str, str, str]]:
    found = program("GET", path).view["entries"]
    return [(entry["number"], entry["what"], entry["owner"]) for entry in found]


def test_what_is_late_is_there_once_with_its_owner_and_hour(desk: Desk) -> None:
    walk = Babel(desk).to("at the bureau")
    due, number = desk.case().here.due, desk.case().id
    for _ in range(3):
        desk.now = due + timedelta(hours=1)
        desk.sweep()
    walk.officer("kepala-biro").dispose()
    path = _register(walk, "verifikator")
    (entry,) = program("GET", path).view["entries"]
    assert (entry["number"], entry["step"]) == (
        number,
        current(walk.sop).step("disposisi-biro").title,
    )
    assert (entry["what"], entry["owner"]) == (WHAT["late"], current(walk.sop).roles["kepala-biro"])
    assert datetime.fromisoformat(entry["due"]) == due
    page = Browser().get(path).body
    assert WHAT["late"] in page
    assert number in page


def test_a_pause_is_there_with_its_cause(desk: Desk) -> None:
    walk = Babel(desk).to("paused")
    number = desk.case().id
    (found,) = _entries(_register(walk, "verifikator"))
    cause = "Waktu dijeda: Pejabat/petugas tidak di tempat"
    assert found == (number, cause, current(walk.sop).roles["kepala-biro"])


def test_rows_that_were_skipped_are_there_as_whose_they_were(desk: Desk) -> None:
    walk: Batang = Batang(desk).to("following")
    walk.siti.at(f"{walk.siti.queued}/tindak-lanjut", {"reason": "Tidak menjawab."})
    ((number, what, owner),) = _entries(_register(walk, "verifikator"))
    assert (number, what) == (walk.desk.case().id, "Dilewati: baris 8")
    assert owner == current(walk.sop).roles["pelaku-usaha"]


def test_another_month_is_read_by_its_name(desk: Desk) -> None:
    walk = Babel(desk).to("paused")
    assert len(_entries(_register(walk, "verifikator", "/2026-03"))) == 1
    assert _entries(_register(walk, "verifikator", "/2026-02")) == []
    view = program("GET", _register(walk, "verifikator", "/2026-01")).view
    assert view["before"] == "2025-12"
    assert program("GET", _register(walk, "verifikator")).view["before"] == "2026-02"


@pytest.mark.parametrize("month", ["2026-13", "2026-00", "2026-3", "1999-12", "x", "2026-03-01"])
def test_what_is_no_month_is_not_found(desk: Desk, month: str) -> None:
    walk = Babel(desk).to("receiving")
    assert program("GET", _register(walk, "verifikator", f"/{month}")).status == 404


@pytest.mark.parametrize(
    ("other", "role"), [(Batang, "verifikator"), (Melawi, "helpdesk"), (Kemenperin, "kepala-lpse")]
)
def test_another_offices_officer_sees_none_of_it(desk: Desk, other: type[Walk], role: str) -> None:
    """G16."""
    number = Babel(desk).to("paused").applicant.number
    path = f"{other(desk).officer(role).queue}/penyimpangan"
    assert program("GET", path).view["entries"] == []
    assert number not in Browser().get(path).body


def test_the_queue_leads_there(desk: Desk) -> None:
    queue = Babel(desk).officer("verifikator").queue
    assert f'href="{queue}/penyimpangan"' in Browser().get(queue).body
