"""An office's month in figures: what came and went, how long it took, and what waits now."""

from collections.abc import Iterator

from functions.core.backlog import Backlog, backlog, waiting
from functions.core.deviation import WHAT
from functions.core.month import demand_month, month_before, month_in_words, month_of
from functions.core.office import Office
from functions.core.report import KINDS, ServiceFigures, report
from functions.offices import all_offices
from functions.sops import all_sops
from functions.verify.reports.report_print import HEAD, report_paper, report_rows
from functions.verify.room import room, signed_in
from functions.web.answer import View
from functions.web.download import PDF, Download
from functions.web.spreadsheet import CSV, spreadsheet
from functions.world import world


class MonthlyReport(View):
    """`backlogs`: what waits now, told of the current month alone; `called`: what the kinds of
    deviation are called."""

    page = "report.html"
    month: str
    title: str
    before: str
    backlogs: tuple[Backlog, ...]
    services: tuple[ServiceFigures, ...]
    called: dict[str, str]


@room.page("/laporan")
def this_month() -> MonthlyReport:
    office = _office()
    return _reported(office, month_of(office, world().now()))


@room.page("/laporan/<month>")
def one_month(month: str) -> MonthlyReport:
    return _reported(_office(), demand_month(month))


@room.download("/laporan/<month>/csv")
def table(month: str) -> Download:
    office = _office()
    content = spreadsheet(HEAD, report_rows(_figures(office, demand_month(month))))
    return Download(f"laporan-{office.id}-{month}.csv", CSV, content)


@room.download("/laporan/<month>/pdf")
def printed(month: str) -> Download:
    office = _office()
    figures = _figures(office, demand_month(month))
    paper = report_paper(office, month_in_words(month), figures, world().now())
    return Download(f"laporan-{office.id}-{month}.pdf", PDF, world().press.pdf(paper))


def _office() -> Office:
    return all_offices()[signed_in().office]


def _reported(office: Office, month: str) -> MonthlyReport:
    current = month == month_of(office, world().now())
    return MonthlyReport(
        office=office.id,
        month=month,
        title=month_in_words(month),
        before=month_before(month),
        backlogs=tuple(_backlogs(office)) if current else (),
        services=_figures(office, month),
        called=WHAT,
    )


def _figures(office: Office, month: str) -> tuple[ServiceFigures, ...]:
    lines = world().cases.ledger(office.id, month, *KINDS)
    return report(lines, all_sops(), office.calendar)


def _backlogs(office: Office) -> Iterator[Backlog]:
    """Of each role that an SOP of the office gives work to."""
    theirs = [sop for sop in all_sops().values() if sop.office in {office.id, ""}]
    roles = {r: name for sop in theirs for r, name in sop.roles.items() if r != sop.applicant}
    for role, name in roles.items():
        yield backlog(name, waiting(world().cases, office.id, [role]), world().now())
