"""What is wrong with an SOP that does not hold together, said as the page about it says."""

import ast
import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from functions.core import soundness
from functions.core.sop import Sop
from tests.core.example import documented, says, small

NIK = {"id": "nik", "label": "NIK", "type": "nik"}
PEOPLE = {"title": "Orang", "name": "nik", "email": "nik", "second_fact": "nik", "fields": [NIK]}
KEEP = {"keep": "90 hari", "basis": "ketetapan kantor"}
CARE = {"title": "Pernyataan", "text": "Saya, {nik}, berusia {umur}"}
PROMISE = {
    "id": "janji", "kind": "statement", "title": "Janji", "by": "warga",
    "helper": "petugas", "next": {"ditandatangani": "selesai", "ditutup": "selesai"},
}  # fmt: skip
NAMED = {
    "start: there is no step 'awal'": {"start": "awal"},
    "applicant: 'tamu' is not in [roles]": {"applicant": "tamu"},
    "above: 'tamu' is not in [roles]": {"above": {"petugas": "tamu"}},
    "above: 'petugas' needs another officer's role above": {"above": {"petugas": "warga"}},
    "step mulai: this id is taken": {"steps.buat.id": "mulai"},
    "step periksa: there are two of this id": {"steps.lengkapi.id": "periksa"},
    "step mohon: there is no kind 'apa'; there are […]": {"steps.mohon.kind": "apa"},
    "step mohon: role 'tamu' is not in [roles]": {"steps.mohon.helper": "tamu"},
    "step mohon: goes to 'sana', which is no step and no end": {"steps.mohon.next.daring": "sana"},
    "step jadwal: kind schedule is not the applicant's": {"steps.jadwal.by": "warga"},
    "step lengkapi: kind complete is the applicant's": {"steps.lengkapi.by": "petugas"},
    "step jadwal: a disposition goes to somebody, not to an end": {
        "steps.jadwal.kind": "dispose",
        "steps.jadwal.next": {"didisposisikan": "selesai"},
    },
    "step jadwal: kind schedule has no reminders": {"steps.jadwal.reminders": ["1 hari"]},
    "step periksa: the times of its rows need one unit": {
        "steps.periksa.rows": [
            {"no": 2, "by": "petugas", "label": "a", "text": "a", "within": "1 hari kerja"},
            {"no": 3, "by": "petugas", "label": "b", "text": "b", "within": "5 menit"},
        ]
    },
    "step periksa: kind verify must offer ['belum-lengkap']": {
        "steps.periksa.next": {"sesuai": "buat"}
    },
    "step lengkapi: kind complete knows no ['sesuai']": {"steps.lengkapi.next.sesuai": "buat"},
    "step lengkapi: ditarik goes to 'buat', which returns nothing here": {
        "steps.lengkapi.next.ditarik": "buat"
    },
    "step periksa: its rows need one role, but have ['petugas', 'warga']": {
        "steps.periksa.rows.0.by": "warga"
    },
    "step lengkapi: kind statement needs a helper, for ['ditutup']": {
        "steps.lengkapi.kind": "statement",
        "steps.lengkapi.next": {"ditandatangani": "selesai", "ditutup": "selesai"},
    },
}
LEADING = {
    "never reached: ['lengkapi']": {"steps.periksa.next.belum-lengkap": "periksa"},
    "no end is reached from: ['lengkapi']": {"steps.lengkapi.next.dilengkapi": "lengkapi"},
    "rows must be numbered 1 to 3 once each, but are [1, 2, 4]": {"steps.buat.rows.0.no": 4},
    "step mohon: must fork to each of [[ways]], and to nothing else": {
        "steps.mohon.next.diajukan": "jadwal"
    },
    "row 1: cara = 'pos' is nothing that can be chosen": {
        "steps.mohon.rows.0.only": {"cara": "pos"}
    },
    "second_fact: there is no field 'umur'": {"second_fact": "umur"},
    "a complaint needs the field 'jenis'": {
        "steps.jadwal.kind": "triage",
        "steps.jadwal.next": {"ditangani": "periksa"},
    },
    "second_fact: a sealed password needs a field that opens it": {"second_fact": ""},
    "reason 1: there is no document or section 'umur'": {
        "reasons": [{"verdict": "belum-ada", "text": "Belum ada.", "only": ["ktp", "umur"]}]
    },
    "statement: goes together with a step of kind statement": {"statement": CARE},
    "statement: there is no field 'umur'": {"statement": CARE},
    "retention: says nothing of the end 'ditolak'": {
        "retention": {"kedaluwarsa": KEEP, "selesai": KEEP}
    },
    "retention batal: there is no such end": {"retention.batal": KEEP},
    "retention selesai: its time needs days, such as 90 hari": {
        "retention.selesai.keep": "5 hari kerja"
    },
}
GROUPS = {
    "Whether the parts are named rightly": NAMED,
    "Whether they lead anywhere": LEADING,
}
CASES = NAMED | LEADING


