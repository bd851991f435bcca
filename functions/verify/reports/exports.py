"""A month of the office for other programs: its deviations as a table, its ledger as OCEL 2.0."""

import json
from datetime import datetime

from functions.core.ledger import KINDS
from functions.core.month import demand_month
from functions.core.ocel import event_log
from functions.core.office import Office
from functions.core.officer import names_of
from functions.offices import all_offices
from functions.sops import all_sops
from functions.verify.reports.deviations import Entry, deviations_for, entry
from functions.verify.reports.seen import ledger
from functions.verify.room import room, signed_in
from functions.web.download import Download
from functions.web.spreadsheet import CSV, spreadsheet
from functions.world import world

HEAD = (
    "Nomor", "Waktu", "Layanan", "Tahap", "Baris", "Penanggung jawab", "Pelaksana menurut SOP",
    "Penyimpangan", "Mutu baku", "Kenyataan", "Batas waktu",
)  # fmt: skip


@room.download("/penyimpangan/<month>/csv")
def table(month: str) -> Download:
    officer = signed_in()
    office = all_offices()[officer.office]
    names = names_of(world().staff.everybody(office.id))
    found = [entry(one, names) for one in deviations_for(officer, demand_month(month))]
    content = spreadsheet(HEAD, (_row(told, office) for told in found))
    return Download(f"penyimpangan-{office.id}-{month}.csv", CSV, content)


@room.download("/penyimpangan/<month>/ocel.json")
def events(month: str) -> Download:
    officer = signed_in()
    lines = ledger(officer, demand_month(month), *KINDS)
    content = json.dumps(event_log(lines, all_sops()), ensure_ascii=False)
    return Download(f"ocel-{officer.office}-{month}.json", "application/json", content)


def _row(told: Entry, office: Office) -> tuple[object, ...]:
    due = told.due and _clock(told.due, office)
    return (
        told.number, _clock(told.at, office), told.service, told.step, told.rows, told.owner,
        told.role, told.what, told.standard, told.actual, due,
    )  # fmt: skip


def _clock(at: datetime, office: Office) -> str:
    """As spreadsheet programs read a time, on the office's clock."""
    return f"{at.astimezone(office.calendar.zone):%Y-%m-%d %H:%M}"
