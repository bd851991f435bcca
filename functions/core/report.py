"""A month of an office in figures, from the lines of its ledger: what came and went, and how
long it took. A figure that rests on nothing is None, never 0."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from functions.core.clock import Calendar, Span
from functions.core.form import Frozen
from functions.core.history import DEVIATED, Event
from functions.core.kinds import DONE, ENDS
from functions.core.ledger import Told
from functions.core.pace import Pace, office_time, pace
from functions.core.sop import Sop
from functions.core.standard import duration
from functions.core.step import Step

KINDS = ("opened", "decided", "closed", DEVIATED)
"""The lines that a report reads."""
_OFFICE_TIME = {"menit", "jam"}


class StepFigures(Frozen):
    """One step of the office's own.

    `pace`: of the decisions that ended a wait at it, whatever they said. `on_time`: the per cent,
    rounded down, that came by their due time, of those that had one. `standard`: `within`, where
    that is counted in office time and so can be laid beside `pace`.
    """

    id: str
    title: str
    by: str
    within: str
    standard: timedelta | None
    pace: Pace
    on_time: int | None


class ServiceFigures(Frozen):
    """One revision of one SOP.

    `opened`, `sent`, `ended`: cases that were opened in the month, whose application was sent, and
    that were closed, by their end. `pace`: of those that were closed as done, the office's time
    from first to last. `on_time`: the per cent, rounded down, of the cases that never missed a due
    time in the month, of those with a decision that had one. `deviations`: entries, by what it was.
    """

    sop: str
    service: str
    revision: str
    within: str
    opened: int
    sent: int
    ended: dict[str, int]
    steps: tuple[StepFigures, ...]
    pace: Pace
    on_time: int | None
    deviations: dict[str, int]


def report(
    lines: Iterable[Told], sops: Mapping[str, Sop], calendar: Calendar
) -> tuple[ServiceFigures, ...]:
    """Of each SOP that a case went by in the month."""
    told = defaultdict(list)
    for line in lines:
        told[line.sop].append(line)
    return tuple(_service(sops[key], told[key], calendar) for key in sorted(told))


def _service(sop: Sop, lines: Sequence[Told], calendar: Calendar) -> ServiceFigures:
    closed = _events(lines, "closed")
    done = [event for event in closed if event.detail["end"] == DONE]
    ends = Counter(event.detail["end"] for event in closed)
    return ServiceFigures(
        sop=sop.id,
        service=sop.service,
        revision=sop.revision,
        within=duration(sop),
        opened=len(_events(lines, "opened")),
        sent=_sent(sop, lines),
        ended={end: ends[end] for end in ENDS},
        steps=_steps(sop, _events(lines, "decided"), calendar),
        pace=pace(office_time(event, calendar) for event in done),
        on_time=_cases_on_time(lines),
        deviations=dict(Counter(e.detail["what"] for e in _events(lines, DEVIATED))),
    )


def _events(lines: Iterable[Told], kind: str) -> list[Event]:
    return [line.event for line in lines if line.event.kind == kind]


def _decided(lines: Iterable[Told]) -> list[Told]:
    return [line for line in lines if line.event.kind == "decided"]


def _sent(sop: Sop, lines: Iterable[Told]) -> int:
    forms = {step.id for step in sop.steps if step.kinds.forks}
    return len({line.case for line in _decided(lines) if line.event.detail["step"] in forms})


def _steps(sop: Sop, decided: Iterable[Event], calendar: Calendar) -> tuple[StepFigures, ...]:
    """The office's steps, in the paper's order, whether one came to them or not."""
    ended = defaultdict(list)
    for event in decided:
        ended[event.detail["step"]].append(event)
    theirs = [step for step in sop.steps if step.by != sop.applicant]
    return tuple(_step(sop, step, ended[step.id], calendar) for step in theirs)


def _step(sop: Sop, step: Step, decided: Sequence[Event], calendar: Calendar) -> StepFigures:
    return StepFigures(
        id=step.id,
        title=step.title,
        by=sop.roles[step.by],
        within=str(step.within or ""),
        standard=_standard(step.within),
        pace=pace(office_time(event, calendar) for event in decided),
        on_time=percent(not _late(event) for event in decided if "due" in event.detail),
    )


def _standard(within: Span | None) -> timedelta | None:
    return within.calendar if within and within.unit in _OFFICE_TIME else None


def _cases_on_time(lines: Iterable[Told]) -> int | None:
    timed = [line for line in _decided(lines) if "due" in line.event.detail]
    late = {line.case for line in timed if _late(line.event)}
    return percent(case not in late for case in {line.case for line in timed})


def _late(decided: Event) -> bool:
    return decided.at > datetime.fromisoformat(decided.detail["due"])


def percent(kept: Iterable[bool]) -> int | None:
    """How many of a hundred, rounded down: 100 is all of them."""
    found = list(kept)
    return 100 * sum(found) // len(found) if found else None
