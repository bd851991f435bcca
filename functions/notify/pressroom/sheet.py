"""The sheet: letterhead, title, blocks one below the other, and the foot of every page."""

from collections.abc import Iterator
from io import BytesIO

from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4, A5, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, HRFlowable, PageTemplate

from functions.core.paper import Block, Code, Drawing, Facts, Grid, Paper, Signature, Words
from functions.notify.pressroom.code import code
from functions.notify.pressroom.drawing import drawing
from functions.notify.pressroom.grid import grid
from functions.notify.pressroom.prose import facts, signature, words
from functions.notify.pressroom.typeface import BOLD, CENTER, RIGHT, style, text

_SIZES = {"A4": A4, "A5": A5}
_MARGIN, _BOTTOM = 18 * mm, 22 * mm
_GOVERNMENT = style(10.5, alignment=CENTER)
_OFFICE = style(12, BOLD, alignment=CENTER)
_REACHED = style(8, alignment=CENTER)
_TITLE = style(11.5, BOLD, alignment=CENTER, spaceBefore=4, spaceAfter=12)
_FOOT, _NUMBER = style(7), style(7, alignment=RIGHT)


def printed(paper: Paper) -> bytes:
    """The first run counts the pages, the second one numbers them."""
    pages, _ = _run(paper, pages=0)
    _, pdf = _run(paper, pages)
    return pdf


def _run(paper: Paper, pages: int) -> tuple[int, bytes]:
    """`invariant`: neither the time nor chance is in what is printed."""
    size = landscape(_SIZES[paper.size]) if paper.landscape else _SIZES[paper.size]
    frame = Frame(_MARGIN, _BOTTOM, size[0] - 2 * _MARGIN, size[1] - _MARGIN - _BOTTOM,
                  0, 0, 0, 0)  # fmt: skip
    out = BytesIO()
    run = BaseDocTemplate(
        out, pagesize=size, title=" ".join(paper.title.split()), lang="id-ID",
        author=", ".join(paper.letterhead[:2]), creator="Loket", invariant=1,
    )  # fmt: skip

    def foot(canvas: Canvas, run: BaseDocTemplate) -> None:
        _foot(canvas, frame.width, paper.foot, f"Halaman {run.page} dari {pages}")

    run.addPageTemplates(PageTemplate(frames=[frame], onPage=foot))
    run.build(list(_story(paper, frame.width, frame.height)))
    return run.page, out.getvalue()


def _story(paper: Paper, width: float, height: float) -> Iterator[Flowable]:
    yield from _letterhead(paper.letterhead)
    yield text(paper.title, _TITLE)
    for block in paper.blocks:
        yield from _laid(block, width, height)


def _letterhead(lines: tuple[str, ...]) -> Iterator[Flowable]:
    """The government, the office, how to reach it; then the two rules of official letters."""
    for i, line in enumerate(lines):
        yield text(line, (_GOVERNMENT, _OFFICE, _REACHED)[min(i, 2)])
    if lines:
        yield HRFlowable("100%", 1.6, color=black, spaceBefore=5, spaceAfter=1.2, lineCap="butt")
        yield HRFlowable("100%", 0.5, color=black, spaceBefore=0, spaceAfter=12, lineCap="butt")


def _laid(block: Block, width: float, height: float) -> list[Flowable]:
    match block:
        case Words():
            return words(block)
        case Facts():
            return facts(block, width)
        case Grid():
            return grid(block, width)
        case Signature():
            return signature(block, width)
        case Drawing() | Code():
            return _pictured(block, width, height)


def _pictured(block: Drawing | Code, width: float, height: float) -> list[Flowable]:
    return code(block) if isinstance(block, Code) else drawing(block, (width, height))


def _foot(canvas: Canvas, width: float, said: str, number: str) -> None:
    """A thin rule; below it, what every page says, and which one it is."""
    top = _BOTTOM - 14
    canvas.setLineWidth(0.4)
    canvas.line(_MARGIN, top, _MARGIN + width, top)
    for line, share in ((text(said, _FOOT), 0.78), (text(number, _NUMBER), 1.0)):
        _, height = line.wrapOn(canvas, width * share, top)
        line.drawOn(canvas, _MARGIN, top - 3 - height)