def faults_of(changes: dict[str, Any]) -> list[str]:
    """The faults, from the error: a kind that is not known lists the kinds after a semicolon."""
    with pytest.raises(ValidationError) as caught:
        Sop.model_validate(small(changes))
    [error] = caught.value.errors()
    return re.split(r"; (?!there are \[)", str(error["ctx"]["error"]))


def sentences() -> list[str]:
    """Every fault that the code can tell, … for what it fills in."""
    tree = ast.parse(Path(soundness.__file__).read_text("utf-8"))
    told = [node.value for node in ast.walk(tree) if isinstance(node, ast.Yield)]
    return ["".join(_words(text)) for text in told]


def _words(text: ast.expr | None) -> list[str]:
    parts = text.values if isinstance(text, ast.JoinedStr) else [text]
    return [part.value if isinstance(part, ast.Constant) else "…" for part in parts]


def test_the_pages_example_is_sound() -> None:
    assert Sop.model_validate(small()).key == "kecil@2026-01-01"


@pytest.mark.parametrize(("fault", "changes"), CASES.items(), ids=CASES)
def test_a_fault_is_named(fault: str, changes: dict[str, Any]) -> None:
    assert any(says(fault, told) for told in faults_of(changes))


@pytest.mark.parametrize("heading", GROUPS)
def test_the_page_lists_what_is_produced_here(heading: str) -> None:
    assert documented(heading) == list(GROUPS[heading])


@pytest.mark.parametrize("sentence", sentences())
def test_every_fault_of_the_code_is_on_the_page(sentence: str) -> None:
    assert any(says(sentence, fault) for fault in CASES)


@pytest.mark.parametrize(
    ("what", "changes"),
    [
        ("above: 'tamu'", {"above": {"tamu": "kepala"}}),
        ("step mohon: role 'tamu'", {"steps.mohon.by": "tamu"}),
        ("step mohon: role 'tamu'", {"steps.mohon.rows.0.by": "tamu"}),
        ("field bukti: this id", {"sections.diri.fields.nik.id": "bukti"}),
        ("requirement surat: this id", {"requirements.ktp.id": "surat"}),
        ("section cara: this id", {"sections.diri.id": "cara"}),
        ("section diri: there are two", {"sections": small()["sections"] * 2}),
        ("field nik: there are two", {"sections": small()["sections"] * 2}),
        ("requirement ktp: there are two", {"requirements": small()["requirements"] * 2}),
        ("rows must be numbered", {"steps.buat.rows.0.no": 2}),
        ("requirement ktp: cara = 'pos'", {"requirements.ktp.scan": {"cara": "pos"}}),
        ("requirement ktp: bentuk = 'pt'", {"requirements.ktp.only": {"bentuk": "pt"}}),
        ("field nik: cara = 'pos'", {"sections.diri.fields.nik.only": {"cara": "pos"}}),
        ("principal: there is no field 'wali'", {"principal": "wali"}),
        ("holders.name: there is no field 'x'", {"holders": PEOPLE | {"name": "x"}}),
        ("holders.email: there is no field 'x'", {"holders": PEOPLE | {"email": "x"}}),
        ("holders.second_fact: there is no field 'x'", {"holders": PEOPLE | {"second_fact": "x"}}),
        ("letter: goes together with a step of kind draft", {"letter": CARE}),
    ],
)  # fmt: skip
def test_a_fault_is_named_wherever_it_is(what: str, changes: dict[str, Any]) -> None:
    assert any(told.startswith(what) for told in faults_of(changes))


def test_without_ways_an_application_goes_one_way() -> None:
    alone = {"ways": [], "requirements.ktp.scan": True}
    assert Sop.model_validate(small(alone | {"steps.mohon.next": {"diajukan": "jadwal"}}))
    assert any("must fork" in told or "knows no" in told for told in faults_of(alone))


@pytest.mark.parametrize(
    "changes",
    [
        {"credential": "notice", "second_fact": ""},
        {"second_fact": "", "holders": PEOPLE},
        {"statement": {"title": "a", "text": "{nik} {nomor} {tanggal} {pemegang}"},
         "steps": [*small()["steps"], PROMISE], "steps.buat.next.disetujui": "janji"},
    ],
    ids=["notice", "holders", "statement"],
)  # fmt: skip
def test_what_belongs_together_is_sound(changes: dict[str, Any]) -> None:
    Sop.model_validate(small(changes))


def test_every_fault_of_a_group_is_named_at_once() -> None:
    told = faults_of({"start": "awal", "applicant": "tamu"})
    assert {"start: there is no step 'awal'", "applicant: 'tamu' is not in [roles]"} <= {*told}
