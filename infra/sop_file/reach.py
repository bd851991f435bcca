"""What of a sound SOP is never come to: an end, a field, a document, a row."""

from collections.abc import Iterator, Mapping

from functions.core.form import Variant
from functions.core.kinds import ENDS
from functions.core.sop import Sop
from infra.asl import definition

Conditions = Mapping[str, Variant]
"""Under which answers each field is asked, by its id."""


def unreached(sop: Sop) -> Iterator[str]:
    states = definition(sop)["States"]
    for end in ENDS:
        if end not in states:
            yield f"end {end}: no outcome and no silence leads there"
    yield from _unasked(sop.unfolded(["h1"]))


def _unasked(sop: Sop) -> Iterator[str]:
    asked = {f.id: f.only for p in sop.pages for f in p.fields}
    for what, only in _labelled(sop):
        if not _possible(only, asked):
            yield f"{what}: no answers lead to it"
    for name, only in asked.items():
        if name in _demanded(only, asked):
            yield f"field {name}: is asked only of whom has answered it"


def _labelled(sop: Sop) -> Iterator[tuple[str, Variant]]:
    for field in (f for p in sop.pages for f in p.fields):
        yield f"field {field.id}", field.only
    for document in sop.requirements:
        yield f"requirement {document.id}", document.only
        if not isinstance(document.scan, bool):
            yield f"a scan of {document.id}", {**document.only, **document.scan}
    for row in sop.rows:
        yield f"row {row.no}", row.only


def _possible(only: Variant, asked: Conditions) -> bool:
    return all(len(values) == 1 for values in _demanded(only, asked).values())


def _demanded(only: Variant, asked: Conditions) -> dict[str, set[str]]:
    """The answers that `only` needs, and those that lead to where they are given."""
    found: dict[str, set[str]] = {}
    todo = list(only.items())
    while todo:
        name, value = todo.pop()
        if value not in found.setdefault(name, set()):
            found[name].add(value)
            todo.extend(asked.get(name, {}).items())
    return found
