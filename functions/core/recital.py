"""The flowchart in words."""

from functions.core.flow import Turn, turns
from functions.core.kinds import ENDS
from functions.core.sop import Sop
from functions.core.step import Step
from functions.core.symbols import numbers


def recital(sop: Sop) -> tuple[str, ...]:
    """A sentence or more for each step, in the chart's order."""
    steps = sorted(sop.steps, key=lambda step: step.id != sop.start)
    return tuple(_told(sop, step) for step in steps)


def _told(sop: Sop, step: Step) -> str:
    rows = f" (baris {numbers(step.rows)})" if step.rows else ""
    ways = [_way(sop, step, turn) for turn in turns(sop) if turn.step == step.id]
    return f"{step.title}{rows}, oleh {sop.roles[step.by]}. {' '.join(ways)}"


def _way(sop: Sop, step: Step, turn: Turn) -> str:
    onward = f"berakhir: {ENDS[turn.to]}" if turn.to in ENDS else f"ke {sop.step(turn.to).title}"
    if len(step.next) == 1 and not turn.lapse:
        return f"Lalu {onward}."
    return f"{turn.said}: {onward}."
