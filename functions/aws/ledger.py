"""The offices' ledgers in DynamoDB: each line a copy of an event, under its month and kind."""

from pydantic import TypeAdapter

from functions.aws.items import moment
from functions.aws.table import Record
from functions.core.case import Case
from functions.core.history import Event
from functions.core.ledger import KINDS, Told
from functions.core.month import month_of
from functions.offices import all_offices

_events = TypeAdapter(Event)


def ledger_key(office: str, month: str) -> str:
    return f"ledger#{office}#{month}"


def ledger_lines(case: Case) -> list[Record]:
    """What the case's news add to its office's ledger."""
    return [_line(case, event) for event in case.news.events if event.kind in KINDS]


def told(record: Record) -> Told:
    return Told(record["case"], record["sop"], _events.validate_json(record["body"]))


def _line(case: Case, event: Event) -> Record:
    month = month_of(all_offices()[case.office], event.at)
    return {
        "pk": ledger_key(case.office, month),
        "sk": f"{event.kind}#{moment(event.at)}#{case.id}#{event.seq:06}",
        "case": case.id,
        "sop": case.sop,
        "body": _events.dump_json(event).decode(),
    }
