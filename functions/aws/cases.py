"""Cases in DynamoDB: a snapshot, an item for each event, letter and claim; one table.

pk                   sk                     what
CASE                 case                   the snapshot; sparse indexes `desk`, `wake`
CASE                 event#000007           one line of history
CASE, desk#OFFICE    mail#000003#0          a letter (aws/outbox.py)
claim#KIND#HASH      CASE or "only"         a value that a case holds
ledger#OFFICE#MONTH  KIND#TIME#CASE#000007  a line of the office's ledger (aws/ledger.py)
survey#OFFICE#MONTH  chance                 what somebody said (aws/ballots.py)
staff#OFFICE         officer id             an officer (aws/staff.py)
count#GROUP          NAME                   how many (aws/counters.py)
suppressed#HASH      only                   a mailbox not written to (aws/suppressions.py)
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter

from functions.aws.ballots import ballot_key, ballot_lines, cast
from functions.aws.indexes import KEPT, fitting, indexed, parted
from functions.aws.items import moment
from functions.aws.ledger import ledger_key, ledger_lines, told
from functions.aws.outbox import letters_of, sent
from functions.aws.staff import on_duty as duty
from functions.aws.suppressions import lifted
from functions.aws.table import NEW, Clash, If, Record, Table, Write
from functions.core.case import Case
from functions.core.errors import NotAllowed, NotFound, Refused, Stale, Taken
from functions.core.facts import Claim
from functions.core.history import Event
from functions.core.ledger import Told
from functions.core.officer import Officer
from functions.core.records import EVERYTHING, Page, Sift, Whole
from functions.core.satisfaction import Ballot

_cases, _events = TypeAdapter(Case), TypeAdapter(Event)
SIZE = 50
"""How many lines of a queue are read at once."""
_MINE = "attribute_not_exists(pk) OR #case = :mine"


class DynamoCases:
    def __init__(self, client: Any, table: str) -> None:
        self._table = Table(client, table)

    def get(self, case_id: str) -> Case:
        record = self._table.get(case_id, "case")
        if record is None:
            raise NotFound
        return _cases.validate_json(record["body"])

    def whole(self, case_id: str) -> Whole:
        found = self._table.under(case_id)
        snapshot = next((r for r in found if r["sk"] == "case"), None)
        if snapshot is None:
            raise NotFound
        events = (r for r in found if r["sk"].startswith("event#"))
        history = tuple(_events.validate_json(record["body"]) for record in events)
        letters = tuple(sent(r) for r in found if r["sk"].startswith("mail#"))
        return Whole(_cases.validate_json(snapshot["body"]), history, letters)

    def save(self, case: Case, on_duty: Officer | None = None) -> Case:
        settled = case.settled()
        writes = [self._snapshot(settled), *self._claims(case), *self._news(case)]
        try:
            self._table.write([*writes, *([duty(self._table, on_duty)] if on_duty else [])])
        except Clash as clash:
            if not self._was_ours(settled):
                raise _refusal(clash, case, len(writes)) from clash
        return settled

    def history(self, case_id: str) -> tuple[Event, ...]:
        found = self._table.under(case_id, "event#")
        return tuple(_events.validate_json(record["body"]) for record in found)

    def holding(self, kind: str, fingerprint: str) -> tuple[str, ...]:
        found = self._table.under(f"claim#{kind}#{fingerprint}")
        return tuple(record["case"] for record in found)

    def queue(
        self, office: str, roles: Iterable[str], start: str = "", sift: Sift = EVERYTHING
    ) -> Page:
        stretch = start, moment(sift.until) if sift.until else "~"
        desks = [f"{office}#{role}" for role in roles]
        only = fitting(sift)
        return parted([self._table.page("desk", d, stretch, SIZE + 1, only) for d in desks], SIZE)

    def ledger(self, office: str, month: str, *kinds: str) -> tuple[Told, ...]:
        key = ledger_key(office, month)
        found = [told(line) for kind in kinds for line in self._table.under(key, f"{kind}#")]
        return tuple(sorted(found, key=lambda line: line.place))

    def ballots(self, office: str, month: str) -> tuple[Ballot, ...]:
        return tuple(cast(record) for record in self._table.under(ballot_key(office, month)))

    def waking(self, until: datetime) -> tuple[str, ...]:
        return tuple(r["pk"] for r in self._table.indexed("wake", "case", moment(until)))

    def expiring(self, until: datetime) -> tuple[str, ...]:
        return tuple(r["pk"] for r in self._table.indexed("wake", KEPT, moment(until)))

    def _snapshot(self, case: Case) -> Write:
        body = _cases.dump_json(case, exclude={"news"}).decode()
        record = {"pk": case.id, "sk": "case", "revision": case.revision, "body": body}
        seen = If("revision = :seen", {":seen": case.revision - 1})
        return self._table.put(record | indexed(case), NEW if case.revision == 1 else seen)

    def _claims(self, case: Case) -> list[Write]:
        mine = If(_MINE, {":mine": case.id}, {"#case": "case"})
        held = [{**_claim_key(case, c), "case": case.id} for c in case.news.claims]
        return [self._table.put(record, mine) for record in held]

    def _news(self, case: Case) -> list[Write]:
        return [
            *(self._table.put(_event(case, e), NEW) for e in case.news.events),
            *letters_of(self._table, case),
            *(self._table.put(record) for record in ledger_lines(case)),
            *(self._table.put(record, NEW) for record in ballot_lines(case)),
            *(self._table.delete(**_claim_key(case, c)) for c in case.news.releases),
            *(lifted(self._table, fingerprint) for fingerprint in case.news.lifts),
        ]

    def _was_ours(self, settled: Case) -> bool:
        """Whether the write that clashed was this very one, whose answer got lost."""
        record = self._table.get(settled.id, "case")
        return record is not None and _cases.validate_json(record["body"]) == settled


def _refusal(clash: Clash, case: Case, duty: int) -> Refused:
    """Why nothing was written; `duty` is the place of the officer's check."""
    if duty in clash.failed:
        return NotAllowed()
    taken = [n for n in clash.failed if 1 <= n <= len(case.news.claims)]
    if taken and 0 not in clash.failed:
        claim = case.news.claims[taken[0] - 1]
        return Taken(claim.kind, claim.fingerprint)
    return Stale()


def _event(case: Case, event: Event) -> Record:
    body = _events.dump_json(event).decode()
    return {"pk": case.id, "sk": f"event#{event.seq:06}", "kind": event.kind, "body": body}


def _claim_key(case: Case, claim: Claim) -> dict[str, str]:
    owner = "only" if claim.exclusive else case.id
    return {"pk": f"claim#{claim.kind}#{claim.fingerprint}", "sk": owner}
