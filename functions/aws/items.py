"""DynamoDB items to and from plain values."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from boto3.dynamodb.types import TypeDeserializer, TypeSerializer

_wire, _unwire = TypeSerializer(), TypeDeserializer()


def to_item(record: Mapping[str, Any]) -> dict[str, Any]:
    """`record` without its None values, as DynamoDB wants it."""
    return {k: _wire.serialize(v) for k, v in record.items() if v is not None}


def from_item(item: Mapping[str, Any]) -> dict[str, Any]:
    return {k: _unwire.deserialize(v) for k, v in item.items()}


def moment(at: datetime) -> str:
    """A time as a sort key: UTC, so that text order is time order."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")
