"""What the table's stream tells of."""

from typing import Any


def record(key: tuple[str, str], kind: str) -> dict[str, Any]:
    """The stream's word on one written item."""
    image = {"pk": {"S": key[0]}, "sk": {"S": key[1]}, "kind": {"S": kind}}
    return {
        "eventID": "/".join(key),
        "eventName": "INSERT",
        "eventSource": "aws:dynamodb",
        "dynamodb": {"NewImage": image, "SequenceNumber": "/".join(key)},
    }
