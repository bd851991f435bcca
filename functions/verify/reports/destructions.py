"""The record of destructions (berita acara pemusnahan), and what is to be destroyed soon."""

from datetime import datetime, timedelta

from pydantic import BaseModel

from functions.core.destruction import ERASED, Destroyed, destroyed
from functions.core.kinds import ENDS
from functions.core.month import demand_month, month_after, month_before, month_in_words, month_of
from functions.core.office import Office
from functions.core.officer import Officer
from functions.offices import all_offices
from functions.sops import sop_at, sop_of
from functions.verify.reports.destructions_print import HEAD, destruction_paper, destruction_rows
from functions.verify.reports.seen import ledger
from functions.verify.rights import concerns
from functions.verify.room import room, signed_in
from functions.web.answer import View
from functions.web.download import PDF, Download
from functions.web.spreadsheet import CSV, spreadsheet
from functions.world import world

AHEAD = timedelta(days=30)
"""How long before it a destruction is told of, so that somebody can still hold it back."""
MOST = 50


class Nearing(BaseModel):
    """A case that is to be destroyed soon, unless somebody holds it back."""

    number: str
    service: str
    end: str
    until: datetime


class Destructions(View):
    """`nearing`: of the current month alone; `more`: that others follow them."""

    page = "destructions.html"
    month: str
    title: str
    before: str
    after: str
    lines: list[Destroyed]
    nearing: list[Nearing]
    more: bool


@room.page("/laporan/pemusnahan")
def destructions() -> Destructions:
    """`?bulan=2026-11`: another month than this one."""
    officer = signed_in()
    office = all_offices()[officer.office]
    month = _month(office)
    current = month >= month_of(office, world().now())
    nearing = _nearing(office, officer) if current else []
    return Destructions(
        office=office.id,
        month=month,
        title=month_in_words(month),
        before=month_before(month),
        after="" if current else month_after(month),
        lines=_destroyed(officer, month),
        nearing=nearing[:MOST],
        more=len(nearing) > MOST,
    )


@room.download("/laporan/pemusnahan/csv")
def table() -> Download:
    officer = signed_in()
    office = all_offices()[officer.office]
    month = _month(office)
    content = spreadsheet(HEAD, destruction_rows(_destroyed(officer, month), office))
    return Download(f"pemusnahan-{office.id}-{month}.csv", CSV, content)


@room.download("/laporan/pemusnahan/pdf")
def printed() -> Download:
    officer = signed_in()
    office = all_offices()[officer.office]
    month = _month(office)
    lines, now = _destroyed(officer, month), world().now()
    paper = destruction_paper(office, month_in_words(month), lines, now)
    return Download(f"pemusnahan-{office.id}-{month}.pdf", PDF, world().press.pdf(paper))


def _month(office: Office) -> str:
    return demand_month(room.asked("bulan") or month_of(office, world().now()))


def _destroyed(officer: Officer, month: str) -> list[Destroyed]:
    """As time went by."""
    lines = ledger(officer, month, ERASED)
    return [destroyed(told, sop_at(told.sop, officer.office)) for told in lines]


def _nearing(office: Office, officer: Officer) -> list[Nearing]:
    """The earliest first, and one more than are shown if there are more."""
    expiring = world().cases.expiring(world().now() + AHEAD)
    theirs = [number for number in expiring if number.startswith(f"{office.prefix}-")]
    found = (_near(number, officer) for number in theirs[: MOST + 1])
    return [near for near in found if near]


def _near(number: str, officer: Officer) -> Nearing | None:
    """None, if it was destroyed or held back just now, or is about the officer."""
    case = world().cases.get(number)
    sop = sop_of(case)
    until = case.kept_until(sop)
    if until is None or case.closed is None or concerns(case, officer):
        return None
    return Nearing(number=number, service=sop.service, end=ENDS[case.closed.end], until=until)
