"""The letters of a case, each leased by whoever sends it."""

from datetime import datetime, timedelta
from typing import Any

from aws_lambda_powertools import Logger
from pydantic import TypeAdapter

from functions.aws.items import moment
from functions.aws.table import NEW, Clash, If, Record, Table, Write
from functions.core.case import Case
from functions.core.facts import Letter
from functions.core.receipts import RANKS, REJECTED, SENT, Receipt
from functions.core.records import Sent
from functions.core.timing import DIGEST

LEASE = timedelta(minutes=2)
DOUBT = timedelta(minutes=10)
"""How long the receipt of a letter that was perhaps sent is waited for."""
TRIES = 5
QUIET = timedelta(hours=1)
"""How long after a digest an officer gets no other."""
UNCERTAIN = "uncertain"
_letters = TypeAdapter(Letter)
_STATUS = {"#status": "status"}
_DIGESTS = f"mail#{DIGEST}#"
_SETTLED = "REMOVE wake, wake_due"
logger = Logger()


class DynamoOutbox:
    def __init__(self, client: Any, table: str) -> None:
        self._table = Table(client, table)

    def take(self, case_id: str, key: str, now: datetime) -> Letter | None:
        """What came back, or is doubtful, waits its time; a sender that died leaves a doubt."""
        fresh = "tries = :none AND (attribute_not_exists(next_at) OR next_at <= :now)"
        again = f"#status = :pending AND ({fresh} OR wake_due <= :now)"
        free = f"({again}) OR (#status = :doubtful AND wake_due <= :now)"
        status = {":sending": "sending", ":pending": "pending", ":doubtful": "doubtful"}
        values = {**status, ":none": 0, ":one": 1}
        times = {":lease": moment(now + LEASE), ":now": moment(now)}
        change = "SET #status = :sending, wake_due = :lease, tries = tries + :one"
        taken = self._table.update(case_id, key, change, If(free, values | times, _STATUS))
        if taken is None:
            self._doubt(case_id, key, now, {":now": moment(now)}, "wake_due <= :now")
        return _letters.validate_json(taken["body"]) if taken else None

    def sent(self, case_id: str, key: str, at: datetime, message_id: str) -> None:
        change = (
            f"SET #status = :sent, told = :told, sent_at = :at, message = :message{{}} {_SETTLED}"
        )
        values = {":sent": SENT, ":told": RANKS[SENT], ":at": moment(at), ":message": message_id}
        if key.startswith(_DIGESTS):
            values |= {":quiet": moment(at + QUIET)}
            change = change.format(", next_at = :quiet")
        self._table.update(case_id, key, change.format(""), _sending(values))

    def returned(self, case_id: str, key: str, at: datetime) -> None:
        change = "SET #status = :pending, wake_due = :due"
        values = {":pending": "pending", ":due": moment(at + LEASE), ":tries": TRIES}
        again = _sending(values, "tries < :tries")
        if self._table.update(case_id, key, change, again) is None:
            self._end(case_id, key, "failed", {":none": 0}, "doubts = :none")
            self._end(case_id, key, UNCERTAIN, {})

    def doubted(self, case_id: str, key: str, at: datetime) -> None:
        self._doubt(case_id, key, at, {})

    def dropped(self, case_id: str, key: str, status: str) -> None:
        self._end(case_id, key, status, {})

    def told(self, case_id: str, key: str, receipt: Receipt) -> None:
        """What was asked for anew since, and has not left, is another letter."""
        change = (
            "SET #status = :status, told = :rank, told_at = :at, message = :message, "
            f"sent_at = if_not_exists(sent_at, :at) {_SETTLED}"
        )
        at, known = moment(receipt.at), {":none": 0, ":pending": "pending"}
        news = {":status": receipt.status, ":rank": receipt.rank, ":message": receipt.message}
        condition = "told < :rank AND (#status <> :pending OR doubts > :none)"
        fits = If(condition, {**known, **news, ":at": at}, _STATUS)
        if self._table.update(case_id, key, change, fits) and receipt.status == REJECTED:
            _complain(case_id, key, REJECTED)

    def _doubt(
        self, case_id: str, key: str, at: datetime, values: dict[str, Any], also: str = ""
    ) -> None:
        """The first is waited out; a second is for good."""
        change = "SET #status = :doubtful, doubts = :one, wake_due = :due"
        first = {":doubtful": "doubtful", ":one": 1, ":none": 0, ":due": moment(at + DOUBT)}
        fits = _sending({**values, **first}, " AND ".join(filter(None, ("doubts = :none", also))))
        if self._table.update(case_id, key, change, fits) is None:
            again = " AND ".join(filter(None, ("doubts > :none", also)))
            self._end(case_id, key, UNCERTAIN, {**values, ":none": 0}, again)

    def _end(
        self, case_id: str, key: str, status: str, values: dict[str, Any], also: str = ""
    ) -> None:
        change, fits = f"SET #status = :end {_SETTLED}", _sending({**values, ":end": status}, also)
        if self._table.update(case_id, key, change, fits):
            _complain(case_id, key, status)

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
    unknown = {"doubts": 0, "told": 0}
    return {"pk": owner, "sk": key, "kind": "mail", "at": due, "body": body, **pending, **unknown}


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


def _complain(case_id: str, key: str, status: str) -> None:
    """An alarm listens for these words."""
    if status in {REJECTED, UNCERTAIN}:
        logger.error("letter %s", status, extra={"owner": case_id, "key": key})


def sent(record: Record) -> Sent:
    letter = _letters.validate_json(record["body"])
    left, told = (_moment(record.get(name)) for name in ("sent_at", "told_at"))
    at = datetime.fromisoformat(record["at"])
    return Sent(record["sk"], letter, at, record["status"], left, told)


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
