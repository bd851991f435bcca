"""The machine of an SOP in words, as it is compiled."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from functions.core.kinds import ENDS
from functions.core.sop import Sop
from functions.core.step import Step
from infra.asl import definition
from infra.sop_file.columns import columns


def machine(sop: Sop, width: int) -> Iterator[str]:
    states = definition(sop)["States"]
    for step in sop.steps:
        yield f"{step.id}: {step.kind}, by {' or '.join(sop.roles[r] for r in _hands(step))}"
        yield from _indented([*_outcomes(step), *_clock(sop, step, states[step.id])], width)
    ends = [f"{end} ({said})" for end, said in ENDS.items() if end in states]
    yield f"ends: {', '.join(ends)}"


def _hands(step: Step) -> list[str]:
    return [step.by, *sorted(step.roles - {step.by})]


def _outcomes(step: Step) -> Iterator[tuple[str, str]]:
    for outcome, to in step.next.items():
        yield outcome, f"-> {to}"


def _clock(sop: Sop, step: Step, state: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if not step.kinds.waits:
        return
    [caught] = state["Catch"]
    patience = str(timedelta(seconds=state["TimeoutSeconds"])).removesuffix(", 0:00:00")
    again = ", anew" if caught["Next"] == step.id else ""
    yield "(silence)", f"-> {caught['Next']}{again}, after {patience}"
    if step.reminders:
        yield "(reminders)", f"after {', '.join(map(str, step.reminders))}"
    if step.promise:
        yield "(promise)", f"its first letter leaves within {step.promise} of the opening"
    yield from _lateness(sop, step)


def _lateness(sop: Sop, step: Step) -> Iterator[tuple[str, str]]:
    if step.by == sop.applicant:
        return
    above = sop.roles.get(sop.superior(step.by), "the office's head")
    whole = f"{sop.within} for the whole" if sop.within else step.expires
    yield "(late)", f"after {step.within or whole}, told to {sop.roles[step.by]} and {above}"


def _indented(pairs: list[tuple[str, str]], width: int) -> list[str]:
    return columns([("  ", *pair) for pair in pairs], width, flexible=2)
