"""Batang's SOP says what Batang's paper says, row by row and word for word.

The paper's flowchart columns are empty in its transcript: who does a row is read from the row's
own words, by the paper's captions, in PERFORMERS.
"""

import re

import pytest

from functions.core.step import Row
from functions.sops import current
from tests.core.papers.reading import cited, paper, performed, plain, table

SOP = current("batang-pelaku-usaha")
PAPER = paper("batang")
ROWS = table(PAPER, columns=8)
PERFORMERS = {
    "PELAKU USAHA": (1, 2, 3, 8),
    "VERIFIKATOR LPSE": (4, 5, 6, 7),
}


def listed(caption: str) -> list[str]:
    """The numbered items under a caption of the paper's head."""
    found = re.search(rf"<b>{re.escape(caption)} :</b></p> <ol[^>]*>(.*?)</ol>", PAPER)
    assert found
    items = re.findall(r"<li>(\d+) (.*?)</li>", found[1])
    assert [int(number) for number, _ in items] == list(range(1, len(items) + 1))
    return [plain(item) for _, item in items]


def test_the_paper_has_eight_rows_and_so_has_the_sop() -> None:
    assert sorted(ROWS) == [row.no for row in SOP.rows] == list(range(1, 9))


@pytest.mark.parametrize("row", SOP.rows, ids=lambda row: f"row {row.no}")
def test_a_row_is_the_papers(row: Row) -> None:
    number, activity, _, _, needs, within, yields, note = ROWS[row.no]
    assert row.no == int(number)
    assert plain(row.text) == activity
    assert plain(row.needs) == needs
    assert str(row.within) == within
    assert plain(row.yields) == yields
    assert plain(row.note) == note


def test_whoever_does_a_row_is_a_column_of_the_paper() -> None:
    heading = next(line for line in PAPER.splitlines() if line.startswith("\t\tPELAKU"))
    assert heading.split() == " ".join(PERFORMERS).split()
    assert {name.upper(): rows for name, rows in performed(SOP).items()} == PERFORMERS


def test_the_head_is_the_papers() -> None:
    head = plain(PAPER)
    assert f"NOMOR SOP : {SOP.number} TGL PEMBUATAN" in head
    assert f"**{SOP.title}**" in PAPER
    year, month, day = (int(part) for part in SOP.revision.split("-"))
    assert f"DISAHKAN OLEH : {day} - {month} - {year}" in head
    assert f"TGL PEMBUATAN : {SOP.created} TGL REVISI : TGL EFEKTIF :" in head
    assert not SOP.revised
    assert not SOP.effective
    approved_on, approver = SOP.approved.split(", ")
    assert f"DISAHKAN OLEH : {approved_on} {approver}," in head


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


def test_the_rule_behind_a_demand_is_one_of_the_papers() -> None:
    [rule] = cited(SOP) - {""}
    assert rule in " ".join(SOP.basis)
