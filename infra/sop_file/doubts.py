"""What a sound SOP may still have got wrong: a question to its writer, never a refusal."""

import re
from collections.abc import Iterator

from functions.core.clock import Span
from functions.core.form import FormField
from functions.core.sop import Sop
from functions.core.step import Row, Step
from functions.offices import all_offices


def doubts(sop: Sop) -> Iterator[str]:
    yield from _head(sop)
    yield from _roles(sop)
    for step in sop.steps:
        yield from _step(sop, step)
    for row in sop.rows:
        yield from _row(row)
    for field in (f for p in sop.unfolded(["h1"]).pages for f in p.fields):
        yield from _field(field)


def _head(sop: Sop) -> Iterator[str]:
    if sop.office:
        yield from _office(sop.office)
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", sop.revision):
        yield f"revision: {sop.revision!r} is no date; the newest is found by comparing them"
    if not re.fullmatch(r"[a-z0-9-]+", sop.id):
        yield f"id: {sop.id!r} becomes part of an address: lower case, digits, hyphens"
    if sop.ways and not sop.way_question:
        yield "way_question: the choice of a way has no question above it"
    yield from _calendar("within", sop.within)


def _office(office: str) -> Iterator[str]:
    try:
        if office not in all_offices():
            yield f"office: there is no file of an office {office!r} in functions/offices"
    except ValueError as error:
        yield f"office: a file in functions/offices cannot be read: {error}"


def _roles(sop: Sop) -> Iterator[str]:
    busy = {sop.applicant, *sop.above.values(), *(r for s in sop.steps for r in s.roles)}
    for role in sop.roles:
        if role not in busy:
            yield f"roles: {role!r} has no part in any step"


def _step(sop: Sop, step: Step) -> Iterator[str]:
    if not step.rows:
        yield f"step {step.id}: none of the paper's rows is done here"
    if step.by != sop.applicant and not (step.within or sop.within):
        yield f"step {step.id}: no time is given, so it is late only after {step.expires}"
    for reminder in step.reminders:
        if reminder.calendar >= step.expires.calendar:
            yield f"step {step.id}: the reminder after {reminder} comes when it has expired"


def _row(row: Row) -> Iterator[str]:
    if row.text.strip() in ("", row.label):
        yield f"row {row.no}: its text is not longer than its label; is it the paper's, verbatim?"
    yield from _calendar(f"row {row.no}", row.within)


def _calendar(what: str, span: Span | None) -> Iterator[str]:
    if span and span.unit == "hari":
        yield f"{what}: {span} counts nights, weekends and holidays; `hari kerja` does not"


def _field(field: FormField) -> Iterator[str]:
    if (field.type == "choice") != bool(field.options):
        yield f"field {field.id}: options go together with the type choice"
