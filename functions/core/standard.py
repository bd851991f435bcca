"""What an SOP promises to the public, in words."""

from collections.abc import Iterator

from functions.core.clock import Span
from functions.core.form import FormField, Frozen, Requirement, Variant
from functions.core.sop import Sop


class Asked(Frozen):
    """What is asked of whom: `whom` is "" for everybody."""

    whom: str
    requirements: tuple[Requirement, ...]


def duration(sop: Sop) -> str:
    """The paper's own time for the whole, or what its rows come to; "" for complaints, whose
    time is that of their grade."""
    if sop.hears:
        return ""
    if sop.within:
        return ", ".join(part for part in (str(sop.within), sop.condition) if part)
    return " dan ".join(map(str, _sums(sop)))


def asked(sop: Sop) -> tuple[Asked, ...]:
    """The requirements by the answers that they depend on; those of everybody first."""
    found = [(_whom(sop, r.only), r) for r in sop.requirements]
    if sop.holders:
        each = f"Untuk setiap {sop.holders.title.lower()}"
        own = sorted(sop.holders.requirements, key=lambda r: bool(r.only))
        found += [(": ".join(filter(None, (each, _whom(sop, r.only)))), r) for r in own]
    whoms = sorted(dict.fromkeys(whom for whom, _ in found), key=bool)
    return tuple(
        Asked(whom=whom, requirements=tuple(r for w, r in found if w == whom)) for whom in whoms
    )


def _sums(sop: Sop) -> list[Span]:
    """The rows' times, added up by unit, the longest unit first."""
    spans = [row.within for row in sop.rows if row.within]
    sums = {unit: sum(s.amount for s in spans if s.unit == unit) for unit in _UNITS}
    return [Span(amount, unit) for unit, amount in sums.items() if amount]


_UNITS = ("hari", "x24 jam", "hari kerja", "jam", "menit")


def _whom(sop: Sop, only: Variant) -> str:
    fields = {f.id: f for f in _fields(sop)}
    return ", ".join(fields[name].said(value) for name, value in only.items())


def _fields(sop: Sop) -> Iterator[FormField]:
    for section in sop.pages:
        yield from section.fields
    if sop.holders:
        yield from sop.holders.fields
