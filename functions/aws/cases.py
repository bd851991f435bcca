"""Cases in DynamoDB: a snapshot, an item for each event, letter and claim; one table.

pk              sk                  what
CASE            case                the snapshot; sparse indexes `desk`, `wake`
CASE            event#000007        one line of history
CASE            mail#000003#0       a letter (aws/outbox.py)
claim#KIND#HASH case id or "only"   a value that a case holds
staff#OFFICE    officer id          an officer (aws/staff.py)
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from botocore.exceptions import ClientError
from pydantic import TypeAdapter

from functions.aws import available, code
from functions.aws.items import from_item, moment, to_item
from functions.aws.outbox import mail_item
from functions.core.case import Case
from functions.core.errors import NotAllowed, NotFound, Refused, Stale, Taken
from functions.core.facts import Claim, Officer, OpenStep
from functions.core.history import Event
from functions.core.ports import Waiting
from functions.sops import all_sops

_cases, _events = TypeAdapter(Case), TypeAdapter(Event)
PATIENCE = timedelta(minutes=2)
ON_DUTY = "active = :yes AND contains(#roles, :role)"


class DynamoCases:
    def __init__(self, client: Any, table: str) -> None:
        self._client, self._table = client, table

    def get(self, case_id: str) -> Case:
        with available("dynamodb"):
            key = to_item({"pk": case_id, "sk": "case"})
            got = self._client.get_item(TableName=self._table, Key=key, ConsistentRead=True)
        if "Item" not in got:
            raise NotFound
        return _cases.validate_json(from_item(got["Item"])["body"])

    def save(self, case: Case, on_duty: tuple[Officer, str] | None = None) -> Case:
        settled = case.settled()
        writes = [self._snapshot(settled), *self._news(case), *self._duty(on_duty)]
        with available("dynamodb"):
            try:
                self._client.transact_write_items(TransactItems=writes)
            except ClientError as error:
                if code(error) != "TransactionCanceledException":
                    raise
                if not self._was_ours(case, settled):
                    raise _refusal(error, case, writes) from error
        return settled

    def history(self, case_id: str) -> tuple[Event, ...]:
        found = self._query(":pk", case_id, "event#")
        return tuple(_events.validate_json(item["body"]) for item in found)

    def holding(self, kind: str, fingerprint: str) -> tuple[str, ...]:
        found = self._query(":pk", f"claim#{kind}#{fingerprint}", "")
        return tuple(item["case"] for item in found)

    def queue(self, office: str, roles: Iterable[str]) -> tuple[Waiting, ...]:
        lines = [line for role in roles for line in self._index("desk", f"{office}#{role}", "~")]
        lines.sort(key=lambda line: line["desk_due"])
        return tuple(_waiting(line) for line in lines)

    def waking(self, until: datetime) -> tuple[str, ...]:
        found = self._index("wake", "case", moment(until))
        return tuple(item["pk"] for item in found)

    def _query(self, name: str, pk: str, prefix: str) -> list[dict[str, Any]]:
        condition, values = f"pk = {name}", {name: pk}
        if prefix:
            condition, values = f"{condition} AND begins_with(sk, :sk)", {**values, ":sk": prefix}
        return self._pages(
            KeyConditionExpression=condition,
            ExpressionAttributeValues=to_item(values),
            ConsistentRead=True,
        )

    def _index(self, index: str, key: str, until: str) -> list[dict[str, Any]]:
        return self._pages(
            IndexName=index,
            KeyConditionExpression=f"{index} = :key AND {index}_due <= :until",
            ExpressionAttributeValues=to_item({":key": key, ":until": until}),
        )

    def _pages(self, **query: Any) -> list[dict[str, Any]]:
        with available("dynamodb"):
            pages = self._client.get_paginator("query").paginate(TableName=self._table, **query)
            return [from_item(item) for page in pages for item in page["Items"]]

    def _snapshot(self, case: Case) -> dict[str, Any]:
        body = _cases.dump_json(case, exclude={"news"}).decode()
        record = {"pk": case.id, "sk": "case", "revision": case.revision, "body": body}
        return self._put(
            {**record, **_indexes(case)},
            "attribute_not_exists(pk) OR revision = :seen" if case.revision > 1
            else "attribute_not_exists(pk)",
            {":seen": case.revision - 1} if case.revision > 1 else {},
        )  # fmt: skip

    def _news(self, case: Case) -> list[dict[str, Any]]:
        return [
            *(self._put(_event(case, e), "attribute_not_exists(pk)") for e in case.news.events),
            *(self._put(m) for m in _mails(case)),
            *(self._claim(case, c) for c in case.news.claims),
            *({"Delete": self._at(_claim_key(case, c))} for c in case.news.releases),
        ]

    def _claim(self, case: Case, claim: Claim) -> dict[str, Any]:
        record = {**_claim_key(case, claim), "case": case.id}
        mine = "attribute_not_exists(pk) OR #case = :mine"
        return self._put(record, mine, {":mine": case.id}, {"#case": "case"})

    def _duty(self, on_duty: tuple[Officer, str] | None) -> list[dict[str, Any]]:
        if not on_duty:
            return []
        officer, role = on_duty
        check = {
            **self._at({"pk": f"staff#{officer.office}", "sk": officer.id}),
            "ConditionExpression": ON_DUTY,
            "ExpressionAttributeNames": {"#roles": "roles"},
            "ExpressionAttributeValues": to_item({":yes": True, ":role": role}),
        }
        return [{"ConditionCheck": check}]

    def _at(self, key: dict[str, str]) -> dict[str, Any]:
        return {"TableName": self._table, "Key": to_item(key)}

    def _put(self, record: dict[str, Any], condition: str = "",
             values: dict[str, Any] | None = None,
             names: dict[str, str] | None = None) -> dict[str, Any]:  # fmt: skip
        put: dict[str, Any] = {"TableName": self._table, "Item": to_item(record)}
        if condition:
            put["ConditionExpression"] = condition
        if values:
            put["ExpressionAttributeValues"] = to_item(values)
        if names:
            put["ExpressionAttributeNames"] = names
        return {"Put": put}

    def _was_ours(self, case: Case, settled: Case) -> bool:
        """Whether the write that clashed was this very one, whose answer got lost."""
        try:
            kept = self.get(case.id)
        except NotFound:
            return False
        return (kept.revision, kept.head) == (settled.revision, settled.head)


def _refusal(error: ClientError, case: Case, writes: list[dict[str, Any]]) -> Refused:
    reasons = error.response.get("CancellationReasons", [])
    failed = [n for n, r in enumerate(reasons) if r.get("Code") == "ConditionalCheckFailed"]
    claims = 1 + len(case.news.events) + len(case.news.letters)
    if any("ConditionCheck" in writes[n] for n in failed):
        return NotAllowed()
    if 0 not in failed:
        for n in failed:
            if claims <= n < claims + len(case.news.claims):
                return Taken(case.news.claims[n - claims].kind)
    return Stale()


def _indexes(case: Case) -> dict[str, str]:
    """The sparse indexes' attributes: whose desk it lies on, and when the sweep must look."""
    lines = _desk(case, case.here) if case.here else {}
    if wake := _wake(case):
        lines |= {"wake": "case", "wake_due": moment(wake)}
    return lines


