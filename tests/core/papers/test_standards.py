"""Melawi's and Babel's SOPs say what their published service standards say, word for word."""

import re
from dataclasses import dataclass

import pytest

from functions.core.sop import Sop
from functions.offices import all_offices
from functions.sops import current
from tests.core.papers.reading import cited, items, paper, plain, under


@dataclass(frozen=True)
class Standard:
    """`demands`: by the number of the paper's requirement, those of the SOP that stand for it.
    `silent`: rows whose text does not name who does them."""

    sop: Sop
    rows: int
    demands: dict[int, tuple[str, ...]]
    silent: tuple[int, ...] = ()

    @property
    def paper(self) -> str:
        return paper(self.sop.office)


MELAWI = Standard(
    sop=current("melawi-akun-spse"),
    rows=7,
    demands={
        1: ("email-aktif",),
        2: ("ktp",),
        3: ("npwp-perusahaan", "npwp-pemilik"),
        4: ("surat-kuasa",),
        5: ("dokumen-asli",),
    },
    silent=(4,),
)
BABEL = Standard(
    sop=current("babel-user-id"),
    rows=6,
    demands={1: ("surat-permohonan",), 2: ("sk-pengangkatan",), 3: ("formulir-layanan",)},
)
SUBMITTING = {"mengajukan", "dilengkapi"}
each = pytest.mark.parametrize("told", [MELAWI, BABEL], ids=["melawi", "babel"])


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


@each
def test_the_head_is_the_papers(told: Standard) -> None:
    assert told.sop.title in [line.strip("# ") for line in told.paper.splitlines()]
    assert re.findall(r"No\. SK :(.*)", told.paper)[0].strip() == told.sop.number


@each
def test_the_rows_are_the_papers_number_by_number(told: Standard) -> None:
    listed = items(under(told.paper, "Sistem, Mekanisme dan Prosedur"))
    assert [(row.no, row.text) for row in told.sop.rows] == list(enumerate(listed, start=1))
    assert len(listed) == told.rows


@each
def test_a_rows_text_names_who_does_it(told: Standard) -> None:
    for row in told.sop.rows:
        performer = told.sop.roles[row.by].split(" (")[0].casefold()
        assert (performer in row.text.casefold()) is (row.no not in told.silent)


@each
def test_the_requirements_are_the_papers(told: Standard) -> None:
    listed = dict(enumerate(items(under(told.paper, "Persyaratan")), start=1))
    for number, ids in told.demands.items():
        names = [told.sop.names[name].split(":")[0] for name in ids]
        assert words(" ".join(names)) == words(listed.pop(number)) - SUBMITTING
    assert not listed


@each
def test_time_fee_and_product_are_the_papers(told: Standard) -> None:
    [time, *_] = under(told.paper, "Waktu Penyelesaian").split("\n\n")[1:]
    assert time.casefold() == str(told.sop.within)
    assert plain(under(told.paper, "Biaya / Tarif")).startswith(told.sop.fee)
    assert items(under(told.paper, "Produk Pelayanan")) == [told.sop.product]


@each
def test_complaints_go_where_the_paper_says(told: Standard) -> None:
    channels = all_offices()[told.sop.office].channels
    listed = items(under(told.paper, "Pengaduan Layanan"))
    assert [f"{c.label} {c.address}" for c in channels] == [i.replace(" : ", " ") for i in listed]


def test_babels_day_counts_under_the_papers_condition() -> None:
    assert f"(*{BABEL.sop.condition}*)" in under(BABEL.paper, "Waktu Penyelesaian")


def test_babels_service_form_is_filled_in_here_and_signed_there() -> None:
    assert [(r.id, r.scan) for r in BABEL.sop.requirements if r.filled] == [
        ("formulir-layanan", True)
    ]


def test_an_office_is_where_its_paper_says() -> None:
    melawi, babel = all_offices()["melawi"], all_offices()["babel"]
    place, street = melawi.address.split(", ", 1)
    assert f"{place} {street} {melawi.phone} {melawi.government}" in plain(MELAWI.paper)
    assert babel.address in BABEL.paper


def test_melawis_advice_and_statement_are_of_its_rows() -> None:
    sop = MELAWI.sop
    assert sop.statement
    advised = sop.step("aktivasi").advice
    advice, signed = sop.rows[5].text, sop.rows[6].text
    for said in ("agregasi data", "mengisi data perusahaan pada SIKaP", "https://sikap.lkpp.go.id"):
        assert said in advised
        assert said in advice
    assert f"menandatangani {sop.statement.title} akan melengkapi data SIKaP" in signed
    assert "akan melengkapi data SIKaP" in sop.statement.text


def test_melawi_cites_no_rule_but_its_own_decree() -> None:
    decree = f"SK Nomor {MELAWI.sop.number}"
    assert cited(MELAWI.sop) == {"", decree}
    assert MELAWI.sop.basis == (decree,)
