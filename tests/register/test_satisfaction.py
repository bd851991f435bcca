"""What everybody may read of an office's satisfaction: periods that are over, of enough people."""

from html import unescape
from io import BytesIO

import pytest
from pypdf import PdfReader

from functions.core.elements import ELEMENTS
from functions.notify.pressroom.sheet import printed
from functions.offices import all_offices
from functions.sops import current
from tests.desk.browser import Answer, Browser, ask
from tests.desk.office import Desk
from tests.desk.walks import Batang
from tests.register.ballots import MARCH, SERVICE, Box, counts, throughout, told


def test_index_class_and_means_are_told(box: Box) -> None:
    box.put("2026-03", 3, 3, 3, 4, {**throughout(4), "u4": 1})
    found = told(MARCH)["figures"]
    assert found["respondents"] == 5
    assert (found["index"], found["grade"]["letter"]) == ("83.33", "B")
    means = {e["name"]: e["mean"] for e in found["elements"]}
    assert means == {e.name: "2.80" if e.id == "u4" else "3.40" for e in ELEMENTS}
    page = Browser().get(MARCH).body
    for words in ("Maret 2026", "83,33", "B, baik", "2,80", "3,40", 'class="bar"',
                  *(e.name for e in ELEMENTS)):  # fmt: skip
        assert words in page


def test_all_fours_are_100_exactly(box: Box) -> None:
    box.put("2026-03", *[4] * 7)
    assert told(MARCH)["figures"]["index"] == "100.00"
    assert "A, sangat baik" in Browser().get(MARCH).body


def test_of_fewer_than_five_nothing_is_told(box: Box) -> None:
    box.put("2026-03", *[4] * 4)
    view = told(MARCH)
    assert (view["figures"], view["left"], view["fewest"]) == (None, 4, 5)
    page = Browser().get(MARCH).body
    assert "Belum cukup jawaban" in page
    assert "100,00" not in page
    assert "ikm.pdf" not in page


def test_the_offices_are_listed_and_each_standard_leads_to_its_own(desk: Desk) -> None:
    page = unescape(Browser().get("/kepuasan").body)
    for office in all_offices().values():
        assert f'<a href="/kepuasan/{office.id}">{office.name}</a>' in page
        assert ask("GET", f"/kepuasan/{office.id}").status == 200
    assert 'href="/kepuasan/batang"' in Browser().get(f"/layanan/{SERVICE}").body


@pytest.mark.parametrize("path", ["unknown", "unknown/2026", "batang/2026-13", "batang/x",
                                  "batang/2026-T5", "batang/1999", "batang/2026-1"])  # fmt: skip
@pytest.mark.parametrize("file", ["", "/ikm.pdf"])
def test_what_is_no_office_or_period_is_not_found(desk: Desk, path: str, file: str) -> None:
    assert ask("GET", f"/kepuasan/{path}{file}").status == 404


def test_another_offices_answers_do_not_count(box: Box) -> None:
    box.put("2026-03", *[4] * 5)
    assert told("/kepuasan/melawi/2026-03")["figures"] is None


def test_of_several_services_each_is_told_by_itself(
    box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = current("melawi-akun-spse")
    both = [current(SERVICE), other]
    monkeypatch.setattr("functions.register.satisfaction.services_of", lambda _: both)
    box.put("2026-03", *[4] * 5)
    box.put("2026-03", *[2] * 6, service=other.id)
    _, text = _sheet(box.desk)
    view = told(MARCH)
    counts = {name: of["respondents"] for name, of in view["services"].items()}
    assert counts == {current(SERVICE).service: 5, other.service: 6}
    assert view["figures"]["respondents"] == 11
    assert f"<h2>{other.service}</h2>" in unescape(Browser().get(MARCH).body)
    assert other.service in text


def test_a_box_that_cannot_be_read_is_no_empty_one(box: Box) -> None:
    """G20"""
    with box.desk.down("cases"):
        assert ask("GET", MARCH).status == 503


def test_looking_and_printing_change_nothing(box: Box) -> None:
    """G5"""
    box.put("2026-03", *[4] * 5)
    before = box.desk.state()
    for path in ("/kepuasan", "/kepuasan/batang", MARCH, f"{MARCH}/ikm.pdf"):
        assert ask("GET", path).status == 200
    assert box.desk.state() == before


def _sheet(desk: Desk, path: str = MARCH) -> tuple[Answer, str]:
    answer = ask("GET", f"{path}/ikm.pdf")
    pages = PdfReader(BytesIO(printed(desk.world.press.papers[-1]))).pages
    return answer, "\n".join(page.extract_text() for page in pages)


def test_the_figures_can_be_printed(box: Box) -> None:
    box.put("2026-03", 3, 3, 3, 4, {**throughout(4), "u4": 1})
    answer, text = _sheet(box.desk)
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    assert 'filename="ikm-batang-2026-03.pdf"' in answer.headers["content-disposition"]
    office = all_offices()["batang"]
    for words in (office.name, "Indeks Kepuasan Masyarakat", "Maret 2026", "83,33", "B (baik)",
                  "2,80", "Halaman 1 dari 1", "Perilaku pelaksana"):  # fmt: skip
        assert words in text


@pytest.mark.parametrize("path", [MARCH, "/kepuasan/batang/2026"])
def test_what_is_not_told_is_not_printed_either(box: Box, path: str) -> None:
    box.put("2026-03", *[4] * 4)
    assert ask("GET", f"{path}/ikm.pdf").status == 404
    assert box.desk.world.press.papers == []


def test_an_answer_given_is_told_when_its_month_is_over(desk: Desk) -> None:
    """From the applicant's form to the public page."""
    walk = Batang(desk).to("following")
    Box(desk).put("2026-03", *[4] * 4)
    walk.applicant.do("/survei", {e.id: "4" for e in ELEMENTS})
    desk.later(days=30)
    assert counts("2026-03") == [5]
