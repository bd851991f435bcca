"""An office's month in figures: what came and went, how long it took, and what waits now; of
complaints about the reader, nothing."""

from collections.abc import Iterator

from functions.core.backlog import Backlog, backlog, waiting
from functions.core.deviation import WHAT
from functions.core.month import demand_month, month_before, month_in_words, month_of
from functions.core.officer import Officer
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
    officer = signed_in()
    return _reported(officer, month_of(all_offices()[officer.office], world().now()))


@room.page("/laporan/<month>")
def one_month(month: str) -> MonthlyReport:
    return _reported(signed_in(), demand_month(month))


@room.download("/laporan/<month>/csv")
def table(month: str) -> Download:
    officer = signed_in()
    content = spreadsheet(HEAD, report_rows(_figures(officer, demand_month(month))))
    return Download(f"laporan-{officer.office}-{month}.csv", CSV, content)


@room.download("/laporan/<month>/pdf")
def printed(month: str) -> Download:
    officer = signed_in()
    office, figures = all_offices()[officer.office], _figures(officer, demand_month(month))
    paper = report_paper(office, month_in_words(month), figures, world().now())
    return Download(f"laporan-{office.id}-{month}.pdf", PDF, world().press.pdf(paper))


def _reported(officer: Officer, month: str) -> MonthlyReport:
    office = all_offices()[officer.office]
    current = month == month_of(office, world().now())
    return MonthlyReport(
        office=office.id,
        month=month,
        title=month_in_words(month),
        before=month_before(month),
        backlogs=tuple(_backlogs(officer)) if current else (),
        services=_figures(officer, month),
        called=WHAT,
    )


def _figures(officer: Officer, month: str) -> tuple[ServiceFigures, ...]:
    """All that happened, whoever reads it: the office's public figures tell as much."""
    lines = world().cases.ledger(officer.office, month, *KINDS)
    return report(lines, all_sops(), all_offices()[officer.office].calendar)


def _backlogs(officer: Officer) -> Iterator[Backlog]:
    """Of each role that an SOP of the office gives work to."""
    office = officer.office
    theirs = [sop for sop in all_sops().values() if sop.office in {office, ""}]
    roles = {r: name for sop in theirs for r, name in sop.roles.items() if r != sop.applicant}
    for role, name in roles.items():
        yield backlog(name, waiting(world().cases, office, [role]), world().now())
