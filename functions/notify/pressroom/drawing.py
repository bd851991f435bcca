"""Flowcharts: the symbols of an SOP as lines on the page, not as a picture."""

from itertools import pairwise
from math import atan2, degrees

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepInFrame

from functions.core.paper import Drawing, Shape
from functions.notify.pressroom.typeface import CENTER, style, text

_TEXT, _WORDS = style(7.5, alignment=CENTER), style(6.5)
_ASIDE = 120
_WORTH = 2 / 3
"""How far a drawing shrinks to stay on a page already begun, rather than begin another."""

_OUTLINES = {
    "box": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "diamond": ((0, -1), (1, 0), (0, 1), (-1, 0)),
    "pentagon": ((-1, -1), (1, -1), (1, 0.3), (0, 1), (-1, 0.3)),
}
_WRITABLE = {"capsule": (0.8, 0.9), "box": (0.94, 0.94), "diamond": (0.62, 0.55),
             "pentagon": (0.9, 0.6)}  # fmt: skip
"""The shares of a symbol's width and height that its text may take."""


class Picture(Flowable):
    """A drawing, made smaller if it must be; for screen readers, also in words."""

    def __init__(self, drawing: Drawing, page: tuple[float, float]) -> None:
        super().__init__()
        self._drawing, self._page, self._scale = drawing, page, 1.0
        self.hAlign, self.spaceBefore, self.spaceAfter = "CENTER", 4, 8

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        here, best = self._fitting(width, height), self._fitting(*self._page)
        self._scale = here if here >= best * _WORTH else best
        return self._drawing.width * self._scale, self._drawing.height * self._scale

    def draw(self) -> None:
        self.canv.addLiteral(f"/Span <</Alt <{_utf16(self._drawing.said)}>>> BDC")
        self.canv.scale(self._scale, self._scale)
        self.canv.setLineWidth(0.8)
        for shape in self._drawing.shapes:
            self._put(shape)
        self.canv.addLiteral("EMC")

    def _fitting(self, width: float, height: float) -> float:
        return min(1, width / self._drawing.width, height / self._drawing.height)

    def _put(self, shape: Shape) -> None:
        if shape.kind == "arrow":
            _arrow(self.canv, [self._at(*point) for point in shape.points], shape.text)
            return
        self.canv.saveState()
        self.canv.translate(*self._at(shape.x, shape.y))
        _symbol(self.canv, shape)
        _inscription(self.canv, shape)
        self.canv.restoreState()

    def _at(self, x: float, y: float) -> tuple[float, float]:
        """PDF counts upwards."""
        return x, self._drawing.height - y


def drawing(block: Drawing, page: tuple[float, float]) -> list[Flowable]:
    return [Picture(block, page)]


def _symbol(canvas: Canvas, shape: Shape) -> None:
    """Around the origin."""
    across, down = shape.width / 2, shape.height / 2
    if shape.kind == "capsule":
        canvas.roundRect(-across, -down, shape.width, shape.height, min(across, down))
        return
    _polygon(canvas, [(x * across, -y * down) for x, y in _OUTLINES[shape.kind]])


def _inscription(canvas: Canvas, shape: Shape) -> None:
    """The text, as small as it must be, in the middle of its symbol."""
    across, down = _WRITABLE[shape.kind]
    width, height = shape.width * across, shape.height * down
    kept = KeepInFrame(width, height, [text(shape.text, _TEXT)], mode="shrink")
    _, used = kept.wrapOn(canvas, width, height)
    lifted = shape.height * 0.16 if shape.kind == "pentagon" else 0
    kept.drawOn(canvas, -width / 2, lifted - used / 2)


def _arrow(canvas: Canvas, points: list[tuple[float, float]], words: str) -> None:
    """From point to point; its words are where it begins, its head is where it ends."""
    for (x, y), (to_x, to_y) in pairwise(points):
        canvas.line(x, y, to_x, to_y)
    if len(points) > 1:
        _head(canvas, *points[-2], *points[-1])
        said = text(words, _WORDS)
        _, height = said.wrapOn(canvas, _ASIDE, _ASIDE)
        said.drawOn(canvas, points[0][0] + 3, points[0][1] - 2 - height)


def _head(canvas: Canvas, x: float, y: float, to_x: float, to_y: float) -> None:
    canvas.saveState()
    canvas.translate(to_x, to_y)
    canvas.rotate(degrees(atan2(to_y - y, to_x - x)))
    _polygon(canvas, [(0, 0), (-6, 2.5), (-6, -2.5)], fill=1)
    canvas.restoreState()


def _polygon(canvas: Canvas, corners: list[tuple[float, float]], fill: int = 0) -> None:
    path = canvas.beginPath()
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.close()
    canvas.drawPath(path, fill=fill)


def _utf16(words: str) -> str:
    return f"\ufeff{words}".encode("utf-16-be").hex()
