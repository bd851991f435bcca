"""Whether an SOP's parts fit together; each fault is said in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from functions.core.grievance import FIELDS
from functions.core.kinds import ENDS, KINDS, RETURNED, SENT
from functions.core.reach import reached
from functions.core.retention import DAYS, ends_of
from functions.core.wording import unknown_names

if TYPE_CHECKING:
    from functions.core.sop import Sop
    from functions.core.step import Step

RESERVED = {"bukti", "cara", "mulai", "surat", "pernyataan", *ENDS}


def faults(sop: Sop) -> list[str]:
    found = [*_names(sop), *(f for s in sop.steps for f in _step(sop, s))]
    return found or [*_paths(sop), *_numbers(sop), *_forks(sop), *_variants(sop), *_parts(sop),
                     *_retention(sop)]  # fmt: skip


def _names(sop: Sop) -> Iterator[str]:
    ids = [s.id for s in sop.steps]
    if sop.start not in ids:
        yield f"start: there is no step {sop.start!r}"
    if sop.applicant not in sop.roles:
        yield f"applicant: {sop.applicant!r} is not in [roles]"
    for role in sorted({*sop.above, *sop.above.values()} - set(sop.roles)):
        yield f"above: {role!r} is not in [roles]"
    for role in sop.roles:
        if sop.superior(role) == sop.applicant or sop.above.get(role) == role:
            yield f"above: {role!r} needs another officer's role above"
    yield from _ids(sop, ids)


def _ids(sop: Sop, steps: list[str]) -> Iterator[str]:
    for what, used in {
        "step": steps,
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
    yield from _limits(sop, step)
    if missing := step.kinds.required - set(step.next):
        yield f"step {step.id}: kind {step.kind} must offer {sorted(missing)}"
    known = step.kinds.outcomes | ({w.id for w in sop.ways} if step.kinds.forks else set())
    if unknown := set(step.next) - known:
        yield f"step {step.id}: kind {step.kind} knows no {sorted(unknown)}"
    yield from _hands(step)
    yield from _recall(sop, step)


def _hands(step: Step) -> Iterator[str]:
    if not step.kinds.shared and len(step.roles) > 1:
        yield f"step {step.id}: its rows need one role, but have {sorted(step.roles)}"
    officers = step.kinds.officer - step.kinds.applicant
    if step.kinds.shared and officers and len(step.roles) == 1:
        yield f"step {step.id}: kind {step.kind} needs a helper, for {sorted(officers)}"


def _recall(sop: Sop, step: Step) -> Iterator[str]:
    """Who takes a return back is who made it."""
    to = step.next.get(step.kinds.recall)
    back = {s.id for s in sop.steps if s.next.get(RETURNED) == step.id}
    if to and to not in back:
        yield f"step {step.id}: {step.kinds.recall} goes to {to!r}, which returns nothing here"


def _references(sop: Sop, step: Step) -> Iterator[str]:
    ids = {s.id for s in sop.steps}
    for role in sorted(step.roles - set(sop.roles)):
        yield f"step {step.id}: role {role!r} is not in [roles]"
    for to in sorted(set(step.next.values()) - ids - set(ENDS)):
        yield f"step {step.id}: goes to {to!r}, which is no step and no end"


def _limits(sop: Sop, step: Step) -> Iterator[str]:
    mine = step.by == sop.applicant
    if mine != (bool(step.kinds.applicant) and not step.kinds.meets):
        yield f"step {step.id}: kind {step.kind} is {'not ' if mine else ''}the applicant's"
    if step.kind == "dispose" and set(step.next.values()) & set(ENDS):
        yield f"step {step.id}: a disposition goes to somebody, not to an end"
    if step.reminders and not step.kinds.reminds:
        yield f"step {step.id}: kind {step.kind} has no reminders"
    if len({r.within.unit for r in step.rows if r.within}) > 1:
        yield f"step {step.id}: the times of its rows need one unit"


def _paths(sop: Sop) -> Iterator[str]:
    ways = {s.id: set(s.next.values()) for s in sop.steps}
    if lost := set(ways) - reached([sop.start], ways):
        yield f"never reached: {sorted(lost)}"
    back = {to: {s for s, on in ways.items() if to in on} for to in {*ways, *ENDS}}
    if stuck := set(ways) - reached(ENDS, back):
        yield f"no end is reached from: {sorted(stuck)}"


def _numbers(sop: Sop) -> Iterator[str]:
    numbers = sorted(r.no for r in sop.rows)
    if numbers != list(range(1, len(numbers) + 1)):
        yield f"rows must be numbered 1 to {len(numbers)} once each, but are {numbers}"


def _forks(sop: Sop) -> Iterator[str]:
    wanted = {w.id for w in sop.ways} or {SENT}
    for step in (s for s in sop.steps if s.kinds.forks):
        if set(step.next) != wanted:
            yield f"step {step.id}: must fork to each of [[ways]], and to nothing else"


def _variants(sop: Sop) -> Iterator[str]:
    """Each label must name a choice that the applicant makes."""
    whole = sop.unfolded(["h1"])
    choices = {f.id: {o.value for o in f.options} for p in whole.pages for f in p.fields}
    labelled = [
        *((f"row {r.no}", r.only) for r in whole.rows),
        *((f"requirement {r.id}", {**r.only, **_scan(r.scan)}) for r in whole.requirements),
        *((f"field {f.id}", f.only) for s in whole.sections for f in s.fields),
    ]
    for what, only in labelled:
        for name, value in only.items():
            if value not in choices.get(name, ()):
                yield f"{what}: {name} = {value!r} is nothing that can be chosen"


def _scan(scan: object) -> dict[str, str]:
    return scan if isinstance(scan, dict) else {}


def _parts(sop: Sop) -> Iterator[str]:
    """What some kinds of step, and some settings, need besides."""
    fields = {f.id for p in sop.pages for f in p.fields}
    theirs = {f.id for f in sop.holders.fields} if sop.holders else set()
    single = {"principal": sop.principal, "second_fact": sop.second_fact, "known_by": sop.known_by}
    wanted = {what: (field, fields) for what, field in single.items()}
    if sop.holders:
        for name in ("name", "email", "second_fact"):
            wanted[f"holders.{name}"] = (getattr(sop.holders, name), theirs)
    for what, (field, known) in wanted.items():
        if field and field not in known:
            yield f"{what}: there is no field {field!r}"
    yield from _hearing(sop, fields)
    if sop.credential == "sealed" and not (sop.second_fact or sop.holders):
        yield "second_fact: a sealed password needs a field that opens it"
    yield from _templates(sop, fields)
    yield from _reasons(sop)


def _hearing(sop: Sop, fields: set[str]) -> Iterator[str]:
    """A complaint is read by the names of its fields."""
    if sop.hears:
        for field in sorted({*FIELDS} - fields):
            yield f"a complaint needs the field {field!r}"


def _templates(sop: Sop, fields: set[str]) -> Iterator[str]:
    kinds = {s.kind for s in sop.steps}
    for what, kind, template in (
        ("statement", "statement", sop.statement),
        ("letter", "draft", sop.letter),
    ):
        if (kind in kinds) != (template is not None):
            yield f"{what}: goes together with a step of kind {kind}"
        for name in unknown_names(template.text, fields) if template else ():
            yield f"{what}: there is no field {name!r}"


def _reasons(sop: Sop) -> Iterator[str]:
    theirs = {r.id for r in sop.holders.requirements} if sop.holders else set()
    for place, reason in enumerate(sop.reasons, start=1):
        for name in sorted(set(reason.only) - {*sop.names, *theirs}):
            yield f"reason {place}: there is no document or section {name!r}"


def _retention(sop: Sop) -> Iterator[str]:
    """Each end keeps what is known of people for so many days, and no longer."""
    for end in sorted(ends_of(sop) - set(sop.retention)):
        yield f"retention: says nothing of the end {end!r}"
    for end in sorted(set(sop.retention) - set(ENDS)):
        yield f"retention {end}: there is no such end"
    for end, kept in sop.retention.items():
        if kept.keep.unit != DAYS:
            yield f"retention {end}: its time needs days, such as 90 hari"
