"""The components that pages are made of, as people and their readers get them."""

import json
import re
from html import unescape
from itertools import product
from typing import Any

import pytest

from tests.web.templates import TEMPLATES

UI: Any = TEMPLATES.get_template("components.html").module

UPLOAD = {
    "id": "ktp",
    "label": "KTP direksi",
    "action": "https://scans.example/",
    "fields": {"key": "scans/1", "success_action_redirect": "https://loket.example/selesai"},
    "script": {
        "action": "https://scans.example/",
        "fields": {"key": "it's <1>"},
        "after": "/selesai",
        "max": 5242880,
    },
}
BOXES = ("text", "email", "phone", "nik", "npwp", "nib", "date", "time", "url", "password", "file")
AREAS = ("address", "textarea")


def opening(tag: str, html: str) -> str:
    found = re.search(rf"<{tag}\b[^>]*>", html)
    assert found, f"no <{tag}> in {html}"
    return found.group()


@pytest.mark.parametrize(
    ("kind", "tag"), [*product(BOXES, ["input"]), *product(AREAS, ["textarea"])]
)
def test_an_error_stands_beside_its_field_and_in_the_summary(kind: str, tag: str) -> None:
    problems = {"isian": "Isi bagian ini."}
    html = UI.field({"id": "isian", "label": "Isian", "type": kind, "hint": "Petunjuk"}, problems)
    control = opening(tag, html)

    assert '<a href="#isian">Isi bagian ini.</a>' in UI.errors(problems)
    assert 'id="isian-galat"' in html
    assert 'aria-describedby="isian-petunjuk isian-galat"' in control
    assert 'aria-invalid="true"' in control
    assert 'id="isian"' in control


def test_a_problem_of_the_whole_page_has_no_link() -> None:
    html = UI.errors({"": "Muat ulang halaman ini."})

    assert "Muat ulang halaman ini." in html
    assert "<a" not in html


def test_no_problems_make_no_summary() -> None:
    assert UI.errors({}).strip() == ""


def test_what_a_person_typed_is_escaped() -> None:
    typed = '"><script>alert(1)</script>\nbaris'

    for html in (
        UI.field({"id": "nama", "label": "Nama"}, {}, {"nama": typed}),
        UI.field({"id": "alamat", "label": "Alamat", "type": "address"}, {}, {"alamat": typed}),
        UI.summary([{"label": "Nama", "value": typed}]),
        UI.table("Antrean", ["Nama"], [[typed], [{"text": typed, "href": typed}]]),
        UI.hidden("nama", typed),
    ):
        assert "<script" not in html
        assert "&#34;&gt;&lt;script&gt;" in html


def test_what_was_typed_wins_over_what_was_known() -> None:
    field = {"id": "nama", "label": "Nama", "value": "lama"}

    assert 'value="baru"' in UI.field(field, {}, {"nama": "baru"})
    assert 'value=""' in UI.field(field, {}, {"nama": ""})
    assert 'value="lama"' in UI.field(field)


@pytest.mark.parametrize("kind", ["password", "file"])
def test_a_secret_or_a_file_is_never_sent_back(kind: str) -> None:
    assert "rahasia" not in UI.field(
        {"id": "isian", "label": "Isian", "type": kind}, {}, {"isian": "rahasia"}
    )


def test_the_chosen_option_stays_chosen_and_an_error_leads_to_the_first() -> None:
    options = [
        {"value": "bu", "label": "Badan usaha", "hint": "PT atau CV"},
        {"value": "or", "label": "Perorangan"},
    ]
    field = {"id": "jenis", "label": "Jenis", "type": "choice", "options": options}
    html = UI.field(field, {"jenis": "Pilih."}, {"jenis": "or"})

    assert '<input type="radio" id="jenis" name="jenis" value="bu">' in html
    assert '<input type="radio" id="jenis-2" name="jenis" value="or" checked>' in html
    assert 'aria-describedby="jenis-galat"' in opening("fieldset", html)


def test_a_box_unticked_by_the_person_stays_unticked() -> None:
    field = {"id": "setuju", "label": "Saya setuju", "type": "checkbox", "value": "ya"}

    assert " checked" in UI.field(field)
    assert " checked" not in UI.field(field, {}, {"nama": "CV Maju"})


def test_answers_keep_their_lines_and_say_what_changes() -> None:
    address = {"label": "Alamat", "value": "Jalan A\r\nBatang", "change": "/ubah"}
    html = UI.summary([address, {"label": "Situs", "value": ""}])

    assert "Jalan A<br>Batang" in html
    assert 'Ubah<span class="unseen"> Alamat</span>' in html
    assert "Tidak diisi" in html


def test_a_state_is_told_in_words() -> None:
    words = {
        "done": "Selesai",
        "now": "Sedang berjalan",
        "next": "Berikutnya",
        "late": "Selesai, terlambat",
        "skipped": "Dilewati",
    }

    for state, word in words.items():
        entry = {"no": 4, "label": "Memeriksa", "state": state, "at": None, "who": "Verifikator"}
        assert word in UI.timeline([entry], None)


def test_the_file_comes_last_in_an_upload_and_the_script_reads_its_orders() -> None:
    html = UI.upload(UPLOAD)
    orders = re.search(r"data-upload='([^']*)'", html)

    assert re.findall(r'<input[^>]* name="(\w+)"', html) == [
        "key",
        "success_action_redirect",
        "file",
    ]
    assert orders
    assert json.loads(unescape(orders.group(1))) == UPLOAD["script"]
    assert 'capture="environment"' not in html
    assert 'capture="environment"' in UI.upload({**UPLOAD, "capture": True})


def test_a_narrow_table_names_each_cell() -> None:
    html = UI.table(
        "Antrean",
        ["Nomor", "Status"],
        [[{"text": "BTG-1", "href": "/1"}, UI.tag("Terlambat", "bad")]],
    )

    assert '<td data-label="Nomor"><a href="/1">BTG-1</a></td>' in html
    assert '<td data-label="Status"><strong class="tag tag-bad">Terlambat</strong></td>' in html
