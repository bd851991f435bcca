"""PDFs that an applicant might send, good and bad, made here so that nobody has to keep them."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

from pikepdf import (
    Array,
    Dictionary,
    Name,
    ObjectStreamMode,
    Page,
    Pdf,
    Stream,
    StreamDecodeLevel,
    String,
)

POISON = "BERBISA"
"""Whatever must be gone has this word in it."""
WORDS = b"BT /F1 24 Tf 40 100 Td (Terbaca) Tj ET"
AS_THEY_ARE = {"stream_decode_level": StreamDecodeLevel.none, "compress_streams": False}
PACKED = {"object_stream_mode": ObjectStreamMode.generate}
Change = Callable[[Any], object]


def pdf(*changes: Change, pages: int = 1, **saving: Any) -> bytes:
    """A document of readable pages, changed."""
    made = Pdf.new()
    for _ in range(pages):
        made.pages.append(Page(_page(made)))
    for change in changes:
        change(made)
    out = BytesIO()
    made.save(out, **{**AS_THEY_ARE, **saving})
    return out.getvalue()


def _page(made: Pdf) -> Dictionary:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    resources = Dictionary(Font=Dictionary(F1=made.make_indirect(font)))
    return made.make_indirect(
        Dictionary(Type=Name.Page, MediaBox=Array([0, 0, 300, 200]), Resources=resources,
                   Contents=made.make_stream(WORDS))
    )  # fmt: skip


def picture(made: Pdf, **keys: Any) -> Stream:
    """An image of one pixel, with more `keys`."""
    known = {"Width": 1, "Height": 1, "ColorSpace": Name.DeviceRGB, "BitsPerComponent": 8}
    found = made.make_stream(b"\xff\xff\xff", Type=Name.XObject, Subtype=Name.Image)
    for key, value in {**known, **keys}.items():
        found[f"/{key}"] = value
    return found


def form(made: Pdf, content: bytes = WORDS, **keys: Any) -> Stream:
    return made.make_stream(
        content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 300, 200]), **keys
    )


def showing(make: Callable[[Pdf], Stream]) -> Change:
    """The picture is one of the page's."""

    def change(made: Pdf) -> None:
        made.pages[0].Resources.XObject = Dictionary(X=make(made))

    return change


def noted(subtype: str, **keys: Any) -> Change:
    """A note, or a field, lies on the page."""

    def change(made: Pdf) -> None:
        note = made.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name(subtype), Rect=Array([10, 10, 90, 40]))
        )
        for key, value in keys.items():
            note[f"/{key}"] = value(made) if callable(value) else value
        made.pages[0].Annots = Array([note])
        if subtype == "/Widget":
            made.Root.AcroForm = Dictionary(Fields=Array([note]))

    return change


def script(_: Pdf) -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{POISON}')"))


def attached(made: Pdf) -> Stream:
    return made.make_stream(POISON.encode(), Type=Name.EmbeddedFile)


def bomb(megabytes: int = 1000) -> bytes:
    """So many zeros, deflated a thousandfold."""
    engine = zlib.compressobj(9)
    begun = engine.compress(bytes(1_000_000)) + engine.flush(zlib.Z_FULL_FLUSH)
    again = engine.compress(bytes(1_000_000)) + engine.flush(zlib.Z_FULL_FLUSH)
    return begun + again * (megabytes - 1) + engine.flush()


def lzw_bomb(times: int = 200) -> bytes:
    """Zeros, in a coding whose codes stand for ever longer strings: seven megabytes each time."""
    codes = enumerate([0, *range(258, 4094)])
    once = "".join(f"{code:0{min(12, (258 + n).bit_length())}b}" for n, code in codes)
    bits = f"{256:09b}" + (once + f"{256:012b}") * times
    return int(bits + "0" * (-len(bits) % 8), 2).to_bytes((len(bits) + 7) // 8, "big")


def coded(made: Pdf, content: bytes, *filters: str) -> Stream:
    found = Stream(made, b"")
    found.write(content, filter=Array([Name(f"/{name}") for name in filters]))
    return found


def written(*objects: bytes, root: int = 1) -> bytes:
    """A file by hand: object 1 first, and so on."""
    out, places = b"%PDF-1.5\n", list[int]()
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    ending = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    trailer = b"trailer<</Size %d/Root %d 0 R>>\n" % (len(objects) + 1, root)
    return out + ending + trailer + b"startxref\n%d\n%%%%EOF\n" % len(out)


def indexed(objects: bytes, keys: bytes = b"", index: bytes = b"", coding: bytes = b"") -> bytes:
    """A file whose objects lie in a stream, found by a stream, each coded as said."""
    begun = b"%PDF-1.5\n"
    packed = b"2 0 obj<</Type/ObjStm/N 2/First 10%s/Length %d>>stream\n" % (keys, len(objects))
    packed += objects + b"\nendstream\nendobj\n"
    at = len(begun) + len(packed)
    index = index or _index(at)
    told = b"1 0 obj<</Type/XRef/Size 5/W[1 4 2]/Root 3 0 R%s/Length %d>>stream\n" % (
        coding, len(index),
    )  # fmt: skip
    return begun + packed + told + index + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % at


def _index(at: int) -> bytes:
    """Object 2 is the first in the file, 3 and 4 are in it, 1 is the index itself."""
    rows = [(0, 0, 65535), (1, at, 0), (1, 9, 0), (2, 2, 0), (2, 2, 1)]
    return b"".join(struct.pack(">BIH", *row) for row in rows)


SMALL = (
    b"3 0 4 31  <</Type/Catalog/Pages 4 0 R>>  "
    b"<</Type/Pages/Count 1/Kids[<</Type/Page/MediaBox[0 0 9 9]>>]>>"
)
"""Two objects as they lie in such a stream."""
