"""The letters of a case, each leased by whoever sends it."""

from datetime import datetime, timedelta
from typing import Any

from aws_lambda_powertools import Logger
from pydantic import TypeAdapter

from functions.aws.items import moment
from functions.aws.table import NEW, Clash, If, Record, Table, Write
from functions.core.case import Case
from functions.core.facts import Letter
from functions.core.records import Sent
from functions.core.timing import DIGEST

LEASE = timedelta(minutes=2)
TRIES = 5
QUIET = timedelta(hours=1)
"""How long after a digest an officer gets no other."""
_letters = TypeAdapter(Letter)
_STATUS = {"#status": "status"}
_DIGESTS = f"mail#{DIGEST}#"
_HOPELESS = "wake_due <= :now AND tries >= :tries"
logger = Logger()


class DynamoOutbox:
    def __init__(self, client: Any, table: str) -> None:
        self._table = Table(client, table)

    def take(self, case_id: str, key: str, now: datetime) -> Letter | None:
        """An expired lease of a sender that died is taken over; what came back waits its time."""
        fresh = "tries = :none AND (attribute_not_exists(next_at) OR next_at <= :now)"
        again = f"#status = :pending AND ({fresh} OR wake_due <= :now)"
        free = f"({again}) OR (#status = :sending AND wake_due <= :now AND tries < :tries)"
        status = {":sending": "sending", ":pending": "pending"}
        values = {**status, ":none": 0, ":one": 1, ":tries": TRIES}
        times = {":lease": moment(now + LEASE), ":now": moment(now)}
        change = "SET #status = :sending, wake_due = :lease, tries = tries + :one"
        taken = self._table.update(case_id, key, change, If(free, values | times, _STATUS))
        if taken is None:
            self._give_up(case_id, key, _sending({":now": moment(now), ":tries": TRIES}, _HOPELESS))
        return _letters.validate_json(taken["body"]) if taken else None

    def sent(self, case_id: str, key: str, at: datetime, message_id: str) -> None:
        change = "SET #status = :sent, sent_at = :at, message = :message{} REMOVE wake, wake_due"
        values = {":sent": "sent", ":at": moment(at), ":message": message_id}
        if key.startswith(_DIGESTS):
            values |= {":quiet": moment(at + QUIET)}
            change = change.format(", next_at = :quiet")
        self._table.update(case_id, key, change.format(""), _sending(values))

    def returned(self, case_id: str, key: str, at: datetime) -> None:
        change = "SET #status = :pending, wake_due = :due"
        values = {":pending": "pending", ":due": moment(at + LEASE), ":tries": TRIES}
        again = _sending(values, "tries < :tries")
        if self._table.update(case_id, key, change, again) is None:
            self._give_up(case_id, key, _sending({}))

    def _give_up(self, case_id: str, key: str, condition: If) -> None:
        failed = If(condition.expression, {**condition.values, ":failed": "failed"}, _STATUS)
        change = "SET #status = :failed REMOVE wake, wake_due"
        if self._table.update(case_id, key, change, failed):
            logger.error("letter failed", extra={"owner": case_id, "key": key})

    def post(self, owner: str, letter: Letter, at: datetime) -> None:
        place = f"{letter.name}#{letter.to}#{letter.round}#{letter.step[:12]}"
        key = f"mail#again#{place}#{moment(at)[:16]}"
        try:
            self._table.write([self._table.put(mail_record(owner, key, letter, at), NEW)])
        except Clash:
            return

    def of(self, case_id: str) -> tuple[Sent, ...]:
        return tuple(sent(record) for record in self._table.under(case_id, "mail#"))

    def unsent(self, until: datetime) -> tuple[tuple[str, str], ...]:
        found = self._table.indexed("wake", "mail", moment(until))
        return tuple((record["pk"], record["sk"]) for record in found)


def mail_record(owner: str, key: str, letter: Letter, at: datetime) -> Record:
    """A letter to be sent, as the table holds it; `wake` until it is sent."""
    body, due = _letters.dump_json(letter).decode(), moment(at)
    pending = {"status": "pending", "tries": 0, "wake": "mail", "wake_due": due}
    return {"pk": owner, "sk": key, "kind": "mail", "at": due, "body": body, **pending}


def letters_of(table: Table, case: Case) -> list[Write]:
    """The letters that a case's news bring; digests are one for each officer, however many ask."""
    at = case.news.events[-1].at if case.news.events else case.opened_at
    return [
        _digest(table, case.office, letter, at) if letter.name == DIGEST
        else table.put(mail_record(case.id, f"mail#{case.seq:06}#{n}", letter, at))
        for n, letter in enumerate(case.news.letters)
    ]  # fmt: skip


def _digest(table: Table, office: str, letter: Letter, at: datetime) -> Write:
    record = mail_record(f"desk#{office}", f"{_DIGESTS}{letter.to}", letter, at)
    return table.revise(record, unless={"wake_due": "next_at"})


def _sending(values: dict[str, Any], also: str = "") -> If:
    """Only who holds the lease may say what became of the letter."""
    condition = "#status = :sending" + (f" AND {also}" if also else "")
    return If(condition, {**values, ":sending": "sending"}, _STATUS)


def sent(record: Record) -> Sent:
    letter = _letters.validate_json(record["body"])
    left = record.get("sent_at")
    sent_at = datetime.fromisoformat(left) if left else None
    at = datetime.fromisoformat(record["at"])
    return Sent(record["sk"], letter, at, record["status"], sent_at)
