"""A table for spreadsheet programs: read back as it was, and never run."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.web.spreadsheet import spreadsheet

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


def _read(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_table_is_read_back_as_it_was_written() -> None:
    rows: list[list[object]] = [["Biro, Umum", 'kata "kunci"'], ["dua\nbaris", "é–ü"], [3, None]]
    expected = [["Biro, Umum", 'kata "kunci"'], ["dua\nbaris", "é–ü"], ["3", ""]]
    assert _read(spreadsheet(["Nama", "Nilai"], rows)) == [["Nama", "Nilai"], *expected]


def test_spreadsheet_programs_are_told_that_it_is_utf_8() -> None:
    assert spreadsheet(["Nama"], []).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("cell", ["=1+1", "+62", "-5", "@SUM(A1)", "\t=1", "\r=1"])
def test_what_would_run_as_a_formula_is_text(cell: str) -> None:
    [_, [found]] = _read(spreadsheet(["Nama"], [[cell]]))
    assert found == f"'{cell}"


@given(st.lists(st.tuples(CELLS, CELLS), max_size=5))
def test_no_cell_begins_like_a_formula_and_none_is_lost(rows: list[tuple[str, str]]) -> None:
    _, *found = _read(spreadsheet(["a", "b"], rows))
    assert [[cell.removeprefix("'") for cell in row] for row in found] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for r in found for cell in r)
