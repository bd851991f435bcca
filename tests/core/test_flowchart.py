"""The flowchart of every SOP: all of its machine, nothing else, nothing over anything."""

from itertools import combinations, pairwise

import pytest

from functions.core.flow import performers, turns
from functions.core.flowchart import flowchart
from functions.core.kinds import ENDS
from functions.core.paper import Drawing, Shape
from functions.core.recital import recital
from functions.core.sop import Sop
from functions.core.symbols import FORK, Symbol, symbols
from functions.sops import all_sops

SOPS = pytest.mark.parametrize("sop", all_sops().values(), ids=list(all_sops()))


def _symbols(sop: Sop) -> list[Shape]:
    """Without the lanes and their heads."""
    return [s for s in flowchart(sop).shapes if s.kind != "arrow"][2 * len(performers(sop)) :]


def _at(shapes: list[Shape], point: tuple[float, float]) -> Shape:
    """The symbol on whose outline the point is."""
    x, y = point
    return next(
        s for s in shapes
        if abs(x - s.x) <= s.width / 2 + 0.1 and abs(y - s.y) <= s.height / 2 + 0.1
    )  # fmt: skip


def _drawn(sop: Sop) -> set[tuple[str, str, str]]:
    """From where to where the arrows go, and what is said beside them."""
    shapes = _symbols(sop)
    places = {(s.x, s.y): symbol.place for s, symbol in _named(sop, shapes)}
    arrows = [s for s in flowchart(sop).shapes if s.kind == "arrow"]
    found = set()
    for arrow in arrows:
        start, end = _at(shapes, arrow.points[0]), _at(shapes, arrow.points[-1])
        to = places.get((end.x, end.y)) or next(e for e in ENDS if ENDS[e] == end.text)
        found.add((places[start.x, start.y], to, arrow.text))
    return found


def _named(sop: Sop, shapes: list[Shape]) -> list[tuple[Shape, Symbol]]:
    left = max(s.x for s in shapes if s.kind in {"box", "diamond"})
    inside = sorted((s for s in shapes if s.x <= left), key=lambda s: s.y)
    return list(zip(inside, symbols(sop), strict=True))


@SOPS
def test_every_way_of_the_machine_is_drawn_and_nothing_else(sop: Sop) -> None:
    drawn = _drawn(sop)
    ways = {(a.removesuffix(FORK), b) for a, b, _ in drawn if not b.endswith(FORK)}
    assert ways == {(t.step, t.to) for t in turns(sop)} | {("mulai", sop.start)}


@SOPS
def test_every_way_out_of_a_fork_says_its_outcomes(sop: Sop) -> None:
    said = {(a.removesuffix(FORK), b): words for a, b, words in _drawn(sop) if a.endswith(FORK)}
    for turn in turns(sop):
        if len(set(sop.step(turn.step).next.values())) > 1 and not turn.lapse:
            assert turn.said in said[turn.step, turn.to]


@SOPS
def test_every_step_is_a_box_in_its_roles_lane(sop: Sop) -> None:
    heads = [s for s in flowchart(sop).shapes if s.text in sop.roles.values()][
        : len(performers(sop))
    ]
    lanes = {s.text: s.x for s in heads}
    for step in sop.steps:
        box = next(s for s in _symbols(sop) if s.kind == "box" and s.text.endswith(step.title))
        assert box.x == lanes[sop.roles[step.by]], step.id


@SOPS
def test_no_symbol_lies_on_another_or_outside(sop: Sop) -> None:
    drawing = flowchart(sop)
    for one, other in combinations(_symbols(sop), 2):
        apart = abs(one.x - other.x) >= (one.width + other.width) / 2
        assert apart or abs(one.y - other.y) >= (one.height + other.height) / 2
    for s in drawing.shapes:
        assert _inside(drawing, s)


def _inside(drawing: Drawing, s: Shape) -> bool:
    across, down = s.width / 2, s.height / 2
    points = s.points or ((s.x - across, s.y - down), (s.x + across, s.y + down))
    return all(0 <= x <= drawing.width and 0 <= y <= drawing.height for x, y in points)


@SOPS
def test_no_arrow_runs_through_a_symbol(sop: Sop) -> None:
    shapes = _symbols(sop)
    for arrow in (s for s in flowchart(sop).shapes if s.kind == "arrow"):
        ends = (_at(shapes, arrow.points[0]), _at(shapes, arrow.points[-1]))
        for one, other in pairwise(arrow.points):
            for symbol in shapes:
                assert symbol in ends or not _crosses(one, other, symbol), symbol.text


def _crosses(one: tuple[float, float], other: tuple[float, float], s: Shape) -> bool:
    (left, right), (top, bottom) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    across, down = s.width / 2, s.height / 2
    return left < s.x + across and right > s.x - across and top < s.y + down and bottom > s.y - down


@SOPS
def test_the_chart_is_told_in_words_step_by_step(sop: Sop) -> None:
    told = recital(sop)
    assert len(told) == len(sop.steps)
    for step in sop.steps:
        (sentence,) = (t for t in told if t.startswith(step.title + (" (" if step.rows else ",")))
        assert sop.roles[step.by] in sentence
        for turn in (t for t in turns(sop) if t.step == step.id):
            to = ENDS.get(turn.to) or sop.step(turn.to).title
            assert to in sentence
    assert flowchart(sop).said == "\n".join(told)
