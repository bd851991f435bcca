"""Ballots in DynamoDB, by office and month: under chance, and without the case they came with."""

from pydantic import TypeAdapter

from functions.aws.table import Record
from functions.core.case import Case
from functions.core.month import month_of
from functions.core.satisfaction import Ballot
from functions.offices import all_offices

_ballots = TypeAdapter(Ballot)


def ballot_key(office: str, month: str) -> str:
    return f"survey#{office}#{month}"


def ballot_lines(case: Case) -> list[Record]:
    """What the case's news put into the office's box."""
    return [_line(case, ballot) for ballot in case.news.ballots]


def cast(record: Record) -> Ballot:
    return _ballots.validate_json(record["body"])


def _line(case: Case, ballot: Ballot) -> Record:
    month = month_of(all_offices()[case.office], case.news.events[-1].at)
    body = _ballots.dump_json(ballot).decode()
    return {"pk": ballot_key(case.office, month), "sk": ballot.id, "body": body}
