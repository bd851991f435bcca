"""An SOP's file: what it may say, and what is wrong with one that does not hold together."""

import tomllib
from copy import deepcopy
from typing import Any

import pytest
from pydantic import ValidationError

from functions.core.clock import Span
from functions.core.errors import NotFound
from functions.core.sop import Sop
from functions.sops import all_sops, current, services
from tests.core.story import ONLINE, SOP, VISIT

SMALL = """
id = "kecil"
revision = "2026-01-01"
number = "1"
title = "SOP kecil"
service = "Layanan kecil"
office = "batang"
product = "Surat"
fee = "Gratis"
start = "mohon"
applicant = "warga"
credential = "notice"
second_fact = "nik"
roles = { warga = "Warga", petugas = "Petugas" }
ways = [{ id = "daring", label = "Daring" }]
requirements = [{ id = "ktp", name = "KTP" }]
sections = [{ id = "diri", title = "Diri", fields = [{ id = "nik", label = "NIK", type = "nik" }] }]

[[steps]]
id = "mohon"
kind = "apply"
title = "Permohonan"
by = "warga"
next = { daring = "periksa" }
rows = [{ no = 1, by = "warga", label = "Mohon", text = "Memohon", within = "5 menit" }]

[[steps]]
id = "periksa"
kind = "verify"
title = "Pemeriksaan"
by = "petugas"
next = { sesuai = "selesai", belum-lengkap = "lengkapi" }
rows = [{ no = 2, by = "petugas", label = "Periksa", text = "Memeriksa", within = "10 menit" }]

[[steps]]
id = "lengkapi"
kind = "complete"
title = "Perbaikan"
by = "warga"
next = { dilengkapi = "periksa" }
"""
MOHON, PERIKSA, LENGKAPI = range(3)


@pytest.fixture
def small() -> dict[str, Any]:
    return deepcopy(tomllib.loads(SMALL))


def faults_of(data: dict[str, Any]) -> str:
    with pytest.raises(ValidationError) as caught:
        Sop.model_validate(data)
    return str(caught.value)


def test_a_small_sop_holds_together(small: dict[str, Any]) -> None:
    assert Sop.model_validate(small).key == "kecil@2026-01-01"


@pytest.mark.parametrize(
    ("step", "change", "fault"),
    [
        (MOHON, {"kind": "apa"}, "step mohon: there is no kind 'apa'; there are ['account',"),
        (MOHON, {"by": "tamu"}, "step mohon: role 'tamu' is not in [roles]"),
        (MOHON, {"next": {"daring": "sana"}},
         "step mohon: goes to 'sana', which is no step and no end"),
        (PERIKSA, {"next": {"sesuai": "selesai"}},
         "step periksa: kind verify must offer ['belum-lengkap']"),
        (LENGKAPI, {"next": {"dilengkapi": "periksa", "sesuai": "selesai"}},
         "step lengkapi: kind complete knows no ['sesuai']"),
        (PERIKSA, {"by": "warga"},
         "step periksa: its rows need one role, but have ['petugas', 'warga']"),
        (MOHON, {"next": {"daring": "selesai"}}, "never reached: ['lengkapi', 'periksa']"),
        (PERIKSA, {"next": {"sesuai": "lengkapi", "belum-lengkap": "lengkapi"}},
         "no end is reached from: ['lengkapi', 'mohon', 'periksa']"),
        (MOHON, {"next": {"diajukan": "periksa"}},
         "step mohon: must fork to each of [[ways]], and to nothing else"),
        (LENGKAPI, {"id": "periksa"}, "step periksa: there are two of this id"),
    ],
)  # fmt: skip
def test_a_step_that_does_not_fit_is_named(
    small: dict[str, Any], step: int, change: dict[str, Any], fault: str
) -> None:
    small["steps"][step] |= change
    assert fault in faults_of(small)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"start": "awal"}, "start: there is no step 'awal'"),
        ({"applicant": "tamu"}, "applicant: 'tamu' is not in [roles]"),
        ({"requirements": [{"id": "ktp", "name": "KTP"}] * 2},
         "requirement ktp: there are two of this id"),
    ],
)  # fmt: skip
def test_a_head_that_does_not_fit_is_named(
    small: dict[str, Any], change: dict[str, Any], fault: str
) -> None:
    assert fault in faults_of(small | change)


def test_two_sections_or_fields_of_one_id_are_named(small: dict[str, Any]) -> None:
    small["sections"] *= 2
    told = faults_of(small)
    assert "section diri: there are two of this id" in told
    assert "field nik: there are two of this id" in told


@pytest.mark.parametrize("number", [1, 3])
def test_rows_that_are_not_numbered_through_are_named(small: dict[str, Any], number: int) -> None:
    small["steps"][PERIKSA]["rows"][0]["no"] = number
    fault = f"rows must be numbered 1 to 2 once each, but are [1, {number}]"
    assert fault in faults_of(small)


def test_every_fault_is_named_at_once(small: dict[str, Any]) -> None:
    small["start"], small["applicant"] = "awal", "tamu"
    told = faults_of(small)
    assert "'awal'" in told
    assert "'tamu'" in told


@pytest.mark.parametrize("surplus", [{"colour": "red"}, {"if": "x > 1"}])
def test_a_word_that_the_format_does_not_know_is_refused(
    small: dict[str, Any], surplus: dict[str, str]
) -> None:
    small["steps"][MOHON] |= surplus
    assert "Extra inputs are not permitted" in faults_of(small)


def test_a_time_that_is_none_is_refused(small: dict[str, Any]) -> None:
    small["steps"][MOHON]["rows"][0]["within"] = "sebentar"
    assert "'sebentar' is not a span" in faults_of(small)


def test_every_sop_is_found_by_its_key_and_the_newest_is_current() -> None:
    assert all(key == sop.key for key, sop in all_sops().items())
    assert all(current(sop.id) is sop for sop in services())
    with pytest.raises(NotFound):
        current("layanan-lain")


def test_a_steps_time_is_its_rows_together_or_none() -> None:
    assert SOP.step("permohonan").within == Span(15, "menit")
    assert SOP.step("periksa").within == Span(30, "menit")
    assert SOP.step("perbaiki").within is None


def test_only_who_is_checked_online_uploads_scans() -> None:
    assert [r.id for r in SOP.required(VISIT)] == ["ktp-pemilik", "npwp-pemilik"]
    assert [r.id for r in SOP.scanned(ONLINE)] == ["ktp-pemilik", "npwp-pemilik"]
    assert SOP.scanned(VISIT) == ()


def test_a_field_is_asked_only_of_whom_it_concerns() -> None:
    alone, company = (
        {f.id for f in SOP.fields({"bentuk": b})} for b in ("perorangan", "badan-usaha")
    )
    assert company - alone == {"jabatan"}


def test_the_choice_of_a_way_is_the_forms_last_page() -> None:
    [asked] = SOP.pages[-1].fields
    assert (asked.id, [o.value for o in asked.options]) == ("cara", ["tatap-muka", "daring"])
    assert SOP.section("cara") == SOP.pages[-1]
    assert SOP.section("lain") is None
