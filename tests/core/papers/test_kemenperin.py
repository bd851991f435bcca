"""Kemenperin's SOP says what Kemenperin's paper says, row by row and word for word.

The paper's flowchart columns are empty in its transcript: who does a row is read from the row's
own words, in PERFORMERS; that rows 10 and 11 are the heads' is inferred.
"""

import pytest

from functions.core.step import Row
from functions.sops import current
from tests.core.papers.reading import paper, performed, plain, table

SOP = current("kemenperin-ppk")
PAPER = paper("kemenperin")
ROWS = table(PAPER, columns=10)
PERFORMERS = {
    "Satuan Kerja": (1,),
    "Kepala UKPBJ": (2, 11),
    "Kepala LPSE": (3, 10),
    "Tim Pengelola LPSE": (4, 5, 6, 7, 8, 9, 12, 13),
}


def test_the_paper_has_thirteen_rows_and_so_has_the_sop() -> None:
    assert sorted(ROWS) == [row.no for row in SOP.rows] == list(range(1, 14))


@pytest.mark.parametrize("row", SOP.rows, ids=lambda row: f"row {row.no}")
def test_a_row_is_the_papers(row: Row) -> None:
    _, activity, *marks, needs, within, yields, note = ROWS[row.no]
    assert marks == [""] * len(SOP.roles)
    assert plain(row.text) == activity
    assert plain(row.needs) == needs
    assert str(row.within) == within
    assert plain(row.yields) == yields
    assert plain(row.note) == note


def test_whoever_does_a_row_is_a_column_of_the_paper() -> None:
    heading = next(line for line in PAPER.splitlines() if line.startswith("\t\tSatuan"))
    assert heading.split("\t")[2 : 2 + len(PERFORMERS)] == list(PERFORMERS)
    assert performed(SOP) == PERFORMERS


def test_the_head_is_the_papers() -> None:
    assert PAPER.split("\n\n")[1] == SOP.title
    assert not SOP.number


def test_the_documents_are_what_the_first_row_needs() -> None:
    assert SOP.holders
    letter, ppk, officer, certificate = (*SOP.requirements, *SOP.holders.requirements)
    needed = ROWS[1][6].removeprefix("- ").split(" - ")
    either = f"{ppk.name}/{officer.name.removeprefix('SK Penunjukan dan Pengangkatan ')}"
    assert [letter.name, either, certificate.name] == needed
    assert f"- {letter.basis} - {certificate.basis}" == ROWS[1][9]


def test_the_product_and_the_channel_are_the_papers() -> None:
    assert ROWS[7][8] == SOP.product
    assert f"({SOP.channel})" in ROWS[8][1]
