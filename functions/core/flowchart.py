"""The machine as a flowchart: a lane per role, a level per symbol, ends at the right.

As no two symbols share a level, what runs along a level or beside the lanes meets none.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from functions.core.flow import performers
from functions.core.kinds import ENDS
from functions.core.paper import Drawing, Shape
from functions.core.recital import recital
from functions.core.sop import Sop
from functions.core.symbols import Symbol, Way, symbols

LANE, HEAD, GAP, EDGE = 124.0, 30.0, 24.0, 1.0
ASIDE, TRACK, END, CAPSULE = 74.0, 9.0, 68.0, 17.0
WIDTHS = {"capsule": 64.0, "box": 110.0, "diamond": 70.0}
PORT = {"box": 24.0, "diamond": 18.0}

Point = tuple[float, float]


class Laid(NamedTuple):
    """A symbol and its middle; a box's first port is for what comes from aside."""

    symbol: Symbol
    x: float
    y: float
    height: float

    @property
    def width(self) -> float:
        return WIDTHS[self.symbol.kind]

    def port(self, place: int) -> Point:
        """A diamond's are on its lower right side, so that no way's words are hidden."""
        right = self.x + self.width / 2
        if self.symbol.kind == "diamond":
            off = place * PORT["diamond"]
            return right - off * self.width / self.height, self.y + off
        slots = len(self.symbol.aside) + 1
        return right, self.y + self.height * ((place + 1) / (slots + 1) - 0.5)

    @property
    def ways(self) -> Iterator[tuple[Point, Way]]:
        """The ways aside, and where each leaves."""
        for place, way in enumerate(self.symbol.aside, start=self.symbol.kind == "box"):
            yield self.port(place), way


def flowchart(sop: Sop) -> Drawing:
    laid = _laid(sop)
    beside = EDGE + LANE * len(performers(sop)) + ASIDE
    tracks = _tracks(laid, beside)
    ends = max([beside, *tracks.values()]) + 2 * TRACK
    height = laid[-1].y + laid[-1].height / 2 + GAP / 2
    shapes = (*_lanes(sop, height), *_onward(laid), *_aside(laid, tracks, ends), *_symbols(laid))
    said = "\n".join(recital(sop))
    return Drawing(width=ends + END + EDGE, height=height + EDGE, shapes=shapes, said=said)


def _laid(sop: Sop) -> list[Laid]:
    lanes = {role: EDGE + LANE * (place + 0.5) for place, role in enumerate(performers(sop))}
    found, y = list[Laid](), HEAD + GAP / 2
    for symbol in symbols(sop):
        height = _height(symbol)
        found.append(Laid(symbol, lanes[symbol.by], y + height / 2, height))
        y += height + GAP
    return found


def _height(symbol: Symbol) -> float:
    if symbol.kind == "capsule":
        return CAPSULE
    slots = 2 * len(symbol.aside) if symbol.kind == "diamond" else len(symbol.aside) + 1
    return max(38, slots * PORT[symbol.kind])


def _tracks(laid: Sequence[Laid], beside: float) -> dict[tuple[Point, Way], float]:
    """Where each way that goes to another step runs, beside the lanes, past none of the others."""
    places = {at.symbol.place: at for at in laid}
    found: dict[tuple[Point, Way], float] = {}
    spans: list[tuple[float, float, float]] = []
    for start, way in (w for at in laid for w in at.ways if w[1].to not in ENDS):
        low, high = sorted((start[1], places[way.to].port(0)[1]))
        taken = {x for x, top, bottom in spans if top <= high and low <= bottom}
        track = next(x for n in range(len(spans) + 1) if (x := beside + n * TRACK) not in taken)
        spans.append((track, low, high))
        found[start, way] = track
    return found


def _lanes(sop: Sop, height: float) -> Iterator[Shape]:
    for place, name in enumerate(performers(sop).values()):
        x = EDGE + LANE * (place + 0.5)
        yield Shape(kind="box", x=x, y=(EDGE + height) / 2, width=LANE, height=height - EDGE)
        yield Shape(kind="box", x=x, y=EDGE + HEAD / 2, width=LANE, height=HEAD - EDGE, text=name)


def _onward(laid: Sequence[Laid]) -> Iterator[Shape]:
    """From each symbol to the one below it."""
    for at, below in pairwise(laid):
        if at.symbol.onward is None:
            continue
        start, end = (at.x, at.y + at.height / 2), (below.x, below.y - below.height / 2)
        turn = end[1] - 8
        corners = () if at.x == below.x else ((at.x, turn), (below.x, turn))
        said = at.symbol.onward.said
        yield Shape(kind="arrow", points=(start, *corners, end), text=said)


def _aside(
    laid: Sequence[Laid], tracks: dict[tuple[Point, Way], float], ends: float
) -> Iterator[Shape]:
    """To other steps along a track; to an end of its own straight to the right."""
    places = {at.symbol.place: at for at in laid}
    for start, way in (w for at in laid for w in at.ways):
        if way.to in ENDS:
            end = ends, start[1]
            yield Shape(kind="arrow", points=(start, end), text=way.said)
            yield _end(way.to, ends + END / 2, start[1])
            continue
        track, end = tracks[start, way], places[way.to].port(0)
        corners = (track, start[1]), (track, end[1])
        yield Shape(kind="arrow", points=(start, *corners, end), text=way.said)


def _end(end: str, x: float, y: float) -> Shape:
    return Shape(kind="capsule", x=x, y=y, width=END, height=CAPSULE, text=ENDS[end])


def _symbols(laid: Sequence[Laid]) -> Iterator[Shape]:
    for at in laid:
        kind, text = at.symbol.kind, at.symbol.text
        yield Shape(kind=kind, x=at.x, y=at.y, width=at.width, height=at.height, text=text)
