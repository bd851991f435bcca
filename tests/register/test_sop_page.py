"""The SOP as its office prints it: all of the paper, symbols in the right columns, no markup."""

import base64
import re
from html import unescape
from xml.etree import ElementTree

import pytest

from functions.core.flow import performers, stations
from functions.core.flowchart import flowchart
from functions.core.recital import recital
from functions.core.sop import Sop
from functions.core.threads import cells
from functions.register import printed
from functions.sops import services
from functions.web.svg import picture
from tests.desk.browser import Answer, ask, program
from tests.desk.office import Desk

SOPS = pytest.mark.parametrize("sop", services(), ids=[sop.id for sop in services()])
HOSTILE = '<script>alert("x")</script>&amp;\'<b onclick=y>'


def _rows(page: Answer) -> list[list[str]]:
    """The cells of the table's rows, as HTML."""
    body = page.body.split("<tbody>")[1].split("</tbody>")[0]
    return [re.findall(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", r, re.S) for r in body.split("</tr>")[:-1]]


def _said(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html)).strip()


@SOPS
def test_every_row_is_on_the_page_word_for_word(desk: Desk, sop: Sop) -> None:
    rows = {_said(cells[0]): cells for cells in _rows(ask("GET", f"/sop/{sop.id}"))}
    assert list(rows) == [str(no) for no in range(1, len(sop.rows) + 1)]
    for row in sop.rows:
        found = [_said(cell) for cell in rows[str(row.no)]]
        assert found[1] == row.text.strip()
        time = str(row.within or "")
        assert found[-4:] == [row.needs.strip(), time, row.yields.strip(), row.note.strip()]


@SOPS
def test_every_performer_is_a_column(desk: Desk, sop: Sop) -> None:
    head = ask("GET", f"/sop/{sop.id}").body.split("<thead>")[1].split("</thead>")[0]
    names = [_said(th) for th in re.findall(r"<th\b[^>]*>(.*?)</th>", head, re.S)]
    assert names[5 : 5 + len(performers(sop))] == list(performers(sop).values())


@SOPS
def test_each_row_has_its_symbol_in_its_performers_column_alone(desk: Desk, sop: Sop) -> None:
    rows = _rows(ask("GET", f"/sop/{sop.id}"))
    for station, found in zip(stations(sop), rows, strict=True):
        lanes = dict(zip(performers(sop), found[2:], strict=False))
        for role, cell in lanes.items():
            symbols = re.findall(r'data-symbol="(\w+)"', cell)
            assert symbols == ([station.symbol] if role == station.row.by else [])


@SOPS
def test_the_header_says_what_the_file_says(desk: Desk, sop: Sop) -> None:
    page = unescape(ask("GET", f"/sop/{sop.id}").body)
    for text in (sop.title, sop.number, *sop.basis, *sop.qualifications, *sop.equipment,
                 *sop.warnings, *sop.records):  # fmt: skip
        assert text in page


@SOPS
def test_programs_get_the_same_rows(desk: Desk, sop: Sop) -> None:
    view = program("GET", f"/sop/{sop.id}").view
    assert [row["no"] for row in view["rows"]] == list(range(1, len(sop.rows) + 1))
    assert view["told"] == list(recital(sop))
    drawn = cells(stations(sop), list(performers(sop)))
    assert sum(len(s) for row in view["rows"] for s in row["cells"].values()) == sum(
        map(len, drawn.values())
    )


@SOPS
def test_the_chart_is_on_the_page_drawn_and_in_words(desk: Desk, sop: Sop) -> None:
    page = ask("GET", f"/sop/{sop.id}").body
    title = f"Bagan alir {sop.title}"
    assert str(picture(flowchart(sop), title)) in page
    told = page.split('<ol class="told">')[1].split("</ol>")[0]
    assert [_said(li) for li in re.findall(r"<li>(.*?)</li>", told)] == list(recital(sop))


@SOPS
def test_the_diagram_is_well_formed_and_says_what_it_is(desk: Desk, sop: Sop) -> None:
    answer = ask("GET", f"/sop/{sop.id}/diagram.svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    root = ElementTree.fromstring(answer.body)
    assert root.tag.endswith("}svg")
    assert root.get("role") == "img"
    names = {child.get("id"): child.text for child in root[:2]}
    assert names[root.get("aria-labelledby")] == f"Bagan alir {sop.title}"
    assert names[root.get("aria-describedby")] == "\n".join(recital(sop))


@SOPS
def test_the_table_is_a_region_that_a_keyboard_can_scroll(desk: Desk, sop: Sop) -> None:
    page = ask("GET", f"/sop/{sop.id}").body
    assert page.count('class="sheet-scroll') == page.count('role="region"') == 2
    assert page.count('tabindex="0"') == 2


@SOPS
def test_the_sheet_and_the_chart_are_downloads(desk: Desk, sop: Sop) -> None:
    for path in (f"/sop/{sop.id}/pdf", f"/sop/{sop.id}/diagram/pdf"):
        answer = ask("GET", path)
        assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
        assert base64.b64decode(answer.body).startswith(b"%PDF")
    sheet, chart = desk.world.press.papers
    grid = next(b for b in sheet.blocks if b.block == "grid")
    assert [row[1] for row in grid.rows] == [s.row.text.strip() for s in stations(sop)]
    assert chart.blocks == (flowchart(sop),)


def test_a_press_that_is_down_is_told(desk: Desk) -> None:
    with desk.down("press"):
        assert ask("GET", f"/sop/{services()[0].id}/pdf").status == 503


@pytest.mark.parametrize("path", ["/sop/x", "/sop/x/pdf", "/sop/x/diagram.svg", "/layanan/x"])
def test_an_unknown_sop_is_not_found(desk: Desk, path: str) -> None:
    assert ask("GET", path).status == 404


def test_hostile_words_are_only_words(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = services()[0]
    steps = [
        s.model_copy(update={
            "title": HOSTILE,
            "rows": tuple(r.model_copy(update={"text": HOSTILE, "note": HOSTILE}) for r in s.rows),
        })
        for s in plain.steps
    ]  # fmt: skip
    roles = {role: HOSTILE for role in plain.roles}
    sop = plain.model_copy(update={"title": HOSTILE, "roles": roles, "steps": tuple(steps)})
    monkeypatch.setattr(printed, "current", lambda _: sop)
    page, svg = ask("GET", "/sop/x").body, ask("GET", "/sop/x/diagram.svg").body
    assert "alert" in page
    for text in (page, svg):
        assert "<script>" not in text
        assert "<b " not in text
    assert ElementTree.fromstring(svg)[0].text == f"Bagan alir {HOSTILE}"
