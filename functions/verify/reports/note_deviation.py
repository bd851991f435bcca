"""An officer tells of what Loket cannot see: done outside of it, or in another order."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Literal

from pydantic import model_validator

from functions.core.accounting import Deviation
from functions.core.case import Case
from functions.core.change import change
from functions.core.deviation import NOTABLE, WHAT
from functions.core.errors import Invalid, NotAllowed
from functions.core.form import Option, applies
from functions.core.officer import Officer
from functions.core.sop import HEAD, Sop
from functions.core.step import Row
from functions.core.when import moment
from functions.offices import all_offices
from functions.sops import sop_of
from functions.verify.reports.explain import acting_in, explanation
from functions.verify.rights import demand_anothers, roles_of
from functions.verify.room import room, signed_in, theirs
from functions.web.answer import View
from functions.web.body import Command, folded
from functions.world import world

NOT_YET = "Waktu ini belum tiba."
TOO_EARLY = "Waktu ini lebih awal daripada permohonannya."
WHICH = "Tandai sekurang-kurangnya satu baris SOP."


class Note(Command):
    """`rows`: the paper's, by number; as a form, `row.4`. `date` and `time`: when it was truly
    done, in the office's zone."""

    what: Literal["outside", "reordered"]
    rows: dict[str, Literal["ya"]] = {}
    date: str = ""
    time: str = ""
    text: str = ""

    @model_validator(mode="before")
    @classmethod
    def _gather(cls, fields: Any) -> Any:
        return folded(fields, "rows", "row")


class NotePage(View):
    page = "note-deviation.html"
    number: str
    service: str
    kinds: list[Option]
    rows: list[Option]


@room.page("/penyimpangan/catat/<number>")
def noting(number: str) -> NotePage:
    case, sop, _ = _served(number)
    return NotePage(
        office=case.office,
        number=case.id,
        service=sop.service,
        kinds=[Option(value=what, label=WHAT[what]) for what in NOTABLE],
        rows=[Option(value=str(row.no), label=row.label) for row in _rows(case, sop)],
    )


@noting.accepts(Note)
def noted(said: Note, number: str) -> str:
    case, sop, officer = _served(number)
    if not case.heard(said.nonce):
        change(world().cases, number, _verb(said, case, sop, officer), officer)
    return "/penyimpangan"


def _verb(said: Note, case: Case, sop: Sop, officer: Officer) -> Callable[[Case], Case]:
    rows = _chosen(said, _rows(case, sop))
    happened = _happened(said, case)
    why = explanation(said.text, officer)
    step = next(step for step in sop.steps if rows[0] in step.rows)
    told = Deviation(said.what, step.id, tuple(row.no for row in rows), officer.id)
    by = acting_in(sop, officer)
    return lambda now: now.note_deviation(told, happened, by, why, nonce=said.nonce)


def _served(number: str) -> tuple[Case, Sop, Officer]:
    """A case of a service in which the officer has a part."""
    officer = signed_in()
    case = theirs(officer, number).case
    sop = sop_of(case)
    if not {HEAD, *sop.roles}.intersection(roles_of(officer)):
        raise NotAllowed
    demand_anothers(case, officer)
    return case, sop, officer


def _rows(case: Case, sop: Sop) -> list[Row]:
    """The paper's rows that apply to the case."""
    return [row for row in sop.rows if applies(row.only, case.answers)]


def _chosen(said: Note, rows: list[Row]) -> list[Row]:
    if unknown := said.rows.keys() - {str(row.no) for row in rows}:
        raise Invalid({f"row.{number}": "Tidak dikenal." for number in unknown})
    if not said.rows:
        raise Invalid({"rows": WHICH})
    return [row for row in rows if str(row.no) in said.rows]


def _happened(said: Note, case: Case) -> datetime:
    zone = all_offices()[case.office].calendar.zone
    happened = moment(said.date, said.time, zone)
    if happened > world().now():
        raise Invalid({"date": NOT_YET})
    if happened.date() < case.opened_at.astimezone(zone).date():
        raise Invalid({"date": TOO_EARLY})
    return happened
