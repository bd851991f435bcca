"""What a flowchart shows, from top to bottom: a symbol for each step, and one for each fork."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from functions.core.flow import Turn, turns
from functions.core.kinds import ENDS
from functions.core.sop import Sop
from functions.core.step import Row, Step

START, FORK = "mulai", "?"


class Way(NamedTuple):
    """The turns from one place to another, drawn as one arrow."""

    to: str
    said: str = ""


class Symbol(NamedTuple):
    """`onward` leads to the symbol below; `aside` lead elsewhere, and to ends."""

    place: str
    kind: Literal["capsule", "box", "diamond"]
    by: str
    text: str
    onward: Way | None = None
    aside: tuple[Way, ...] = ()


def symbols(sop: Sop) -> tuple[Symbol, ...]:
    steps = sorted(sop.steps, key=lambda step: step.id != sop.start)
    below = [*(s.id for s in steps[1:]), "selesai"]
    drawn = [x for step, to in zip(steps, below, strict=True) for x in _step(sop, step, to)]
    start = Symbol(START, "capsule", steps[0].by, "Mulai", Way(steps[0].id))
    ended = drawn[-1].onward
    end = [Symbol(ended.to, "capsule", steps[-1].by, ENDS[ended.to])] if ended else []
    return (start, *drawn, *end)


def numbers(rows: tuple[Row, ...]) -> str:
    """The numbers of a step's rows: "4–6", or "2, 5"."""
    found = [row.no for row in rows]
    if len(found) > 1 and found == list(range(found[0], found[-1] + 1)):
        return f"{found[0]}–{found[-1]}"
    return ", ".join(str(no) for no in found)


def _step(sop: Sop, step: Step, below: str) -> Iterator[Symbol]:
    text = f"{numbers(step.rows)}. {step.title}" if step.rows else step.title
    mine = [t for t in turns(sop) if t.step == step.id]
    ways = _ways([t for t in mine if not t.lapse])
    lapses = _ways([t for t in mine if t.lapse])
    onward = next((w for w in ways if w.to == below), None)
    aside = tuple(w for w in ways if w.to != below)
    if len(ways) == 1:
        yield Symbol(step.id, "box", step.by, text, onward, (*aside, *lapses))
        return
    fork = step.id + FORK
    asked = "Cara?" if step.kinds.forks else "Hasil?"
    yield Symbol(step.id, "box", step.by, text, Way(fork), lapses)
    yield Symbol(fork, "diamond", step.by, asked, onward, aside)


def _ways(found: list[Turn]) -> tuple[Way, ...]:
    targets = dict.fromkeys(turn.to for turn in found)
    alone = len(found) == 1 and not found[0].lapse
    return tuple(
        Way(to, "" if alone else " / ".join(t.said for t in found if t.to == to)) for to in targets
    )
