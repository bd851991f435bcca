"""Where a case can be, and where a compiled machine can go from there."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from functions.core.case import Case
from functions.core.facts import Claim, Transit
from functions.core.sop import Sop
from functions.core.step import Step
from functions.core.watch import times
from functions.offices import all_offices

States = Mapping[str, Any]


def at_step(sop: Sop, step: Step, at: datetime) -> Case:
    """A case that has just come to this step, however it did; of some office."""
    sop = sop.at(next(iter(all_offices())))
    new = Case.opened("AAA-7K3M-9Q2X", sop, "pemohon@contoh.test", at, Claim("email", "e" * 40))
    moving = replace(new, transit=Transit(step.id, at))
    due, look = times(all_offices()[sop.office], sop, step, moving, at)
    return moving.begin(step, moving.execution, "token", [], due, look, at)


def leads(states: States) -> dict[str, set[str]]:
    """Each state's ways on, by answer and by silence."""
    return {name: set(_on(state)) for name, state in states.items()}


def reached(start: Iterable[str], leads: Mapping[str, set[str]]) -> set[str]:
    seen, todo = set[str](), list(start)
    while todo:
        if (here := todo.pop()) not in seen:
            seen.add(here)
            todo.extend(leads[here])
    return seen


def _on(state: Mapping[str, Any]) -> Iterable[str]:
    places = (state, *state.get("Choices", ()), *state.get("Catch", ()))
    return (place["Next"] for place in places if "Next" in place)
