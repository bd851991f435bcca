"""Copies for one viewer: whose they are is on every page, and what was there is still read."""

from collections.abc import Iterator
from io import BytesIO
from itertools import product
from typing import Any

import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader

from functions.register.cleansing import cleansed
from functions.verify import stamp
from functions.verify.stamping import stamped
from functions.world import world
from tests.fakes import MemoryArchive, MemoryClean
from tests.register.cleansing.evil import pdf
from tests.register.cleansing.pictures import jpeg, png

LINES = ("LPSE Kabupaten Batang", "untuk tugas Verifikasi dokumen",
         "dilihat Siti Rahmawati, 9 Maret 2026 09.00 WIB")  # fmt: skip
JPEG, PDF = "image/jpeg", "application/pdf"


def image(size: tuple[int, int] = (1200, 800), mode: str = "RGB") -> tuple[str, bytes]:
    return JPEG, cleansed(png(size, mode)).content


def document(pages: int = 1) -> tuple[str, bytes]:
    return PDF, cleansed(pdf(pages=pages)).content


def texts(content: bytes) -> list[str]:
    """Of each page, without the places of the words."""
    return [page.extract_text() for page in PdfReader(BytesIO(content)).pages]


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("L")


def test_an_image_stays_an_image_of_its_size() -> None:
    kind, copy = stamped([image()], LINES)
    assert (kind, opened(copy).size) == (JPEG, (1200, 800))


@pytest.mark.parametrize(
    ("size", "copy"),
    [((320, 200), (1280, 800)), ((1200, 800), (1200, 800)), ((2000, 9), (2000, 9))],
)
def test_a_small_image_is_made_large_enough_for_the_words_to_be_read(
    size: tuple[int, int], copy: tuple[int, int]
) -> None:
    assert opened(stamped([image(size)], LINES)[1]).size == copy


def test_the_words_are_all_over_an_image_be_it_dark_or_light() -> None:
    page = image((1600, 1600))
    changed = ImageChops.difference(opened(page[1]), opened(stamped([page], LINES)[1]))
    for left, top in product(range(0, 1600, 400), repeat=2):
        corner = changed.crop((left, top, left + 400, top + 400))
        assert sum(corner.histogram()[20:]) > 300


def test_what_is_below_the_words_is_still_seen() -> None:
    """Black stays dark, white stays light, wherever a word lies on it."""
    copy = opened(stamped([image((1600, 800))], LINES)[1])
    dark, light = copy.crop((0, 0, 780, 800)), copy.crop((820, 0, 1600, 800))
    assert dark.getextrema()[1] < 90
    assert light.getextrema()[0] > 165


def test_a_document_of_several_files_is_one_pdf_in_their_order() -> None:
    kind, copy = stamped([document(2), image(), document()], LINES)
    assert kind == PDF
    assert ["Terbaca" in text for text in texts(copy)] == [True, True, False, True]


@pytest.mark.parametrize("pages", [[document(3)], [image(), image(mode="L")]], ids=["pdf", "two"])
def test_every_line_is_on_every_page_more_than_once(pages: list[tuple[str, bytes]]) -> None:
    for text in texts(stamped(pages, LINES)[1]):
        assert [text.count(line) > 1 for line in LINES] == [True] * len(LINES)


def test_an_image_in_a_document_is_the_image_itself() -> None:
    """It is not drawn anew, and its page has its shape."""
    kept = image((1500, 1000))
    (first, _) = PdfReader(BytesIO(stamped([kept, document()], LINES)[1])).pages
    assert kept[1] in stamped([kept, document()], LINES)[1]
    assert float(first.mediabox.width) / float(first.mediabox.height) == pytest.approx(1.5, 0.01)


@pytest.mark.parametrize(("name", "shown"), [
    ("Désirée Ḥasan", "Desiree Hasan"), ("O'Neil (A\\B)", "O'Neil (A\\B)"), ("李 Wei 👩", "Wei"),
    ("\x00\r\n", ""), ("", ""),
])  # fmt: skip
def test_any_name_can_be_written(name: str, shown: str) -> None:
    assert shown in texts(stamped([document()], [f"dilihat {name}"])[1])[0]
    assert stamped([image()], [f"dilihat {name}"])[0] == JPEG


def test_words_of_any_length_fit_somehow() -> None:
    for lines in ([], ["x" * 500], ["x"] * 30):
        assert stamped([image((40, 2000))], lines)[0] == JPEG
        assert stamped([document()], lines)[0] == PDF


def test_a_page_that_does_not_end_cannot_swallow_the_words() -> None:
    def change(made: Any) -> None:
        made.pages[0].Contents = made.make_stream(b"q q BT /F1 24 Tf (Terbaca) Tj (")

    page = PDF, cleansed(pdf(change)).content
    (text,) = texts(stamped([page], LINES)[1])
    assert all(line in text for line in LINES)


def test_the_same_copy_has_the_same_bytes() -> None:
    assert stamped([document(), image()], LINES) == stamped([document(), image()], LINES)


def test_the_page_of_a_copy_opens_nothing_and_runs_nothing() -> None:
    copy = PdfReader(BytesIO(stamped([document(), image()], LINES)[1]))
    assert set(copy.root_object) == {"/Type", "/Pages"}


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[MemoryClean, MemoryArchive]]:
    world.cache_clear()
    clean, views = MemoryClean(), MemoryArchive()
    world().clean, world().views = clean, views
    yield clean, views
    world.cache_clear()


def test_the_handler_reads_what_is_clean_and_puts_the_copy(
    store: tuple[MemoryClean, MemoryArchive],
) -> None:
    clean, views = store
    key, (kind, content) = "BTG-2222-2222/ktp/aa", image()
    page = {"key": key, "version": clean.keep(key, content, kind), "type": kind}
    told = stamp.handler({"pages": [page], "lines": [*LINES], "key": "views/x"}, None)
    assert told == {"type": JPEG}
    copy, kept_as = views.kept["views/x"]
    assert (opened(copy).size, kept_as) == ((1200, 800), JPEG)


def test_what_goes_wrong_is_not_told_to_the_log(
    store: tuple[MemoryClean, MemoryArchive],
) -> None:
    """G8: Lambda logs the exception, with its message and what it came from."""
    store[0].keep("k", jpeg()[:100], JPEG)
    page = {"key": "k", "version": "c1", "type": JPEG}
    with pytest.raises(stamp.Smudged) as fault:
        stamp.handler({"pages": [page], "lines": [*LINES], "key": "views/x"}, None)
    assert str(fault.value) in {"OSError", "UnidentifiedImageError"}
    assert fault.value.__suppress_context__
    assert store[1].kept == {}