def _desk(case: Case, here: OpenStep) -> dict[str, str]:
    """In an officers' queue, what has a due time comes before what has none."""
    sop = all_sops()[case.sop]
    officers = sop.step(here.id).roles - {sop.applicant}
    if not officers:
        return {}
    sorting = moment(here.due) if here.due else f"9{moment(here.since)}"
    line = {"desk": f"{case.office}#{min(officers)}", "desk_due": sorting, "sop": case.sop}
    line |= {"step": here.id, "since": moment(here.since)}
    return line | ({"due": moment(here.due)} if here.due else {})


def _wake(case: Case) -> datetime | None:
    if case.transit:
        return case.transit.since + PATIENCE
    if not case.here:
        return None
    reminders = all_sops()[case.sop].step(case.here.id).reminders[case.here.reminded :]
    return case.here.since + reminders[0].calendar if reminders else None


def _waiting(line: dict[str, Any]) -> Waiting:
    due = datetime.fromisoformat(line["due"]) if "due" in line else None
    since = datetime.fromisoformat(line["since"])
    return Waiting(line["pk"], line["sop"], line["step"], since, due)


def _event(case: Case, event: Event) -> dict[str, Any]:
    body = _events.dump_json(event).decode()
    return {"pk": case.id, "sk": f"event#{event.seq:06}", "kind": event.kind, "body": body}


def _mails(case: Case) -> list[dict[str, Any]]:
    at = case.news.events[-1].at
    return [
        mail_item(case.id, f"mail#{case.seq:06}#{n}", letter, at)
        for n, letter in enumerate(case.news.letters)
    ]


def _claim_key(case: Case, claim: Claim) -> dict[str, str]:
    owner = "only" if claim.exclusive else case.id
    return {"pk": f"claim#{claim.kind}#{claim.fingerprint}", "sk": owner}
