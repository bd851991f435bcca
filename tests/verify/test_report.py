"""The month in figures, as any officer of the office reads, prints and takes it along."""

import csv
from base64 import b64decode
from io import StringIO
from typing import Any

import pytest

from functions.core.records import Page
from functions.sops import current
from tests.desk.browser import Answer, Browser, ask, program
from tests.desk.office import Desk
from tests.desk.walk import Walk
from tests.desk.walks import Babel, Batang, Kemenperin, Melawi

FILES = ("/csv", "/pdf")


def _report(walk: Walk, role: str = "verifikator", month: str = "") -> Any:
    return program("GET", f"{walk.officer(role).seat}/laporan{month}").view


def _taken_along(walk: Walk, file: str, role: str = "verifikator") -> Answer:
    return ask("GET", f"{walk.officer(role).seat}/laporan/2026-03{file}")


def _table(answer: Answer) -> StringIO:
    return StringIO(b64decode(answer.body).decode("utf-8-sig"))


def _step(report: Any, id: str) -> Any:
    [service] = report["services"]
    return next(step for step in service["steps"] if step["id"] == id)


def test_a_case_is_counted_as_it_comes_is_sent_and_is_done(desk: Desk) -> None:
    walk = Batang(desk).to("closed")
    [service] = _report(walk)["services"]
    assert (service["sop"], service["opened"], service["sent"]) == (walk.sop, 1, 1)
    assert service["ended"] == {"selesai": 1, "ditolak": 0, "kedaluwarsa": 0}
    assert service["pace"]["count"] == 1


def test_a_step_is_timed_against_its_standard(desk: Desk) -> None:
    walk = Batang(desk).to("approving")
    desk.later(minutes=10)
    walk.siti.approve()
    step = _step(_report(walk), "setujui")
    assert step["pace"] == {"count": 1, "median": "PT10M", "p90": "PT10M"}
    assert (step["within"], step["standard"], step["on_time"]) == ("1 menit", "PT1M", 0)
    page = Browser().get(f"{walk.siti.seat}/laporan").body
    assert "10 menit" in page
    assert "0% <svg" in page


def test_a_pause_does_not_count(desk: Desk) -> None:
    walk = Babel(desk).to("at the bureau")
    desk.later(minutes=5)
    walk.officer("kepala-biro").pause()
    desk.later(minutes=30)
    walk.officer("kepala-biro").resume()
    desk.later(minutes=2)
    walk.officer("kepala-biro").dispose()
    report = _report(walk)
    assert _step(report, "disposisi-biro")["pace"]["median"] == "PT7M"
    assert report["services"][0]["deviations"] == {"paused": 1}


def test_what_waits_now_is_told_with_the_hands_it_is_in(desk: Desk) -> None:
    walk = Babel(desk).to("at the bureau")
    head, titles = walk.officer("kepala-biro"), current(walk.sop).roles
    waits = {desk["role"]: desk for desk in _report(walk)["backlogs"]}
    assert waits[titles["kepala-biro"]]["waiting"] == 1
    assert waits[titles["kepala-bagian"]]["waiting"] == 0
    head.at(f"{head.task}/pelaksana", {"act": "ambil"})
    waits = {desk["role"]: desk for desk in _report(walk)["backlogs"]}
    assert waits[titles["kepala-biro"]]["hands"] == {"Hendra Gunawan": 1}
    assert "Hendra Gunawan: 1" in Browser().get(f"{head.seat}/laporan").body


def test_a_queue_of_many_pages_is_counted_to_its_end(desk: Desk) -> None:
    walk = Babel(desk).to("at the bureau")
    page = desk.world.cases.queue("babel", ["kepala-biro"])
    parts = {"": Page(page.lines, "more"), "more": Page(page.lines * 2)}
    desk.world.cases.queue = lambda office, roles, start="": parts[start]
    assert {desk["waiting"] for desk in _report(walk)["backlogs"]} == {3}


def test_a_month_that_is_over_tells_nothing_of_now(desk: Desk) -> None:
    walk = Babel(desk).to("at the bureau")
    assert _report(walk, month="/2026-03")["backlogs"]
    desk.later(days=31)
    report = _report(walk, month="/2026-03")
    assert report["backlogs"] == []
    assert report["services"][0]["opened"] == 1
    assert (_report(walk)["month"], _report(walk)["before"]) == ("2026-04", "2026-03")


def test_a_month_without_cases_says_so_in_words(desk: Desk) -> None:
    walk = Babel(desk).to("at the bureau")
    page = Browser().get(f"{walk.officer('verifikator').seat}/laporan/2026-01").body
    assert "Belum ada permohonan pada bulan ini." in page
    assert 'href="/laporan/2025-12"' in page
    ask("GET", f"{walk.officer('verifikator').seat}/laporan/2026-01/pdf")
    assert "Belum ada permohonan" in desk.world.press.papers[-1].model_dump_json()


def test_figures_can_be_taken_along_as_a_table(desk: Desk) -> None:
    walk = Batang(desk).to("closed")
    answer = _taken_along(walk, "/csv")
    assert (answer.status, answer.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    assert 'filename="laporan-batang-2026-03.csv"' in answer.headers["content-disposition"]
    head, whole, *steps = csv.reader(_table(answer))
    told = dict(zip(head, whole, strict=True))
    assert (told["Tahap"], told["Masuk"], told["Selesai"]) == ("Seluruh layanan", "1", "1")
    theirs = [s for s in current(walk.sop).steps if s.by != "pelaku-usaha"]
    assert [row[2] for row in steps] == [step.title for step in theirs]


def test_figures_can_be_printed(desk: Desk) -> None:
    walk = Batang(desk).to("closed")
    answer = _taken_along(walk, "/pdf")
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    paper = desk.world.press.papers[-1]
    assert paper.title == "Laporan pelayanan Maret 2026"
    assert "Verifikasi dokumen" in paper.model_dump_json()


@pytest.mark.parametrize("file", ["", *FILES])
@pytest.mark.parametrize("month", ["2026-13", "2026-3", "x"])
def test_what_is_no_month_is_not_found(desk: Desk, file: str, month: str) -> None:
    walk = Babel(desk).to("receiving")
    assert ask("GET", f"{walk.officer('verifikator').seat}/laporan/{month}{file}").status == 404


@pytest.mark.parametrize("file", ["", *FILES])
def test_who_is_not_signed_in_reads_no_figures(desk: Desk, file: str) -> None:
    assert ask("GET", f"/laporan/2026-03{file}").status == 401


@pytest.mark.parametrize("file", FILES)
def test_taking_figures_along_changes_nothing(desk: Desk, file: str) -> None:
    """G5"""
    walk = Batang(desk).to("closed")
    seat = walk.siti.seat
    before = desk.state()
    ask("GET", f"{seat}/laporan/2026-03{file}")
    assert desk.state() == before


@pytest.mark.parametrize(
    ("other", "role"), [(Batang, "verifikator"), (Melawi, "helpdesk"), (Kemenperin, "kepala-lpse")]
)
def test_another_offices_officer_sees_none_of_it(desk: Desk, other: type[Walk], role: str) -> None:
    """G16"""
    Babel(desk).to("paused")
    assert _report(other(desk), role)["services"] == []


def test_no_figure_names_a_case_or_an_applicant(desk: Desk) -> None:
    walk = Batang(desk).to("closed")
    page = Browser().get(f"{walk.siti.seat}/laporan").body
    for words in (desk.case().id, desk.case().email, *desk.case().answers.values()):
        if len(words) > 5:
            assert words not in page
