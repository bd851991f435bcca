"""The press: what stands on the paper, on which page, and that it prints whatever it is given."""

import os
import subprocess
import sys
from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PageObject, PdfReader

from functions.core.paper import Block, Code, Drawing, Facts, Grid, Paper, Shape, Signature, Words
from functions.notify.press import Jammed, handler
from functions.notify.pressroom.sheet import printed

HEAD = ("PEMERINTAH KABUPATEN CONTOH", "LPSE Kabupaten Contoh", "Jl. Merdeka 1")
SHAPES = (
    Shape(kind="capsule", x=200, y=20, width=120, height=36, text="Mulai"),
    Shape(kind="arrow", points=((200, 38), (200, 80))),
    Shape(kind="box", x=200, y=100, width=160, height=40, text="Periksa berkas"),
    Shape(kind="arrow", points=((200, 120), (200, 150))),
    Shape(kind="diamond", x=200, y=190, width=160, height=80, text="Lengkap?"),
    Shape(kind="arrow", points=((280, 190), (340, 190), (340, 100), (280, 100)), text="kurang"),
    Shape(kind="pentagon", x=200, y=280, width=60, height=50, text="A"),
)
CHART = Drawing(width=400, height=320, shapes=SHAPES, said="Mulai, lalu periksa → ulang")
LETTER: tuple[Block, ...] = (
    Words(text="Baris pertama\nBaris kedua"),
    Facts(rows=(("Nama", "Dewi"), ("Alamat", "Jl. Sudirman 45"))),
    Grid(head=("No", "Isi"), rows=(("1", "Satu"),), widths=(1, 9)),
    Signature(place="Contoh, 9 Maret 2026", capacity="Direktur", name="Dewi Lestari"),
    CHART,
)
HOSTILE = {
    "markup": "<b>&amp;</i> <para> & <img src='x'/> <br>",
    "emoji": "👩‍👩‍👧 ✓ → ☐ 漢字 العربية",
    "controls": "\x00\x01\x0b\x0c\x1b\x7f\u2028\u200b\r\n\t",
    "long": "kata " * 2000,
    "unbroken": "w" * 300,
    "very unbroken": "w" * 2000,
    "lines": "x\n" * 100,
    "nothing": "",
}


def paper(*blocks: Block, **more: Any) -> Paper:
    return Paper(letterhead=HEAD, title="Surat Contoh", blocks=blocks, foot="Kaki", **more)


def pages(sheet: Paper) -> list[PageObject]:
    return list(PdfReader(BytesIO(printed(sheet))).pages)


def texts(sheet: Paper) -> list[str]:
    return [page.extract_text() for page in pages(sheet)]


def test_everything_that_the_paper_says_is_printed() -> None:
    (said,) = texts(paper(*LETTER))
    words = ["Surat Contoh", "Baris pertama\nBaris kedua", "Dewi Lestari", "Jl. Sudirman 45",
             "Satu", "Periksa berkas", "Lengkap?", "kurang", "Kaki", *HEAD]  # fmt: skip
    assert [word for word in words if word not in said] == []


def test_the_handler_takes_a_paper_and_gives_a_pdf() -> None:
    sheet = paper(*LETTER)
    pdf = b64decode(handler(sheet.model_dump(mode="json"), None)["pdf"])
    assert pdf.startswith(b"%PDF-")
    assert pdf == printed(sheet)


def test_the_same_paper_gives_the_same_bytes_in_another_process_too() -> None:
    program = (
        "import hashlib, sys; from functions.core.paper import Paper;"
        "from functions.notify.pressroom.sheet import printed;"
        "sys.stdout.buffer.write(printed(Paper.model_validate_json(sys.stdin.read())))"
    )
    sheet = paper(*LETTER)
    for seed in "12":
        done = subprocess.run(
            [sys.executable, "-c", program], input=sheet.model_dump_json().encode(),
            env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True,
        )  # fmt: skip
        assert done.stdout == printed(sheet)


def test_a_reader_is_told_title_and_language() -> None:
    reader = PdfReader(BytesIO(printed(paper())))
    assert reader.metadata.title == "Surat Contoh"
    assert reader.root_object["/Lang"] == "id-ID"


@pytest.mark.parametrize(("size", "landscape", "expected"), [
    ("A4", False, (595, 842)), ("A4", True, (842, 595)),
    ("A5", False, (420, 595)), ("A5", True, (595, 420)),
])  # fmt: skip
def test_a_sheet_has_the_size_that_is_asked_for(
    size: str, landscape: bool, expected: tuple[int, int]
) -> None:
    (page,) = pages(paper(size=size, landscape=landscape))
    assert (round(page.mediabox.width), round(page.mediabox.height)) == expected


