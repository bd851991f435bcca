"""The office's register of deviations, month by month: what, whose, and why it came to it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from urllib.parse import urlencode

from pydantic import BaseModel

from functions.core.accounting import Explanation
from functions.core.case import Case
from functions.core.deviation import WHAT, Deviated
from functions.core.form import Option
from functions.core.history import DEVIATED
from functions.core.ledger import Told
from functions.core.month import demand_month, month_after, month_before, month_in_words, month_of
from functions.core.officer import Officer, names_of
from functions.core.records import Whole
from functions.offices import all_offices
from functions.sops import sop_at
from functions.verify.reports.seen import ledger
from functions.verify.rights import concerns, readers, roles_of
from functions.verify.room import room, signed_in
from functions.web.answer import View
from functions.world import world

SIZE = 100
ERASED = "Data permohonan ini sudah dimusnahkan."
CLOSED = "Sudah dijelaskan; isinya terbaca oleh petugas layanan ini."
SIFTS = {"": "Semua", "saya": "Tanggung jawab saya"}


class Entry(BaseModel):
    """`owner` by name; `role`: whose the rows are by the paper; `due`: when it ought to have been
    done. `asked`: somebody has to explain it."""

    number: str
    event: int
    at: datetime
    service: str
    step: str
    rows: str
    owner: str
    role: str
    what: str
    standard: str
    actual: str
    due: datetime | None
    asked: bool


class Line(Entry):
    """`explain`: where the reader may explain it, if they may and nobody has."""

    explanation: str
    explained_by: str
    explain: str


class Deviations(View):
    page = "deviations.html"
    month: str
    title: str
    before: str
    after: str
    counts: dict[str, int]
    sifts: list[Option]
    sift: str
    lines: list[Line]
    following: str


@room.page("/penyimpangan")
def this_month() -> Deviations:
    officer = signed_in()
    return _register(officer, month_of(all_offices()[officer.office], world().now()))


@room.page("/penyimpangan/<month>")
def register(month: str) -> Deviations:
    return _register(signed_in(), demand_month(month))


def deviations_for(officer: Officer, month: str) -> list[Deviated]:
    """Those of the office, as time went by."""
    return [deviated(told, officer.office) for told in ledger(officer, month, DEVIATED)]


def deviations_in(whole: Whole) -> list[Deviated]:
    """Of one case, as time went by."""
    case = whole.case
    told = (Told(case.id, case.sop, event) for event in whole.history if event.kind == DEVIATED)
    return [deviated(one, case.office) for one in told]


def deviated(told: Told, office: str) -> Deviated:
    return Deviated(told, sop_at(told.sop, office), all_offices()[office].calendar)


def _register(officer: Officer, month: str) -> Deviations:
    """`?saring=saya`: mine alone; `?halaman=2`: the next hundred."""
    found = deviations_for(officer, month)
    sift = "saya" if room.asked("saring") == "saya" else ""
    kept = [one for one in found if not sift or _is_theirs(one, officer)]
    place = _place()
    shown = kept[place * SIZE : (place + 1) * SIZE]
    on = urlencode({"saring": sift, "halaman": place + 2})
    current = month >= month_of(all_offices()[officer.office], world().now())
    return Deviations(
        office=officer.office,
        month=month,
        title=month_in_words(month),
        before=month_before(month),
        after="" if current else month_after(month),
        counts={WHAT[what]: n for what, n in Counter(one.what for one in found).items()},
        sifts=[Option(value=value, label=label) for value, label in SIFTS.items()],
        sift=sift,
        lines=_lines(shown, officer),
        following=f"/penyimpangan/{month}?{on}" if kept[(place + 1) * SIZE :] else "",
    )


def _place() -> int:
    """Which hundred is asked for, from 0."""
    asked = room.asked("halaman")
    return int(asked) - 1 if re.fullmatch(r"[1-9][0-9]{0,3}", asked, re.ASCII) else 0


def _is_theirs(found: Deviated, officer: Officer) -> bool:
    return found.owner in {officer.id, *roles_of(officer)}


def _lines(shown: Sequence[Deviated], officer: Officer) -> list[Line]:
    """The words of an explanation are in the case alone."""
    cases = {number: world().cases.get(number) for number in {one.told.case for one in shown}}
    names = names_of(world().staff.everybody(officer.office))
    return [line(one, cases[one.told.case], officer, names) for one in shown]


def line(found: Deviated, case: Case, reader: Officer, names: Mapping[str, str]) -> Line:
    """`names`: of the office's staff, by id."""
    told, why = entry(found, names), found.explanation(case)
    may = why is None and not case.erased and found.may_be_explained_by(reader, roles_of(reader))
    open_ = bool(readers(reader, found.sop)) and not concerns(case, reader)
    return Line(
        **told.model_dump(),
        explanation=_explained(why, open_) or (ERASED if case.erased else ""),
        explained_by=why.name if why else "",
        explain=f"/penyimpangan/jelaskan/{told.number}/{told.event}" if may else "",
    )


def _explained(why: Explanation | None, open_: bool) -> str:
    if why is None:
        return ""
    return why.text if open_ else CLOSED


def entry(found: Deviated, names: Mapping[str, str]) -> Entry:
    roles = found.sop.roles
    return Entry(
        number=found.told.case,
        event=found.event.seq,
        at=found.event.at,
        service=found.sop.service,
        step=found.step.title,
        rows=", ".join(str(row.no) for row in found.rows),
        owner=names.get(found.owner) or roles.get(found.owner, "Loket"),
        role=roles[found.role],
        what=WHAT[found.what],
        standard=found.standard,
        actual=found.actual,
        due=found.due,
        asked=found.asks,
    )
