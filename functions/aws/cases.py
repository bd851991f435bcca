"""Cases in DynamoDB: a snapshot, an item for each event, letter and claim; one table.

pk                      sk                  what
CASE                    case                the snapshot; sparse indexes `desk`, `wake`
CASE                    event#000007        one line of history
CASE, desk#OFFICE       mail#000003#0       a letter (aws/outbox.py)
claim#KIND#HASH         CASE or "only"      a value that a case holds
deviation#OFFICE#MONTH  TIME#CASE#000007    an entry of the office's register
staff#OFFICE            officer id          an officer (aws/staff.py)
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter

from functions.aws.indexes import indexed, waiting
from functions.aws.items import moment
from functions.aws.outbox import mail_record
from functions.aws.table import NEW, Clash, If, Record, Table, Write
from functions.core.case import Case
from functions.core.errors import NotAllowed, NotFound, Refused, Stale, Taken
from functions.core.facts import Claim, Officer
from functions.core.history import DEVIATED, Event
from functions.core.ports import Deviation, Waiting
from functions.offices import all_offices

_cases, _events = TypeAdapter(Case), TypeAdapter(Event)
_ON_DUTY = "active = :yes AND contains(#roles, :role)"
_MINE = "attribute_not_exists(pk) OR #case = :mine"


class DynamoCases:
    def __init__(self, client: Any, table: str) -> None:
        self._table = Table(client, table)

    def get(self, case_id: str) -> Case:
        record = self._table.get(case_id, "case")
        if record is None:
            raise NotFound
        return _cases.validate_json(record["body"])

    def save(self, case: Case, on_duty: tuple[Officer, str] | None = None) -> Case:
        settled = case.settled()
        writes = [self._snapshot(settled), *self._claims(case), *self._news(case)]
        try:
            self._table.write([*writes, *self._duty(on_duty)])
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

    def queue(self, office: str, roles: Iterable[str]) -> tuple[Waiting, ...]:
        desks = (self._table.indexed("desk", f"{office}#{role}", "~") for role in roles)
        lines = [line for desk in desks for line in desk]
        return tuple(waiting(line) for line in sorted(lines, key=lambda line: line["desk_due"]))

    def deviations(self, office: str, month: str) -> tuple[Deviation, ...]:
        found = self._table.under(f"deviation#{office}#{month}")
        return tuple(
            Deviation(r["case"], r["sop"], _events.validate_json(r["body"])) for r in found
        )

    def waking(self, until: datetime) -> tuple[str, ...]:
        return tuple(r["pk"] for r in self._table.indexed("wake", "case", moment(until)))

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
            *(self._table.put(record) for record in _mails(case)),
            *(self._table.put(record) for record in _deviations(case)),
            *(self._table.delete(**_claim_key(case, c)) for c in case.news.releases),
        ]

    def _duty(self, on_duty: tuple[Officer, str] | None) -> list[Write]:
        """The role is checked in the very transaction that uses it."""
        if not on_duty:
            return []
        officer, role = on_duty
        held = If(_ON_DUTY, {":yes": True, ":role": role}, {"#roles": "roles"})
        return [self._table.check(f"staff#{officer.office}", officer.id, held)]

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


def _deviations(case: Case) -> list[Record]:
    """The office's register, by the month of its own calendar."""
    office = all_offices()[case.office]
    return [
        {
            "pk": f"deviation#{case.office}#{office.today(event.at):%Y-%m}",
            "sk": f"{moment(event.at)}#{case.id}#{event.seq:06}",
            "case": case.id,
            "sop": case.sop,
            "body": _events.dump_json(event).decode(),
        }
        for event in case.news.events
        if event.kind == DEVIATED
    ]


def _mails(case: Case) -> list[Record]:
    at = case.news.events[-1].at if case.news.events else case.opened_at
    return [
        mail_record(case.id, f"mail#{case.seq:06}#{n}", letter, at)
        for n, letter in enumerate(case.news.letters)
    ]


def _claim_key(case: Case, claim: Claim) -> dict[str, str]:
    owner = "only" if claim.exclusive else case.id
    return {"pk": f"claim#{claim.kind}#{claim.fingerprint}", "sk": owner}
