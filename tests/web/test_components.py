import json
import re
from collections.abc import Mapping
from html import unescape
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from functions.web.words import WORDS

WEB = Path(__file__).parents[2] / "functions" / "web"
STYLES = (WEB / "static" / "loket.css").read_text()
SCRIPT = (WEB / "static" / "loket.js").read_text()
TEMPLATES = Environment(
    loader=FileSystemLoader(WEB / "pages"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
TEMPLATES.filters |= WORDS
UI: Any = TEMPLATES.get_template("components.html").module

OFFICE: dict[str, Any] = {
    "id": "batang",
    "name": "LPSE Kabupaten Batang",
    "address": "Jalan R.A. Kartini 1, Batang",
    "phone": "(0285) 391 571",
    "email": None,
    "channels": [
        {"label": "Helpdesk", "address": "0812-0000-0000", "href": "tel:+6281200000000"},
        {"label": "Tertulis", "address": "kotak pengaduan", "href": ""},
    ],
}
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
TONES = ("neutral", "info", "good", "wait", "bad")


def page(office: Mapping[str, Any] | None) -> str:
    return TEMPLATES.get_template("base.html").render(
        site={"static": "/static", "office": office, "visitor": ""}
    )


def opening(tag: str, html: str) -> str:
    found = re.search(rf"<{tag}\b[^>]*>", html)
    assert found, f"no <{tag}> in {html}"
    return found.group()


def luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    colours = dict(re.findall(r"--colour-([\w-]+): (#[0-9a-f]{6});", STYLES))
    darker, lighter = sorted(luminance(colours[name]) for name in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


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


@pytest.mark.parametrize("office", [OFFICE, None])
def test_every_page_says_the_service_is_free(office: Mapping[str, Any] | None) -> None:
    html = page(office)

    assert "Layanan ini gratis — tidak dipungut biaya." in html
    assert "Pengaduan" in html
    assert 'href="/status"' in html


def test_every_page_names_the_office_and_its_complaint_channels() -> None:
    html = page(OFFICE)

    assert all(words in html for words in (OFFICE["name"], OFFICE["address"]))
    assert '<li>Helpdesk: <a href="tel:+6281200000000">0812-0000-0000</a></li>' in html
    assert "<li>Tertulis: kotak pengaduan</li>" in html


def test_pages_have_no_inline_script_or_style() -> None:
    for template in (WEB / "pages").rglob("*.html"):
        source = template.read_text()
        assert not re.search(
            r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=|javascript:", source
        ), template.name


def test_the_look_needs_nothing_from_elsewhere() -> None:
    assert not re.search(r"url\(|@import|https?:", STYLES)


def test_the_stylesheet_weighs_little() -> None:
    assert len(STYLES.encode()) < 17 * 1024


def test_the_script_weighs_little() -> None:
    assert len(SCRIPT.encode()) < 5 * 1024


def test_every_token_is_used() -> None:
    assert set(re.findall(r"^ +(--[\w-]+):", STYLES, re.MULTILINE)) == set(
        re.findall(r"var\((--[\w-]+)\)", STYLES)
    )


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *((tone, f"{tone}-wash") for tone in TONES),
        *product(("ink", "soft", "brand", "bad", "neutral"), ("paper", "ground")),
        *product(("ink", "soft", "brand", "brand-deep"), ("brand-wash",)),
        *(("ink", f"{tone}-wash") for tone in TONES),
        *product(("paper",), ("brand", "brand-deep", "bad", "ink")),
        ("ink", "focus"),
    ],
)
def test_words_can_be_read(text: str, ground: str) -> None:
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize(
    ("line", "ground"),
    [("edge", "paper"), ("edge", "ground"), ("focus", "brand"), ("focus", "ink")],
)
def test_edges_and_the_focus_can_be_seen(line: str, ground: str) -> None:
    assert contrast(line, ground) >= 3
