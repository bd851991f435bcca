"""Drawings as SVG, by presentation attributes alone: the policy allows no styles in a page."""

from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Any

from markupsafe import Markup
from pydantic import TypeAdapter

from functions.core.paper import Drawing, Shape

Point = tuple[float, float]
SIZE, SMALL, LETTER = 7.5, 6.5, 0.54
OUTLINES = {
    "box": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "diamond": ((0, -1), (1, 0), (0, 1), (-1, 0)),
    "pentagon": ((-1, -1), (1, -1), (1, 0.3), (0, 1), (-1, 0.3)),
}
_INSIDE = {"capsule": 0.85, "box": 0.94, "diamond": 0.62, "pentagon": 0.9}
_PICTURE = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" class="drawing" role="img" font-family="sans-serif"'
    ' width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}"'
    ' aria-labelledby="bagan-judul" aria-describedby="bagan-isi"><title id="bagan-judul">{title}'
    '</title><desc id="bagan-isi">{said}</desc>{shapes}</svg>'
)
_CAPSULE = Markup(
    '<rect x="{:g}" y="{:g}" width="{:g}" height="{:g}" rx="{:g}" fill="#ffffff" stroke="#1b2a2a"/>'
)
_POLYGON = Markup('<polygon points="{}" fill="#ffffff" stroke="#1b2a2a"/>')
_LINE = Markup(
    '<polyline points="{}" fill="none" stroke="#1b2a2a"/><polygon points="{}" fill="#1b2a2a"/>'
)
_TEXT = Markup(
    '<text x="{:g}" y="{:g}" font-size="{}" text-anchor="{}" fill="#1b2a2a" stroke="#ffffff"'
    ' stroke-width="2" paint-order="stroke">{}</text>'
)
_shapes = TypeAdapter(tuple[Shape, ...])


def picture(drawing: Drawing, title: str) -> Markup:
    """A whole picture, which says what it shows."""
    return _PICTURE.format(
        width=drawing.width,
        height=drawing.height,
        title=title,
        said=drawing.said,
        shapes=drawn(drawing.shapes),
    )


def chart(drawing: Any, title: str) -> Markup:
    """The same, for templates."""
    return picture(Drawing.model_validate(drawing), title)


def drawn(shapes: Iterable[Any]) -> Markup:
    """The shapes alone, each over the ones before it."""
    return Markup("").join(_shape(shape) for shape in _shapes.validate_python(tuple(shapes)))


def _shape(shape: Shape) -> Markup:
    if shape.kind == "arrow":
        return _arrow(shape)
    return _symbol(shape) + Markup("").join(_inscription(shape))


def _symbol(shape: Shape) -> Markup:
    across, down = shape.width / 2, shape.height / 2
    if shape.kind == "capsule":
        place = shape.x - across, shape.y - down
        return _CAPSULE.format(*place, shape.width, shape.height, min(across, down))
    corners = ((shape.x + x * across, shape.y + y * down) for x, y in OUTLINES[shape.kind])
    return _POLYGON.format(_points(corners))


def _inscription(shape: Shape) -> Iterator[Markup]:
    lines = wrap(shape.text, max(1, int(shape.width * _INSIDE[shape.kind] / (SIZE * LETTER))))
    top = shape.y - SIZE * 1.2 * (len(lines) - 1) / 2 + SIZE * 0.35
    for place, line in enumerate(lines):
        yield _TEXT.format(shape.x, top + place * SIZE * 1.2, SIZE, "middle", line)


def _arrow(shape: Shape) -> Markup:
    """Its words are where it begins."""
    line = _LINE.format(_points(shape.points), _points(_head(*shape.points[-2:])))
    if not shape.text:
        return line
    x, y = shape.points[0]
    return line + _TEXT.format(x + 3, y + SMALL + 2, SMALL, "start", shape.text)


def _head(last: Point, tip: Point) -> tuple[Point, ...]:
    """A triangle; arrows run upright or level."""
    length = max(abs(tip[0] - last[0]), abs(tip[1] - last[1])) or 1
    across, down = (tip[0] - last[0]) / length, (tip[1] - last[1]) / length
    x, y = tip[0] - 6 * across, tip[1] - 6 * down
    return tip, (x + 2.5 * down, y + 2.5 * across), (x - 2.5 * down, y - 2.5 * across)


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in points)
