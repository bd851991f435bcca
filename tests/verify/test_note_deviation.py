"""An officer tells of what Loket cannot see: which rows, when truly, and why (G9)."""

from dataclasses import replace

import pytest

from functions.core.deviation import WHAT
from functions.core.sop import HEAD
from tests.desk.browser import Answer, Browser, program, seat
from tests.desk.office import STAFF, Desk
from tests.desk.walks import Batang

NOTE = {"what": "outside", "row.4": "ya", "row.5": "ya", "date": "2026-03-09", "time": "08.30",
        "text": "Jaringan kantor mati; berkas diperiksa di atas kertas."}  # fmt: skip


@pytest.fixture
def walk(desk: Desk) -> Batang:
    return Batang(desk).to("checking")


def _page(desk: Desk, officer: str = "siti", office: str = "batang") -> str:
    return seat(office, officer, f"/penyimpangan/catat/{desk.case().id}")


def _note(desk: Desk, officer: str = "siti", **said: str) -> Answer:
    return Browser().submit(_page(desk, officer), {**NOTE, **said})


@pytest.mark.parametrize("what", ["outside", "reordered"])
def test_it_is_in_the_register_with_rows_owner_time_and_explanation(
    desk: Desk, walk: Batang, what: str
) -> None:
    assert _note(desk, what=what).status == 303
    (line,) = program("GET", f"{walk.siti.seat}/penyimpangan").view["lines"]
    assert (line["what"], line["rows"]) == (WHAT[what], "4, 5")
    assert (line["owner"], line["explained_by"]) == (STAFF["siti"].name,) * 2
    assert line["actual"] == "Dikerjakan 9 Maret 2026 pukul 08.30"
    assert line["explanation"] == NOTE["text"]


def test_it_is_one_line_of_history_without_the_words(desk: Desk, walk: Batang) -> None:
    """G11: nobody is asked for what was explained at once."""
    before = len(desk.history())
    _note(desk)
    desk.settle()
    assert len(desk.history()) == before + 1
    assert NOTE["text"] not in repr(desk.history())
    assert desk.mails(walk.siti.address, "Penjelasan diminta") == []


def test_a_closed_case_can_be_told_of_too(desk: Desk) -> None:
    Batang(desk).to("closed")
    assert _note(desk).status == 303


def test_the_task_leads_there(desk: Desk, walk: Batang) -> None:
    page = Browser().get(walk.siti.task).body
    assert f'href="/penyimpangan/catat/{desk.case().id}"' in page


@pytest.mark.parametrize(
    ("said", "field"),
    [({"date": ""}, "date"), ({"time": "pagi"}, "time"), ({"date": "2026-03-10"}, "date"),
     ({"date": "2026-03-08"}, "date"), ({"text": "Pendek"}, "text"), ({"what": "late"}, "what")],
)  # fmt: skip
def test_what_does_not_fit_is_named_beside_itself(
    desk: Desk, walk: Batang, said: dict[str, str], field: str
) -> None:
    answer = _note(desk, **said)
    assert answer.status == 422
    assert f'href="#{field}"' in answer.body
    assert desk.history("deviated") == []


def test_without_a_row_it_is_asked_which(desk: Desk, walk: Batang) -> None:
    said = {name: value for name, value in NOTE.items() if not name.startswith("row")}
    answer = Browser().submit(_page(desk), said)
    assert "sekurang-kurangnya satu baris" in answer.error("rows")


@pytest.mark.parametrize("row", ["row.99", "row.x", "row."])
def test_a_row_that_the_paper_does_not_have_is_refused(desk: Desk, walk: Batang, row: str) -> None:
    assert program("POST", _page(desk), {**NOTE, row: "ya"}).status == 422
    assert desk.history("deviated") == []


def test_who_has_no_part_in_the_service_tells_of_nothing(desk: Desk, walk: Batang) -> None:
    """G16."""
    desk.appoint(replace(STAFF["budi"], roles=("pengelola-staf",)))
    assert program("POST", _page(desk, "budi"), NOTE).status == 403
    assert program("POST", _page(desk, "markus", "melawi"), NOTE).status == 404
    assert desk.history("deviated") == []


def test_the_head_may(desk: Desk, walk: Batang) -> None:
    desk.appoint(replace(STAFF["budi"], roles=(HEAD,)))
    assert program("POST", _page(desk, "budi"), NOTE).status == 200


def test_nobody_tells_of_their_own_case(desk: Desk, walk: Batang) -> None:
    """G15."""
    desk.appoint(replace(STAFF["budi"], email=desk.case().email))
    assert program("POST", _page(desk, "budi"), NOTE).status == 403