def test_a_long_table_goes_on_over_pages_under_its_head() -> None:
    rows = tuple((str(n), f"Kegiatan ke-{n}") for n in range(200))
    said = texts(paper(Grid(head=("Nomor", "Aktivitas"), rows=rows)))
    assert len(said) > 2
    assert all("Aktivitas" in page for page in said)
    assert [f"ke-{n}" for n in range(200) if not any(f"ke-{n}" in page for page in said)] == []


def test_every_page_has_its_number_of_how_many_and_the_foot() -> None:
    said = texts(paper(*[Words(text="Kalimat. " * 50)] * 20))
    for number, page in enumerate(said, 1):
        assert f"Halaman {number} dari {len(said)}" in page
        assert "Kaki" in page


def test_a_signature_stays_in_one_piece() -> None:
    signature = Signature(place="Contoh", capacity="Direktur", name="Dewi", mark="ttd")
    for filling in range(20, 60, 3):
        last = texts(paper(Words(text="x\n" * filling), signature))[-1]
        assert ("Direktur" in last) == ("Dewi" in last)


def test_a_code_is_drawn_and_its_address_stands_beside_it_to_be_typed() -> None:
    """Its dark squares, those side by side in one piece."""
    (page,) = pages(paper(Code(address="https://loket.test/status", said="Cek status")))
    contents = page.get_contents()
    assert contents.get_data().count(b" re f") > 100
    assert "https://loket.test/status" in page.extract_text()


def test_a_drawing_larger_than_the_page_is_made_to_fit() -> None:
    large = Shape(kind="box", x=2900, y=1900, width=200, height=200, text="Ujung")
    (page,) = pages(paper(Drawing(width=3000, height=2000, shapes=(large,), said="Kotak")))
    seen: list[tuple[float, float]] = []

    def note(text: str, matrix: list[float], place: list[float], *_: object) -> None:
        if "Ujung" in text:
            at_x = place[4] * matrix[0] + matrix[4]
            seen.append((at_x, place[5] * matrix[3] + matrix[5]))

    page.extract_text(visitor_text=note)
    ((x, y),) = seen
    assert 0 < x < page.mediabox.width
    assert 0 < y < page.mediabox.height


def test_a_drawing_is_said_in_words_for_who_cannot_see_it() -> None:
    (page,) = pages(paper(CHART))
    contents = page.get_contents()
    assert f"\ufeff{CHART.said}".encode("utf-16-be").hex().encode() in contents.get_data()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_nothing_that_a_person_writes_can_jam_the_press(text: str) -> None:
    for block in _everywhere(text):
        assert pages(paper(block))
        assert pages(paper(block, size="A5", landscape=True))
    assert pages(Paper(letterhead=(text,), title=text, blocks=(), foot=text))


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_no_letter_can_jam_it_either(text: str) -> None:
    assert printed(paper(*_everywhere(text)))


def test_markup_is_printed_as_it_was_written() -> None:
    (said,) = texts(paper(Words(text="<b>tebal</b> & <i>miring")))
    assert "<b>tebal</b> & <i>miring" in said


def test_a_letter_that_the_font_lacks_is_printed_without_its_ornaments() -> None:
    (said,) = texts(paper(Words(text="Rāma Ḥasan")))
    assert "Rama Hasan" in said


def test_what_jams_the_press_is_not_told_to_its_log() -> None:
    """Lambda logs the exception, with its message and what it came from."""
    with pytest.raises(Jammed) as jam:
        handler({"title": "Dewi Lestari"}, None)
    assert str(jam.value) == "ValidationError"
    assert jam.value.__suppress_context__


def _everywhere(text: str) -> Iterator[Block]:
    for style in ("plain", "heading", "small", "right", "center"):
        yield Words.model_validate({"text": text, "style": style})
    yield Facts(rows=((text, text),))
    yield Grid(head=("No", "Isi"), rows=((text, "a"), ("b", text)))
    yield Signature(place=text, capacity=text, name=text, mark=text)
    yield Code(address="https://loket.test/status", said=text)
    shapes = tuple(shape.model_copy(update={"text": text}) for shape in SHAPES)
    yield CHART.model_copy(update={"shapes": shapes, "said": text})
