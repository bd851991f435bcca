"""The form on paper: whatever is asked on the screen can be written on it by hand."""

import pytest

from functions.core.paper import Facts, Paper, Signature, Words
from functions.core.sop import Sop
from functions.offices import all_offices
from functions.sops import current, services
from functions.web.blank_form import BOX, blank_form
from tests.desk.browser import ask
from tests.desk.office import Desk
from tests.desk.people import SOP


def _paper(sop: Sop) -> Paper:
    return blank_form(sop, all_offices()[sop.office])


def _rows(paper: Paper) -> list[tuple[str, str]]:
    return [row for block in paper.blocks if isinstance(block, Facts) for row in block.rows]


def _said(paper: Paper) -> str:
    return "\n".join(block.text for block in paper.blocks if isinstance(block, Words))


@pytest.fixture(params=services(), ids=lambda sop: sop.id)
def sop(request: pytest.FixtureRequest) -> Sop:
    found: Sop = request.param
    return found


def test_it_has_a_line_for_every_field_and_a_box_for_every_choice(sop: Sop) -> None:
    written = _rows(_paper(sop))
    for section in sop.unfolded(("h1",)).pages:
        for field in section.fields:
            rooms = [room for label, room in written if label.startswith(field.label)]
            assert rooms, field.id
            boxes = [f"{BOX} {option.label}" for option in field.options]
            assert any(all(box in room for box in boxes) and room for room in rooms), field.id


def test_it_lists_every_document_to_be_brought(sop: Sop) -> None:
    said = _said(_paper(sop))
    own = sop.holders.requirements if sop.holders else ()
    asked = [r for r in (*sop.requirements, *own) if not r.implied]
    assert [r.name for r in asked if f"{BOX} {r.name}" not in said] == []


def test_it_leaves_the_number_to_the_officer_and_is_signed(sop: Sop) -> None:
    paper = _paper(sop)
    assert dict(_rows(paper))["Nomor permohonan (diisi petugas)"].strip("…\n") == ""
    assert isinstance(paper.blocks[-1], Signature)
    assert "Alamat email pemohon" in dict(_rows(paper))


def test_it_says_under_which_answers_a_field_is_asked() -> None:
    labels = [label for label, _ in _rows(_paper(current(SOP)))]
    assert "Jabatan (bila Bentuk usaha: Badan usaha)" in labels


def test_anybody_may_print_it(desk: Desk) -> None:
    answer = ask("GET", f"/layanan/{SOP}/formulir")
    assert answer.headers["content-type"] == "application/pdf"
    assert f'href="/layanan/{SOP}/formulir"' in ask("GET", f"/layanan/{SOP}").body
