"""A month for other programs: deviations as a table, the ledger as an event log."""

import csv
import json
from base64 import b64decode
from io import StringIO
from typing import Any

import pytest

from functions.core.deviation import WHAT
from functions.core.ledger import KINDS
from functions.sops import current
from tests.desk.browser import Answer, ask
from tests.desk.office import Desk
from tests.desk.walk import Walk
from tests.desk.walks import Babel, Batang

FILES = ("/csv", "/ocel.json")


def _export(walk: Walk, file: str, month: str = "2026-03") -> Answer:
    return ask("GET", f"{walk.officer('verifikator').seat}/penyimpangan/{month}{file}")


def _rows(answer: Answer) -> list[dict[str, str]]:
    return list(csv.DictReader(_table(answer)))


def _table(answer: Answer) -> StringIO:
    return StringIO(b64decode(answer.body).decode("utf-8-sig"))


def _log(walk: Walk) -> Any:
    return json.loads(_export(walk, "/ocel.json").body)


def test_deviations_are_rows_with_owner_and_hour(desk: Desk) -> None:
    walk = Babel(desk).to("paused")
    answer = _export(walk, "/csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    [row] = _rows(answer)
    assert (row["Nomor"], row["Waktu"]) == (desk.case().id, "2026-03-09 09:00")
    assert row["Pelaksana menurut SOP"] == current(walk.sop).roles["kepala-biro"]
    assert row["Penyimpangan"].startswith(WHAT["paused"])


def test_the_log_holds_the_months_ledger_event_by_event(desk: Desk) -> None:
    walk = Babel(desk).to("closed")
    answer = _export(walk, "/ocel.json")
    assert answer.headers["content-type"] == "application/json"
    assert 'filename="ocel-babel-2026-03.json"' in answer.headers["content-disposition"]
    told = [e for e in desk.history() if e.kind in KINDS]
    found = json.loads(answer.body)["events"]
    assert sorted(e["id"] for e in found) == sorted(f"{desk.case().id}#{e.seq}" for e in told)
    assert "decided disposisi-biro" in {e["type"] for e in found}


def test_the_log_is_of_cases_roles_and_officers(desk: Desk) -> None:
    log = _log(Babel(desk).to("closed"))
    assert {t["name"] for t in log["objectTypes"]} >= {"case", "officer", "role"}
    assert desk.case().id in {one["id"] for one in log["objects"]}


def test_an_export_holds_nothing_personal(desk: Desk) -> None:
    """G11"""
    walk = Batang(desk).to("closed")
    case = desk.case()
    said = _table(_export(walk, "/csv")).read() + _export(walk, "/ocel.json").body
    for words in (case.email, *case.answers.values()):
        if len(words) > 5 and words not in {"daring", "tatap-muka"}:
            assert words not in said


@pytest.mark.parametrize("file", FILES)
def test_who_is_not_signed_in_gets_no_export(desk: Desk, file: str) -> None:
    assert ask("GET", f"/penyimpangan/2026-03{file}").status == 401


@pytest.mark.parametrize("file", FILES)
def test_an_export_is_the_offices_own(desk: Desk, file: str) -> None:
    """G16"""
    walk = Babel(desk).to("paused")
    assert _export(walk, file).body != _export(walk, file, "2026-02").body
    assert _export(Batang(desk), file).body == _export(Batang(desk), file, "2026-02").body


@pytest.mark.parametrize("file", FILES)
def test_what_is_no_month_has_no_export(desk: Desk, file: str) -> None:
    assert _export(Babel(desk).to("receiving"), file, "2026-13").status == 404


@pytest.mark.parametrize("file", FILES)
def test_exporting_changes_nothing(desk: Desk, file: str) -> None:
    """G5"""
    walk = Babel(desk).to("paused")
    _export(walk, file)
    before = desk.state()
    _export(walk, file)
    assert desk.state() == before
