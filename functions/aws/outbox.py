"""The letters of a case, each leased by whoever sends it."""

from datetime import datetime, timedelta
from typing import Any

from botocore.exceptions import ClientError
from pydantic import TypeAdapter

from functions.aws import available, code
from functions.aws.items import from_item, moment, to_item
from functions.core.facts import Letter
from functions.core.ports import Sent

LEASE = timedelta(minutes=2)
TRIES = 5
_letters = TypeAdapter(Letter)


class DynamoOutbox:
    def __init__(self, client: Any, table: str) -> None:
        self._client, self._table = client, table

    def take(self, case_id: str, key: str, now: datetime) -> Letter | None:
        """An expired lease of a sender that died is taken over."""
        taken = self._update(
            case_id, key,
            "SET #status = :sending, wake_due = :lease, tries = tries + :one",
            "#status = :pending OR (#status = :sending AND wake_due <= :now)",
            {":sending": "sending", ":pending": "pending", ":one": 1,
             ":lease": moment(now + LEASE), ":now": moment(now)},
        )  # fmt: skip
        return _letters.validate_json(taken["body"]) if taken else None

    def sent(self, case_id: str, key: str, at: datetime, message_id: str) -> None:
        self._update(
            case_id, key,
            "SET #status = :sent, sent_at = :at, message = :message REMOVE wake, wake_due",
            "#status = :sending",
            {":sent": "sent", ":sending": "sending", ":at": moment(at), ":message": message_id},
        )  # fmt: skip

    def returned(self, case_id: str, key: str, at: datetime) -> None:
        due = moment(at + LEASE)
        back = self._update(
            case_id, key,
            "SET #status = :pending, wake_due = :due",
            "#status = :sending AND tries < :tries",
            {":pending": "pending", ":sending": "sending", ":due": due, ":tries": TRIES},
        )  # fmt: skip
        if back is None:
            failed = {":failed": "failed", ":sending": "sending"}
            change = "SET #status = :failed REMOVE wake, wake_due"
            self._update(case_id, key, change, "#status = :sending", failed)

    def post(self, owner: str, letter: Letter, at: datetime) -> None:
        minute = moment(at)[:16]
        item = mail_item(owner, f"mail#again#{letter.name}#{letter.to}#{minute}", letter, at)
        with available("dynamodb"):
            try:
                self._client.put_item(
                    TableName=self._table,
                    Item=to_item(item),
                    ConditionExpression="attribute_not_exists(pk)",
                )
            except ClientError as error:
                if code(error) != "ConditionalCheckFailedException":
                    raise

    def of(self, case_id: str) -> tuple[Sent, ...]:
        found = self._query(
            KeyConditionExpression="pk = :pk AND begins_with(sk, :mail)",
            ExpressionAttributeValues=to_item({":pk": case_id, ":mail": "mail#"}),
            ConsistentRead=True,
        )
        return tuple(_sent(item) for item in found)

    def unsent(self, until: datetime) -> tuple[tuple[str, str], ...]:
        found = self._query(
            IndexName="wake",
            KeyConditionExpression="wake = :mail AND wake_due <= :until",
            ExpressionAttributeValues=to_item({":mail": "mail", ":until": moment(until)}),
        )
        return tuple((item["pk"], item["sk"]) for item in found)

    def _query(self, **query: Any) -> list[dict[str, Any]]:
        with available("dynamodb"):
            pages = self._client.get_paginator("query").paginate(TableName=self._table, **query)
            return [from_item(item) for page in pages for item in page["Items"]]

    def _update(self, case_id: str, key: str, change: str, condition: str,
                values: dict[str, Any]) -> dict[str, Any] | None:  # fmt: skip
        """The item as changed, or None if the condition did not hold."""
        with available("dynamodb"):
            try:
                changed = self._client.update_item(
                    TableName=self._table,
                    Key=to_item({"pk": case_id, "sk": key}),
                    UpdateExpression=change,
                    ConditionExpression=condition,
                    ExpressionAttributeNames={"#status": "status"},
                    ExpressionAttributeValues=to_item(values),
                    ReturnValues="ALL_NEW",
                )
            except ClientError as error:
                if code(error) == "ConditionalCheckFailedException":
                    return None
                raise
        return from_item(changed["Attributes"])


def mail_item(owner: str, key: str, letter: Letter, at: datetime) -> dict[str, Any]:
    """A letter to be sent, as the table holds it; `wake` until it is sent."""
    body, due = _letters.dump_json(letter).decode(), moment(at)
    pending = {"status": "pending", "tries": 0, "wake": "mail", "wake_due": due}
    return {"pk": owner, "sk": key, "kind": "mail", "at": due, "body": body, **pending}


def _sent(item: dict[str, Any]) -> Sent:
    letter = _letters.validate_json(item["body"])
    at, left = item["at"], item.get("sent_at")
    sent_at = datetime.fromisoformat(left) if left else None
    return Sent(item["sk"], letter, datetime.fromisoformat(at), item["status"], sent_at)
