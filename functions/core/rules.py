"""Who may end a step with what, and which of the paper's rows are done by it."""

from collections.abc import Collection, Mapping
from datetime import datetime

from functions.core.errors import BadOutcome, NotAllowed
from functions.core.facts import Actor, Meeting
from functions.core.form import applies
from functions.core.sop import Sop
from functions.core.step import Row, Step

UNANSWERED = "ditutup"
"""The outcome of a follow-up that ends without the applicant's word."""


def demand_may(sop: Sop, step: Step, by: Actor, outcome: str) -> None:
    """NotAllowed for the wrong person, BadOutcome for what this step does not offer."""
    applicant = by.role == sop.applicant
    if not applicant and by.role not in _officers(sop, step, outcome):
        raise NotAllowed
    if outcome not in step.next:
        raise BadOutcome
    if outcome not in _offered(step, applicant):
        raise NotAllowed(f"Tahap ini sedang ditangani {sop.roles[step.by]}.")


def recallers(sop: Sop, step: Step) -> frozenset[str]:
    """The roles that may take back the return that led to the step."""
    to = step.next.get(step.kinds.recall)
    return sop.step(to).roles if to else frozenset()


def _officers(sop: Sop, step: Step, outcome: str) -> frozenset[str]:
    recalling = outcome == step.kinds.recall
    return step.roles | (recallers(sop, step) if recalling else frozenset())


def _offered(step: Step, applicant: bool) -> Collection[str]:
    if step.kinds.forks:
        return step.next if applicant else ()
    return step.kinds.applicant if applicant else step.kinds.officer


def clock_starts(sop: Sop, step: Step, meeting: Meeting | None, at: datetime) -> datetime | None:
    """From when a step that is reached at `at` is timed; None while nobody knows: the applicant's
    steps, and a visit whose hour is the visitor's to choose."""
    if step.by == sop.applicant:
        return None
    if not (step.kinds.meets and sop.ways):
        return at
    return max(meeting.starts, at) if meeting else None


def rows_done(step: Step, outcome: str, answers: Mapping[str, str]) -> tuple[int, ...]:
    """The rows that `outcome` completes, in the variant that applies."""
    if outcome in step.kinds.undone:
        return ()
    return tuple(
        row.no
        for row in _applying(step, answers)
        if outcome != UNANSWERED or row.by != step.by
    )  # fmt: skip


def rows_skipped(step: Step, outcome: str, answers: Mapping[str, str]) -> list[Row]:
    """The rows that `outcome` leaves undone for good, on a case that goes on."""
    if outcome in step.kinds.undone or outcome == "ditolak":
        return []
    done = rows_done(step, outcome, answers)
    return [row for row in _applying(step, answers) if row.no not in done]


def _applying(step: Step, answers: Mapping[str, str]) -> list[Row]:
    return [row for row in step.rows if applies(row.only, answers)]


def first_wait(sop: Sop, outcome: str = "") -> str:
    """Where the workflow waits first: the start, or what follows a start done by opening."""
    step = sop.step(sop.start)
    if step.kinds.waits:
        return step.id
    return step.next[outcome] if outcome else next(iter(step.next.values()))
