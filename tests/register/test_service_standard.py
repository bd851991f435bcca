"""A service's standard: the six parts of its delivery, from the SOP's file and the office's."""

from html import unescape

import pytest

from functions.core.sop import Sop
from functions.core.standard import asked, duration
from functions.offices import all_offices
from functions.sops import current, services
from tests.desk.browser import ask, program
from tests.desk.office import Desk

SOPS = pytest.mark.parametrize("sop", services(), ids=[sop.id for sop in services()])


@SOPS
def test_all_six_parts_of_the_standard_are_there(desk: Desk, sop: Sop) -> None:
    page = ask("GET", f"/layanan/{sop.id}").body
    for place, part in enumerate(
        ("Persyaratan", "Sistem, mekanisme, dan prosedur", "Jangka waktu", "Biaya",
         "Produk pelayanan", "Pengaduan, saran, dan masukan"), start=1,
    ):  # fmt: skip
        assert f"<h2>{place}. {part}</h2>" in page


@SOPS
def test_every_requirement_is_named_once_with_its_basis(desk: Desk, sop: Sop) -> None:
    theirs = sop.holders.requirements if sop.holders else ()
    view = program("GET", f"/layanan/{sop.id}").view
    told = [(r["name"], r["basis"]) for group in view["asked"] for r in group["requirements"]]
    assert sorted(told) == sorted((r.name, r.basis) for r in (*sop.requirements, *theirs))
    page = unescape(ask("GET", f"/layanan/{sop.id}").body)
    for requirement in (*sop.requirements, *theirs):
        assert requirement.name in page
        assert requirement.basis in page


@SOPS
def test_a_variants_requirements_say_whose_they_are(sop: Sop) -> None:
    for group in asked(sop):
        for requirement in group.requirements:
            own = sop.holders is not None and requirement in sop.holders.requirements
            assert bool(group.whom) == bool(requirement.only or own)


@SOPS
def test_the_procedure_is_the_papers_rows(desk: Desk, sop: Sop) -> None:
    told = program("GET", f"/layanan/{sop.id}").view["procedure"]
    rows = {r.no: r for r in sop.rows}
    assert [action["no"] for action in told] == sorted(rows)
    for action in told:
        assert action["text"] == rows[action["no"]].text
        assert action["who"] == sop.roles[rows[action["no"]].by]


@SOPS
def test_time_fee_and_product_are_the_papers(desk: Desk, sop: Sop) -> None:
    page = unescape(ask("GET", f"/layanan/{sop.id}").body)
    for words in (duration(sop), sop.fee, sop.product):
        assert words
        assert words in page


@SOPS
def test_complaints_go_to_the_offices_own_channels(desk: Desk, sop: Sop) -> None:
    page = unescape(ask("GET", f"/layanan/{sop.id}").body).split("<h2>6.")[1]
    for channel in all_offices()[sop.office].reached_by:
        link = f'<a href="{channel.href}">{channel.address}</a>'
        assert f"<li>{channel.label}: {link if channel.href else channel.address}</li>" in page


@SOPS
def test_the_pages_of_a_service_lead_to_each_other(desk: Desk, sop: Sop) -> None:
    standard, sheet = f"/layanan/{sop.id}", f"/sop/{sop.id}"
    for page, leads in (("/", standard), (f"/daftar/{sop.id}", standard), (standard, sheet),
                        (sheet, standard), (standard, f"/daftar/{sop.id}")):  # fmt: skip
        assert f'href="{leads}"' in ask("GET", page).body


@pytest.mark.parametrize(
    ("sop_id", "words"),
    [
        ("melawi-akun-spse", "1 hari kerja"),
        ("babel-user-id", "1 hari, dalam kondisi normal"),
        ("batang-pelaku-usaha", "76 menit"),
        ("kemenperin-ppk", "2 hari dan 370 menit"),
    ],
)
def test_the_time_is_the_wholes_or_the_sum_of_the_rows(sop_id: str, words: str) -> None:
    assert duration(current(sop_id)).startswith(words)
