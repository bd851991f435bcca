"""Small files that are huge inside are refused, soon and in little memory."""

import subprocess
import sys
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from resource import RLIMIT_AS, getrlimit
from time import process_time
from typing import Any

import pytest
from pikepdf import Dictionary, Name, Pdf, Stream

from functions.core.scans import LARGEST
from functions.register.cleansing import Unclean, cleansed
from tests.register.cleansing.evil import (
    SMALL,
    bomb,
    coded,
    form,
    indexed,
    lzw_bomb,
    pdf,
    picture,
    showing,
    written,
)
from tests.register.cleansing.pictures import claiming, jpeg, png, scanned_often, swollen_text

SECONDS = 5
"""Of work, so that a busy machine refuses no less."""
MEGABYTES = 1000
"""The Lambda has 1,536."""
ROOT = Path(__file__).parents[3]
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"


def content(make: Callable[[], bytes], *filters: str) -> Callable[[], bytes]:
    """A page drawn by these bytes."""

    def change(made: Any) -> None:
        made.pages[0].Contents = coded(made, make(), *filters)

    return lambda: pdf(change)


def nested_forms() -> bytes:
    def deep(made: Pdf) -> Stream:
        found = form(made)
        for _ in range(2000):
            found = form(made, Resources=Dictionary(XObject=Dictionary(X=found)))
        return found

    return pdf(showing(deep))


def doubling_tree() -> bytes:
    """A tree whose every branch forks into the same two: 2 to the power of 40 pages."""
    forks = [b"<</Type/Pages/Count 1/Kids[%d 0 R %d 0 R]>>" % (n, n) for n in range(3, 43)]
    return written(CATALOG, *forks, b"<</Type/Page/MediaBox[0 0 9 9]>>")


def kids(drawn: bytes) -> bytes:
    return written(CATALOG, b"<</Type/Pages/Count 1/Kids[" + drawn + b"]>>", b"<</Type/Page>>")


def brackets() -> bytes:
    box = b"[" * 2_000_000 + b"]" * 2_000_000
    return written(CATALOG, b"<</Kids[3 0 R]>>", b"<</Type/Page/MediaBox" + box + b">>")


def endless_font() -> bytes:
    def change(made: Any) -> None:
        for n in range(60):
            widths = made.make_indirect(Dictionary(Widths=[0] * 9000, Type=Name.Font))
            made.pages[0].Resources.Font[f"/F{n}"] = widths

    return pdf(change)


BOMBS: dict[str, Callable[[], bytes]] = {
    "flate": content(bomb, "FlateDecode"),
    "flate in flate": content(lambda: zlib.compress(bomb(4000)), "FlateDecode", "FlateDecode"),
    "flate in digits": content(lambda: bomb().hex().encode(), "ASCIIHexDecode", "FlateDecode"),
    "lzw": content(lambda: lzw_bomb(), "LZWDecode"),
    "run length": content(lambda: b"\x81\0" * 2_000_000, "RunLengthDecode"),
    "many streams": lambda: pdf(showing_all),
    "objects": lambda: indexed(bomb(), b"/Filter/FlateDecode"),
    "objects in lzw": lambda: indexed(lzw_bomb(), b"/Filter/LZWDecode"),
    "index": lambda: indexed(SMALL, b"", bomb(), b"/Filter/FlateDecode"),
    "index in lzw": lambda: indexed(SMALL, b"", lzw_bomb(), b"/Filter/LZWDecode"),
    "an image's size": lambda: pdf(showing(lambda m: picture(m, Width=50_000, Height=50_000))),
    "pages": lambda: pdf(pages=51),
    "pages without end": lambda: kids(b"2 0 R"),
    "one page often": lambda: kids(b"3 0 R " * 700_000),
    "doubling pages": doubling_tree,
    "nested forms": nested_forms,
    "brackets": brackets,
    "numbers": endless_font,
    "beginnings": lambda: b"%PDF-1.4\n" + b"1 0 obj<<\n" * 450_000,
    "png": lambda: claiming(50_000, 50_000),
    "png's remark": swollen_text,
    "jpeg": lambda: scanned_often(100_000),
}


def showing_all(made: Any) -> None:
    """Each stream by itself is within the bound; all together are not."""
    pictures = {f"/X{n}": coded(made, bomb(50), "FlateDecode") for n in range(6)}
    for one in pictures.values():
        one.update(Dictionary(Subtype=Name.Image, Width=1, Height=1))
    made.pages[0].Resources.XObject = Dictionary(pictures)


@pytest.mark.parametrize("make", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused_in_seconds(make: Callable[[], bytes]) -> None:
    evil = make()
    assert len(evil) <= LARGEST
    began = process_time()
    with pytest.raises(Unclean):
        cleansed(evil)
    assert process_time() - began < SECONDS


def test_a_png_of_fifty_thousand_by_fifty_thousand_is_told_what_is_wrong() -> None:
    with pytest.raises(Unclean, match="50 megapiksel"):
        cleansed(claiming(50_000, 50_000))


def test_objects_in_a_stream_are_read_if_it_is_no_bomb() -> None:
    assert cleansed(indexed(SMALL)).pages == 1


def test_fifty_pages_are_not_too_many() -> None:
    assert cleansed(pdf(pages=50)).pages == 50
    with pytest.raises(Unclean, match="paling banyak 50"):
        cleansed(pdf(pages=51))


def test_a_thing_that_holds_itself_is_copied_once() -> None:
    def round(made: Pdf) -> Stream:
        found = form(made)
        found.Resources = Dictionary(XObject=Dictionary(X=found))
        return found

    clean = cleansed(pdf(showing(round)))
    with Pdf.open(BytesIO(clean.content)) as opened:
        (drawn,) = opened.pages[0].Resources.XObject.values()
        assert drawn.Resources.XObject.X.objgen == drawn.objgen


LARGE = {
    "png": lambda: png((7000, 7000), "RGBA"),
    "jpeg": lambda: jpeg((7000, 7000), progressive=True),
    "lzw": BOMBS["lzw"],
    "objects in lzw": BOMBS["objects in lzw"],
    "flate": BOMBS["flate"],
}
PROGRAM = """
import sys
from functions.register.cleansing import Unclean, cleansed
try:
    cleansed(sys.stdin.buffer.read())
except Unclean:
    pass
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


@pytest.mark.parametrize("make", LARGE.values(), ids=LARGE)
def test_the_largest_leave_the_lambda_room(make: Callable[[], bytes]) -> None:
    """All that the process ever held, libraries included."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], input=make(), cwd=ROOT, capture_output=True, check=True
    )
    assert int(done.stdout) / 1000 < MEGABYTES


def test_what_a_library_may_take_is_bounded_whatever_it_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = getrlimit(RLIMIT_AS)
    monkeypatch.setattr("functions.register.cleansing.rebuilt", lambda _: bytearray(2**30))
    with pytest.raises(Unclean, match="terlalu besar"):
        cleansed(pdf())
    assert getrlimit(RLIMIT_AS) == before
