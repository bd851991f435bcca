"""An office's staff in DynamoDB."""

from dataclasses import asdict
from typing import Any

from functions.aws import available
from functions.aws.items import from_item, to_item
from functions.core.errors import NotAllowed
from functions.core.facts import Officer


class DynamoStaff:
    def __init__(self, client: Any, table: str) -> None:
        self._client, self._table = client, table

    def get(self, office: str, officer_id: str) -> Officer:
        """The officer, if there still is one; else NotAllowed."""
        key = to_item({"pk": f"staff#{office}", "sk": officer_id})
        with available("dynamodb"):
            got = self._client.get_item(TableName=self._table, Key=key, ConsistentRead=True)
        officer = _officer(from_item(got["Item"])) if "Item" in got else None
        if officer is None or not officer.active:
            raise NotAllowed
        return officer

    def holders(self, office: str, role: str) -> tuple[Officer, ...]:
        everybody = self.everybody(office)
        return tuple(o for o in everybody if o.active and role in o.roles)

    def everybody(self, office: str) -> tuple[Officer, ...]:
        values = to_item({":pk": f"staff#{office}"})
        with available("dynamodb"):
            pages = self._client.get_paginator("query").paginate(
                TableName=self._table,
                KeyConditionExpression="pk = :pk",
                ExpressionAttributeValues=values,
                ConsistentRead=True,
            )
            return tuple(_officer(from_item(i)) for page in pages for i in page["Items"])

    def appoint(self, officer: Officer) -> None:
        record = {**asdict(officer), "pk": f"staff#{officer.office}", "sk": officer.id}
        item = to_item({**record, "roles": list(officer.roles)})
        with available("dynamodb"):
            self._client.put_item(TableName=self._table, Item=item)


def _officer(record: dict[str, Any]) -> Officer:
    known = {k: record[k] for k in ("id", "office", "name", "email", "active")}
    return Officer(**known, roles=tuple(record["roles"]))
