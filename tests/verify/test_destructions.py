"""The record of destructions, as an office reads, prints and takes it along."""

import csv
from base64 import b64decode
from dataclasses import replace
from datetime import timedelta
from io import StringIO
from typing import Any

from tests.desk.browser import Answer, Browser, ask, program, seat
from tests.desk.office import MONDAY, Desk
from tests.desk.walks import Batang

GONE = MONDAY + timedelta(days=3654)
MONTH = f"{GONE:%Y-%m}"


def _report(walk: Batang, on: str = "") -> Any:
    return program("GET", f"{walk.siti.seat}/laporan/pemusnahan{on}").view


def _taken_along(walk: Batang, file: str) -> Answer:
    return ask("GET", f"{walk.siti.seat}/laporan/pemusnahan/{file}?bulan={MONTH}")


def test_what_was_destroyed_is_told_with_its_rule_and_its_end(desk: Desk) -> None:
    walk = Batang(desk).to("closed")
    number, closed = desk.case().id, desk.case().closed
    desk.retire(days=3654)
    [line] = _report(walk)["lines"]
    assert (line["number"], line["end"], line["rule"]) == (number, "Selesai", "3653 hari")
    assert line["ground"] == "menurut jadwal retensi"
    assert line["objects"] > 0
    assert closed.at.isoformat().startswith(line["ended"][:19])
    page = Browser().get(f"{walk.siti.seat}/laporan/pemusnahan").body
    assert number in page


def test_a_month_without_destructions_says_so(desk: Desk) -> None:
    walk = Batang(desk).to("closed")
    page = Browser().get(f"{walk.siti.seat}/laporan/pemusnahan").body
    assert "Tidak ada data yang dimusnahkan pada bulan ini." in page
    assert "Segera dimusnahkan" not in page


def test_what_comes_in_the_next_thirty_days_is_told_in_time_for_a_hold(desk: Desk) -> None:
    walk = Batang(desk).to("closed")
    desk.later(days=3653 - 31)
    assert _report(walk)["nearing"] == []
    desk.later(days=2)
    [near] = _report(walk)["nearing"]
    assert near["number"] == desk.case().id
    walk.siti.at(f"{walk.siti.file}/penahanan", {"act": "tahan", "reason": "Gugatan."})
    assert _report(walk)["nearing"] == []


def test_whom_a_case_is_about_is_not_told_of_it(desk: Desk) -> None:
    """G15"""
    walk = Batang(desk).to("closed")
    desk.later(days=3640)
    assert _report(walk)["nearing"]
    desk.world.cases.save(replace(desk.case(), barred=("siti",)))
    assert _report(walk)["nearing"] == []


def test_no_other_office_hears_of_it(desk: Desk) -> None:
    Batang(desk).to("closed")
    desk.later(days=3640)
    for office, officer in (("melawi", "rina"), ("babel", "hendra")):
        view = program("GET", seat(office, officer, "/laporan/pemusnahan")).view
        assert (view["nearing"], view["lines"]) == ([], [])


def test_the_table_and_the_paper_have_a_line_for_each(desk: Desk) -> None:
    walk = Batang(desk).to("closed")
    desk.retire(days=3654)
    told = _taken_along(walk, "csv")
    assert f"pemusnahan-batang-{MONTH}.csv" in told.headers["content-disposition"]
    [row] = csv.DictReader(StringIO(b64decode(told.body).decode("utf-8-sig")))
    assert row["Nomor"] == desk.case().id
    assert row["Masa simpan"] == "3653 hari"
    printed = b64decode(_taken_along(walk, "pdf").body).decode()
    assert "Berita acara pemusnahan data" in printed
    assert desk.case().id in printed


def test_what_is_no_month_is_not_found(desk: Desk) -> None:
    walk = Batang(desk).to("closed")
    asked = ask("GET", f"{walk.siti.seat}/laporan/pemusnahan?bulan=2026-13")
    assert asked.status == 404
