"""The one DynamoDB table, as records under a partition key `pk` and a sort key `sk`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from botocore.exceptions import ClientError

from functions.aws import available, code
from functions.aws.items import from_item, to_item

Record = dict[str, Any]
Write = dict[str, Any]


@dataclass(frozen=True)
class If:
    """A condition; `values` by placeholder (":x"), `names` by placeholder ("#x")."""

    expression: str
    values: Mapping[str, Any] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def parts(self) -> dict[str, Any]:
        found: dict[str, Any] = {"ConditionExpression": self.expression}
        if self.values:
            found["ExpressionAttributeValues"] = to_item(self.values)
        return found | ({"ExpressionAttributeNames": dict(self.names)} if self.names else {})


NEW = If("attribute_not_exists(pk)")


class Clash(Exception):
    """A transaction was not written; `failed` are the places of the conditions that did not hold,
    none if another transaction was in the way."""

    def __init__(self, failed: Sequence[int]) -> None:
        super().__init__()
        self.failed = tuple(failed)


@dataclass(frozen=True)
class Part:
    """What one query read; `left`: where it stopped reading, "" at the end."""

    records: list[Record]
    left: str = ""


class Table:
    def __init__(self, client: Any, name: str) -> None:
        self._client, self._name = client, name

    def get(self, pk: str, sk: str) -> Record | None:
        with available("dynamodb"):
            got = self._client.get_item(**self._at(pk, sk), ConsistentRead=True)
        return from_item(got["Item"]) if "Item" in got else None

    def under(self, pk: str, prefix: str = "") -> list[Record]:
        """The records of one partition, in the order of `sk`, as they are at this moment."""
        condition, values = "pk = :pk", {":pk": pk}
        if prefix:
            condition, values = f"{condition} AND begins_with(sk, :sk)", {**values, ":sk": prefix}
        return self._query(
            KeyConditionExpression=condition,
            ExpressionAttributeValues=to_item(values),
            ConsistentRead=True,
        )

    def indexed(self, index: str, key: str, until: str) -> list[Record]:
        """What the sparse index holds under `key`, the earliest first, up to `until`."""
        return self._query(
            IndexName=index,
            KeyConditionExpression=f"{index} = :key AND {index}_due <= :until",
            ExpressionAttributeValues=to_item({":key": key, ":until": until}),
        )

    def page(
        self, index: str, key: str, stretch: tuple[str, str], size: int, only: If | None = None
    ) -> Part:
        """What the index holds after the first of `stretch`, up to the second: one query, however
        much there is. `only` looks through as much as one query reads, else `size` are read."""
        start, until = stretch
        if f"{start}!" > until:  # DynamoDB refuses such a range
            return Part([])
        condition = f"{index} = :key AND {index}_due BETWEEN :start AND :until"
        values = {":key": key, ":start": f"{start}!", ":until": until}
        sifted = {"FilterExpression": only.expression} if only else {"Limit": size}
        with available("dynamodb"):
            got = self._client.query(
                TableName=self._name,
                IndexName=index,
                KeyConditionExpression=condition,
                ExpressionAttributeValues=to_item({**values, **(only.values if only else {})}),
                **sifted,
            )
        left = from_item(got.get("LastEvaluatedKey", {}))
        return Part([from_item(item) for item in got["Items"]], left.get(f"{index}_due", ""))

    def put(self, record: Record, condition: If | None = None) -> Write:
        item = {"TableName": self._name, "Item": to_item(record)}
        return {"Put": item | (condition.parts() if condition else {})}

    def revise(self, record: Record, unless: Mapping[str, str]) -> Write:
        """Write the parts of a record over the one that may be there.

        `unless`: a part's value gives way to what the other attribute already holds.
        """
        parts = {name: value for name, value in record.items() if name not in {"pk", "sk"}}
        given = {n: f"if_not_exists(#{unless[n]}, :{n})" if n in unless else f":{n}" for n in parts}
        return {
            "Update": self._at(record["pk"], record["sk"])
            | {
                "UpdateExpression": "SET " + ", ".join(f"#{n} = {v}" for n, v in given.items()),
                "ExpressionAttributeNames": {f"#{n}": n for n in (*parts, *unless.values())},
                "ExpressionAttributeValues": to_item({f":{n}": v for n, v in parts.items()}),
            }
        }

    def delete(self, pk: str, sk: str) -> Write:
        return {"Delete": self._at(pk, sk)}

    def check(self, pk: str, sk: str, condition: If) -> Write:
        return {"ConditionCheck": self._at(pk, sk) | condition.parts()}

    def write(self, writes: Sequence[Write]) -> None:
        """All of it, or nothing: then Clash."""
        with available("dynamodb"):
            try:
                self._client.transact_write_items(TransactItems=list(writes))
            except ClientError as error:
                if code(error) != "TransactionCanceledException":
                    raise
                reasons: Any = error.response.get("CancellationReasons", [])
                failed = [n for n, r in enumerate(reasons) if r["Code"] == "ConditionalCheckFailed"]
                raise Clash(failed) from error

    def update(self, pk: str, sk: str, change: str, condition: If) -> Record | None:
        """The record as changed, or None if the condition did not hold."""
        with available("dynamodb"):
            try:
                changed = self._client.update_item(
                    **self._at(pk, sk),
                    UpdateExpression=change,
                    ReturnValues="ALL_NEW",
                    **condition.parts(),
                )
            except ClientError as error:
                if code(error) == "ConditionalCheckFailedException":
                    return None
                raise
        return from_item(changed["Attributes"])

    def count(self, pk: str, sk: str, parts: Record) -> int:
        """One more in the record's `times`, beside these parts; how many there are now."""
        names = {f"#{name}": name for name in ("times", *parts)}
        given = ", ".join(f"#{name} = :{name}" for name in parts)
        change = "ADD #times :one" + (f" SET {given}" if given else "")
        values = to_item({":one": 1, **{f":{name}": value for name, value in parts.items()}})
        with available("dynamodb"):
            counted = self._client.update_item(
                **self._at(pk, sk),
                UpdateExpression=change,
                ExpressionAttributeNames=names,
                ExpressionAttributeValues=values,
                ReturnValues="ALL_NEW",
            )
        return int(from_item(counted["Attributes"])["times"])

    def _at(self, pk: str, sk: str) -> dict[str, Any]:
        return {"TableName": self._name, "Key": to_item({"pk": pk, "sk": sk})}

    def _query(self, **query: Any) -> list[Record]:
        with available("dynamodb"):
            pages = self._client.get_paginator("query").paginate(TableName=self._name, **query)
            return [from_item(item) for page in pages for item in page["Items"]]
