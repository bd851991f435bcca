"""Whether an SOP's parts fit together; each fault is said in one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from functions.core.kinds import ENDS, KINDS

if TYPE_CHECKING:
    from functions.core.sop import Sop, Step

RESERVED = {"bukti", "cara", "mulai", *ENDS}


def faults(sop: Sop) -> list[str]:
    found = [*_names(sop), *(f for s in sop.steps for f in _step(sop, s))]
    return found or [*_paths(sop), *_numbers(sop), *_ways(sop), *_variants(sop)]


def _names(sop: Sop) -> Iterator[str]:
    ids = [s.id for s in sop.steps]
    if sop.start not in ids:
        yield f"start: there is no step {sop.start!r}"
    if sop.applicant not in sop.roles:
        yield f"applicant: {sop.applicant!r} is not in [roles]"
    for what, used in {
        "step": ids,
        "field": [f.id for s in sop.sections for f in s.fields],
        "requirement": [r.id for r in sop.requirements],
        "section": [s.id for s in sop.sections],
    }.items():
        for reserved in sorted(set(used) & RESERVED):
            yield f"{what} {reserved}: this id is taken"
        for twice in sorted({i for i in used if used.count(i) > 1}):
            yield f"{what} {twice}: there are two of this id"


def _step(sop: Sop, step: Step) -> Iterator[str]:
    if step.kind not in KINDS:
        yield f"step {step.id}: there is no kind {step.kind!r}; there are {sorted(KINDS)}"
        return
    yield from _references(sop, step)
    yield from _limits(step)
    if missing := step.kinds.required - set(step.next):
        yield f"step {step.id}: kind {step.kind} must offer {sorted(missing)}"
    if unknown := set(step.next) - step.kinds.outcomes:
        yield f"step {step.id}: kind {step.kind} knows no {sorted(unknown)}"
    if step.kind != "follow-up" and len(step.roles) > 1:
        yield f"step {step.id}: its rows need one role, but have {sorted(step.roles)}"


def _references(sop: Sop, step: Step) -> Iterator[str]:
    ids = {s.id for s in sop.steps}
    for role in sorted(step.roles - set(sop.roles)):
        yield f"step {step.id}: role {role!r} is not in [roles]"
    for to in sorted(set(step.next.values()) - ids - set(ENDS)):
        yield f"step {step.id}: goes to {to!r}, which is no step and no end"


def _limits(step: Step) -> Iterator[str]:
    if step.reminders and not step.kinds.reminds:
        yield f"step {step.id}: kind {step.kind} has no reminders"
    if len({r.within.unit for r in step.rows if r.within}) > 1:
        yield f"step {step.id}: the times of its rows need one unit"


def _paths(sop: Sop) -> Iterator[str]:
    ways = {s.id: set(s.next.values()) for s in sop.steps}
    if lost := set(ways) - _closure([sop.start], ways):
        yield f"never reached: {sorted(lost)}"
    back = {to: {s for s, on in ways.items() if to in on} for to in {*ways, *ENDS}}
    if stuck := set(ways) - _closure(ENDS, back):
        yield f"no end is reached from: {sorted(stuck)}"


def _closure(start: Iterable[str], ways: dict[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    todo = list(start)
    while todo:
        if (here := todo.pop()) not in seen:
            seen.add(here)
            todo.extend(ways.get(here, ()))
    return seen


def _numbers(sop: Sop) -> Iterator[str]:
    numbers = sorted(r.no for r in sop.rows)
    if numbers != list(range(1, len(numbers) + 1)):
        yield f"rows must be numbered 1 to {len(numbers)} once each, but are {numbers}"


def _ways(sop: Sop) -> Iterator[str]:
    for step in (s for s in sop.steps if s.kind == "apply" and sop.ways):
        if set(step.next) != {w.id for w in sop.ways}:
            yield f"step {step.id}: must fork to each of [[ways]], and to nothing else"


def _variants(sop: Sop) -> Iterator[str]:
    """Each label must name a choice that the applicant makes."""
    choices = {f.id: {o.value for o in f.options} for p in sop.pages for f in p.fields}
    if sop.second_fact not in choices:
        yield f"second_fact: there is no field {sop.second_fact!r}"
    labelled = [
        *((f"row {r.no}", r.only) for r in sop.rows),
        *((f"requirement {r.id}", {**r.only, **r.scan}) for r in sop.requirements),
        *((f"field {f.id}", f.only) for s in sop.sections for f in s.fields),
    ]
    for what, only in labelled:
        for name, value in only.items():
            if value not in choices.get(name, ()):
                yield f"{what}: {name} = {value!r} is nothing that can be chosen"
