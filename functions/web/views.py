"""What both rooms show of a case: where it stands, and the paper's rows so far."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from pydantic import BaseModel

from functions.core.case import Case
from functions.core.deeds import Pause
from functions.core.facts import Closed, OpenStep
from functions.core.flow import ahead
from functions.core.form import applies
from functions.core.history import Event
from functions.core.kinds import ENDS
from functions.core.records import Waiting
from functions.core.sop import Sop
from functions.core.step import Row
from functions.offices import all_offices


class Entry(BaseModel):
    """A row of the paper in this case; `state` is done, now, next, late or skipped."""

    no: int
    label: str
    text: str
    who: str
    at: datetime | None = None
    note: str = ""
    state: str = "next"


class Halt(BaseModel):
    """The office's clock stood still, and why; `until` is none while it still does."""

    since: datetime
    until: datetime | None
    cause: str
    reason: str


class Standing(BaseModel):
    """Where a case is, who has it since when and until when, and what is asked of them.

    `estimated`: `due` rests on a date that is not decreed yet.
    """

    number: str
    service: str
    state: str
    tone: str
    holder: str = ""
    task: str = ""
    since: datetime | None = None
    due: datetime | None = None
    estimated: bool = False
    reason: str = ""
    yours: bool = False
    matter: str = "Permohonan"
    pauses: list[Halt] = []


def standing(case: Case, sop: Sop) -> Standing:
    at = Standing(
        number=case.id,
        service=sop.service,
        matter=sop.matter,
        state="Sedang diteruskan",
        tone="wait",
        since=case.transit.since if case.transit else case.opened_at,
        pauses=[_halt(pause, sop) for pause in case.pauses],
    )
    if case.closed:
        return at.model_copy(update=_closed(case.closed))
    return at.model_copy(update=_waiting(case.here, sop)) if case.here else at


def _halt(pause: Pause, sop: Sop) -> Halt:
    causes = {cause.id: cause.label for cause in sop.pauses}
    return Halt(
        since=pause.since,
        until=pause.until,
        cause=causes.get(pause.cause, pause.cause),
        reason=pause.reason,
    )


def _closed(closed: Closed) -> dict[str, Any]:
    tone = "good" if closed.end == "selesai" else "bad"
    state = ENDS[closed.end]
    return {"state": state, "tone": tone, "since": closed.at, "reason": closed.reason}


def _waiting(here: OpenStep, sop: Sop) -> dict[str, Any]:
    yours = here.by == sop.applicant
    due = None if here.paused else here.due
    state = "Menunggu Anda" if yours else "Waktu dijeda" if here.paused else "Sedang diproses"
    return {
        "state": state,
        "tone": "wait" if yours or here.paused else "info",
        "yours": yours,
        "holder": sop.roles[here.by],
        "task": sop.step(here.id).title,
        "since": here.since,
        "due": due,
        "estimated": estimated(sop, here.id, here.since, due),
    }


def estimated(sop: Sop, step: str, since: datetime, due: datetime | None) -> bool:
    """Whether the step's due time counts office time over a date that may still move."""
    within = sop.step(step).within or sop.within
    graded = sop.step(step).kinds.graded
    if due is None or not (graded or (within and not within.always_runs)):
        return False
    return all_offices()[sop.office].estimated(since, due)


def is_estimated(sop: Sop, line: Waiting) -> bool:
    """The same of a line of a queue; a call is due by a day that nobody promised."""
    return not line.is_call and estimated(sop, line.step, line.since, line.due)


def timeline(case: Case, sop: Sop, history: Iterable[Event]) -> list[Entry]:
    """Each row of the paper that applies to the case, in the paper's order: what happened, and
    what may come yet."""
    events = list(history)
    done = {no: e for e in events for no in e.rows}
    late = {e.detail["step"] for e in events if e.detail.get("what") == "late"}
    skipped = {
        int(no) for e in events if e.detail.get("what") == "skipped"
        for no in e.detail["rows"].split(",")
    }  # fmt: skip
    current = case.here.id if case.here else ""
    coming = ahead(sop, current or (case.transit.target if case.transit else ""))
    return [
        Entry(
            no=row.no,
            label=row.label,
            text=row.text,
            who=_who(sop, row, done.get(row.no)),
            at=done[row.no].at if row.no in done else None,
            note=f"Waktu baku {row.within}" if row.within else "",
            state=_state(
                row, row.no in done, row.no in skipped, step.id in late, step.id == current
            ),
        )
        for step in sop.steps
        for row in step.rows
        if row.no in done or row.no in skipped or step.id in coming
        if not case.answers.get("cara") or applies(row.only, case.answers)
    ]


def _who(sop: Sop, row: Row, event: Event | None) -> str:
    """Whose row it is; and "Plh." or "Plt." of who did it in their stead."""
    style, _, role = event.detail.get("as", "").partition(" ") if event else ("", "", "")
    return f"{style} {sop.roles[row.by]}" if role == row.by else sop.roles[row.by]


def _state(row: Row, done: bool, skipped: bool, late: bool, current: bool) -> str:
    if skipped:
        return "skipped"
    if current:
        return "now"
    if done:
        return "late" if late else "done"
    return "next"
