"""Batang's SOP says what Batang's paper says, row by row and word for word.

The paper's flowchart columns are empty in its transcript: who does a row is read from the row's
own words, by the paper's captions, in PERFORMERS.
"""

import re
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from functions.core.sop import Row
from tests.core.story import SOP

PAPER = Path(__file__).parents[1].joinpath("papers", "batang.txt").read_text("utf-8")
PERFORMERS = {
    "PELAKU USAHA": (1, 2, 3, 8),
    "VERIFIKATOR LPSE": (4, 5, 6, 7),
}


def plain(text: str) -> str:
    """`text` without mark-up, its white space evened out."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", text)).split())


@cache
def table() -> dict[int, list[str]]:
    """The paper's rows by number: NO, Aktivitas, Pelaksana (2), Ketersediaan, waktu, Output, note.

    An empty last cell is but white space at a line's end, which editors take away.
    """
    lines = (line.split("\t") for line in PAPER.splitlines() if re.match(r"\d+\t", line))
    return {int(cells[0]): [plain(cell) for cell in (*cells, "")][:8] for cells in lines}


def listed(caption: str) -> list[str]:
    """The numbered items under a caption of the paper's head."""
    found = re.search(rf"<b>{re.escape(caption)} :</b></p> <ol[^>]*>(.*?)</ol>", PAPER)
    assert found
    items = re.findall(r"<li>(\d+) (.*?)</li>", found[1])
    assert [int(number) for number, _ in items] == list(range(1, len(items) + 1))
    return [plain(item) for _, item in items]


def test_the_paper_has_eight_rows_and_so_has_the_sop() -> None:
    assert sorted(table()) == [row.no for row in SOP.rows] == list(range(1, 9))


@pytest.mark.parametrize("row", SOP.rows, ids=lambda row: f"row {row.no}")
def test_a_row_is_the_papers(row: Row) -> None:
    number, activity, _, _, needs, within, yields, note = table()[row.no]
    assert row.no == int(number)
    assert plain(row.text) == activity
    assert plain(row.needs) == needs
    assert str(row.within) == within
    assert plain(row.yields) == yields
    assert plain(row.note) == note


def test_whoever_does_a_row_is_a_column_of_the_paper() -> None:
    heading = next(line for line in PAPER.splitlines() if line.startswith("\t\tPELAKU"))
    assert heading.split() == " ".join(PERFORMERS).split()
    done = {
        heading: tuple(row.no for row in SOP.rows if SOP.roles[row.by].upper() == heading)
        for heading in PERFORMERS
    }
    assert done == PERFORMERS


def test_the_head_is_the_papers() -> None:
    head = plain(PAPER)
    assert f"NOMOR SOP : {SOP.number} TGL PEMBUATAN" in head
    assert f"**{SOP.title}**" in PAPER
    year, month, day = (int(part) for part in SOP.revision.split("-"))
    assert f"DISAHKAN OLEH : {day} - {month} - {year}" in head


@pytest.mark.parametrize(
    ("caption", "said"),
    [
        ("DASAR HUKUM", SOP.basis),
        ("KUALIFIKASI PELAKSANA", SOP.qualifications),
        ("PERALATAN / PERLENGKAPAN", SOP.equipment),
        ("PERINGATAN", SOP.warnings),
        ("PENCATATAN DAN PENDATAAN", SOP.records),
    ],
)
def test_a_list_of_the_head_is_the_papers(caption: str, said: tuple[str, ...]) -> None:
    assert list(said) == listed(caption)
