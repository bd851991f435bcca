"""The register of deviations, as an officer reads it: what, whose, and why (G9)."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from functions.core.deviation import WHAT
from functions.sops import current
from functions.verify.reports import deviations
from tests.desk.browser import Browser, program
from tests.desk.office import STAFF, Desk
from tests.desk.walk import Walk
from tests.desk.walks import Babel, Batang, Kemenperin, Melawi, Unanswered

OUTSIDE = {"outcome": "disetujui", "user_id": "RAHMA", "capacity": "PPE",
           "outside": "Diserahkan di loket, tanda terima 7."}  # fmt: skip


def _register(walk: Walk, role: str, rest: str = "") -> str:
    return f"{walk.officer(role).seat}/penyimpangan{rest}"


def _view(walk: Walk, role: str = "verifikator", rest: str = "") -> dict[str, Any]:
    return program("GET", _register(walk, role, rest)).view


def _lines(walk: Walk, role: str = "verifikator", rest: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = _view(walk, role, rest)["lines"]
    return found


def test_what_is_late_is_there_once_with_owner_standard_and_actual(desk: Desk) -> None:
    walk = Babel(desk).to("at the bureau")
    sop, due, number = current(walk.sop), desk.case().here.due, desk.case().id
    for _ in range(3):
        desk.now = due + timedelta(hours=1)
        desk.sweep()
    walk.officer("kepala-biro").dispose()
    (line,) = _lines(walk)
    assert (line["number"], line["what"]) == (number, WHAT["late"])
    assert (line["step"], line["rows"]) == (sop.step("disposisi-biro").title, "3")
    assert (line["owner"], line["role"]) == (sop.roles["kepala-biro"],) * 2
    assert line["standard"].startswith(str(sop.within))
    assert line["actual"] == "Lewat 1 jam, belum selesai"
    assert datetime.fromisoformat(line["due"]) == due
    page = Browser().get(_register(walk, "verifikator")).body
    assert WHAT["late"] in page
    assert f'href="/berkas/{number}"' in page
    assert "Belum dijelaskan" in page


def test_who_is_late_is_asked_for_an_explanation_in_the_digest(desk: Desk) -> None:
    walk = Babel(desk).to("at the bureau")
    desk.now = desk.case().here.due + timedelta(minutes=5)
    desk.sweep()
    (mail,) = desk.mails(walk.officer("kepala-biro").address, "lewat batas waktu")
    assert "/penyimpangan?saring=saya" in mail.text


def test_who_decides_late_before_any_digest_is_asked_by_a_letter_of_its_own(desk: Desk) -> None:
    walk = Babel(desk).to("at the bureau")
    desk.now = desk.case().here.due + timedelta(minutes=5)
    chief = walk.officer("kepala-biro")
    chief.dispose()
    (line,) = _lines(walk)
    assert line["actual"] == "Lewat 5 menit"
    (mail,) = desk.mails(chief.address, "Penjelasan diminta")
    assert f"/penyimpangan/jelaskan/{line['number']}/{line['event']}" in mail.text


def test_a_pause_is_there_with_its_cause_and_its_reason(desk: Desk) -> None:
    walk = Babel(desk).to("paused")
    chief = STAFF[desk.case().pauses[0].by]
    (line,) = _lines(walk)
    assert (line["what"], line["owner"]) == (WHAT["paused"], chief.name)
    assert line["actual"] == "Pejabat/petugas tidak di tempat"
    assert (line["explanation"], line["asked"]) == (desk.case().pauses[0].reason, False)


def test_rows_that_an_officer_left_undone_are_theirs(desk: Desk) -> None:
    walk = Unanswered(desk).to("given up")
    (line,) = _lines(walk)
    assert (line["what"], line["rows"], line["owner"]) == (
        WHAT["skipped"],
        "8",
        STAFF["siti"].name,
    )
    assert line["role"] == current(walk.sop).roles["pelaku-usaha"]
    assert len(desk.mails(walk.siti.address, "Penjelasan diminta")) == 1


def test_an_applicants_silence_is_there_and_nobody_is_asked(desk: Desk) -> None:
    walk = Batang(desk).to("following")
    desk.later(days=90)
    desk.machine.lapse(desk.case().id)
    desk.settle()
    skipped = [line for line in _lines(walk) if line["what"] == WHAT["skipped"]]
    assert [(s["owner"], s["asked"]) for s in skipped] == [
        (current(walk.sop).roles["pelaku-usaha"], False)
    ]
    assert desk.mails(walk.siti.address, "Penjelasan diminta") == []


def test_an_account_handed_over_outside_is_there_once(desk: Desk) -> None:
    walk = Babel(desk).to("approving")
    admin = walk.officer("admin-lpse")
    admin.do(OUTSIDE)
    (line,) = [line for line in _lines(walk) if line["what"] == WHAT["outside"]]
    assert line["rows"] == "6"
    assert len(desk.mails(admin.address, "Penjelasan diminta")) == 1
    assert OUTSIDE["outside"] not in repr(desk.history())


def test_where_the_office_has_a_channel_of_its_own_handing_over_by_it_is_no_deviation(
    desk: Desk,
) -> None:
    assert _lines(Kemenperin(desk).to("drafting"), "kepala-lpse") == []


def test_the_register_is_in_the_order_of_time_and_counts_by_kind(desk: Desk) -> None:
    walk = Babel(desk).to("resumed")
    desk.later(days=5)
    desk.sweep()
    view = _view(walk)
    assert [line["what"] for line in view["lines"]] == [WHAT["paused"], WHAT["late"]]
    assert view["counts"] == {WHAT["paused"]: 1, WHAT["late"]: 1}


def test_mine_are_those_that_i_or_my_role_account_for(desk: Desk) -> None:
    walk = Babel(desk).to("paused")
    assert len(_lines(walk, "kepala-biro", "?saring=saya")) == 1
    assert _lines(walk, "verifikator", "?saring=saya") == []
    page = Browser().get(_register(walk, "verifikator", "?saring=saya")).body
    assert "Tidak ada penyimpangan yang menjadi tanggung jawab Anda" in page


def test_a_long_month_goes_on_on_the_next_page(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deviations, "SIZE", 1)
    walk = Babel(desk).to("resumed")
    desk.later(days=5)
    desk.sweep()
    view = _view(walk)
    assert [line["what"] for line in view["lines"]] == [WHAT["paused"]]
    second = program("GET", f"{walk.officer('verifikator').seat}{view['following']}").view
    assert [line["what"] for line in second["lines"]] == [WHAT["late"]]
    assert second["following"] == ""


def test_another_month_is_read_by_its_name(desk: Desk) -> None:
    walk = Babel(desk).to("paused")
    assert len(_lines(walk, rest="/2026-03")) == 1
    assert _lines(walk, rest="/2026-02") == []
    view = _view(walk, rest="/2026-01")
    assert (view["before"], view["after"]) == ("2025-12", "2026-02")
    assert _view(walk, rest="/2025-12")["after"] == "2026-01"
    now = _view(walk)
    assert (now["before"], now["after"]) == ("2026-02", "")


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
    assert _lines(other(desk), role) == []
    assert number not in Browser().get(_register(other(desk), role)).body


def test_who_owned_it_and_left_is_still_named(desk: Desk) -> None:
    walk = Unanswered(desk).to("given up")
    desk.appoint(replace(STAFF["siti"], active=False))
    assert _lines(walk)[0]["owner"] == STAFF["siti"].name


def test_every_officers_page_leads_there(desk: Desk) -> None:
    assert 'href="/penyimpangan"' in Browser().get(Babel(desk).officer("verifikator").queue).body
