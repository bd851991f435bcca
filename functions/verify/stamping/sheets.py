"""Several files bound into one PDF with words across each page."""

from collections.abc import Sequence
from io import BytesIO
from math import ceil, cos, hypot, radians, sin

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Page, Pdf, Rectangle
from PIL import Image

from functions.verify.stamping.words import ANGLE, block, leading, places

_LETTERS, _LONGEST = 14, 842
"""Points: of a letter, and of the longer side of a page that shows an image."""
_COLOURS = {"L": Name.DeviceGray, "RGB": Name.DeviceRGB}


def bound(pages: Sequence[tuple[str, bytes]], lines: Sequence[str]) -> bytes:
    with Pdf.new() as made:
        for kind, content in pages:
            _take(made, content) if kind == "application/pdf" else _show(made, content)
        means = {"/Font": made.make_indirect(Dictionary(Letters=_font())),
                 "/ExtGState": made.make_indirect(Dictionary(Faint=_faint()))}  # fmt: skip
        for page in made.pages:
            _write_on(made, page, lines, means)
        out = BytesIO()
        made.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.disable)
    return out.getvalue()


def _take(made: Pdf, content: bytes) -> None:
    with Pdf.open(BytesIO(content)) as opened:
        made.pages.extend(opened.pages)


def _show(made: Pdf, content: bytes) -> None:
    """The image as it is, on a page of its own shape."""
    with Image.open(BytesIO(content), formats=("JPEG",)) as image:
        size, mode = image.size, image.mode
    width, height = (side * _LONGEST / max(size) for side in size)
    shown = made.make_stream(
        content, Type=Name.XObject, Subtype=Name.Image, Width=size[0], Height=size[1],
        ColorSpace=_COLOURS[mode], BitsPerComponent=8, Filter=Name.DCTDecode,
    )  # fmt: skip
    page = Dictionary(
        Type=Name.Page, MediaBox=Array([0, 0, round(width, 2), round(height, 2)]),
        Resources=Dictionary(XObject=Dictionary(Scan=shown)),
        Contents=made.make_stream(f"{width:.2f} 0 0 {height:.2f} 0 0 cm /Scan Do".encode()),
    )  # fmt: skip
    made.pages.append(Page(made.make_indirect(page)))


def _write_on(made: Pdf, page: Page, lines: Sequence[str], means: dict[str, Dictionary]) -> None:
    """Over what the page had before, which becomes a picture: then it ends where it ends."""
    angle = radians(ANGLE + int(page.obj.get("/Rotate", 0)))
    words = _words(Rectangle(Array(page.cropbox)), angle, lines)
    below = page.as_form_xobject(handle_transformations=False)
    below.write(below.read_bytes())
    page.obj.Resources = Dictionary({**means, "/XObject": Dictionary(Below=below)})
    page.obj.Contents = made.make_stream(
        f"/Below Do /Faint gs 0.4 g /Letters {_LETTERS} Tf {words}".encode()
    )


def _words(box: Rectangle, angle: float, lines: Sequence[str]) -> str:
    """Each line at its place: on a square around the middle of the page, turned."""
    span, middle = ceil(hypot(box.width, box.height)), _middle(box)
    turn = f"{cos(angle):.4f} {sin(angle):.4f} {-sin(angle):.4f} {cos(angle):.4f}"
    shown = [_shown(line) for line in lines]
    begun = f"1 0 0 1 {middle[0]:.2f} {middle[1]:.2f} cm {turn} 0 0 cm {leading(_LETTERS)} TL\n"
    found = [
        f"1 0 0 1 {x - span // 2} {span // 2 - y} Tm {' '.join(shown)}\n"
        for x, y in places(span, block(lines, _LETTERS))
    ]
    return begun + "BT\n" + "".join(found) + "ET"


def _middle(box: Rectangle) -> tuple[float, float]:
    return float(box.llx + box.urx) / 2, float(box.lly + box.ury) / 2


def _shown(line: str) -> str:
    """And go to the next line."""
    return "(" + line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") + ") Tj T*"


def _font() -> Dictionary:
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica,
                      Encoding=Name.WinAnsiEncoding)  # fmt: skip


def _faint() -> Dictionary:
    return Dictionary(Type=Name.ExtGState, ca=0.3)
