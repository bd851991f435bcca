"""SES, as it tells the receipts' room what became of a mail."""

import json
from collections.abc import Mapping
from typing import Any

from functions.core.ports import Message
from functions.notify import receipts
from tests.desk.office import Desk

TIMESTAMP = "2026-03-09T02:00:05.123Z"
PERMANENT = {"bounce": {"bounceType": "Permanent", "timestamp": TIMESTAMP}}
TRANSIENT = {"bounce": {"bounceType": "Transient", "timestamp": TIMESTAMP}}
KINDS: Mapping[str, tuple[str, dict[str, Any]]] = {
    "sent": ("Send", {}),
    "delayed": ("DeliveryDelay", {}),
    "delivered": ("Delivery", {"delivery": {"timestamp": TIMESTAMP}}),
    "rejected": ("Reject", {}),
    "soft-bounced": ("Bounce", TRANSIENT),
    "bounced": ("Bounce", PERMANENT),
    "complained": ("Complaint", {"complaint": {"timestamp": TIMESTAMP}}),
}


def event(kind: str, to: str, tags: Mapping[str, str], message: str = "message-x") -> str:
    """The body of the queue's message, as the event bus puts it there."""
    name, more = KINDS[kind]
    mail = {
        "timestamp": TIMESTAMP,
        "messageId": message,
        "destination": [to],
        "tags": {name: [value] for name, value in tags.items()},
    }
    detail = {"eventType": name, "mail": mail, **more}
    return json.dumps({"source": "aws.ses", "detail-type": f"Email {name}", "detail": detail})


def queued(*bodies: str) -> dict[str, Any]:
    return {
        "Records": [
            {"messageId": f"m-{n}", "body": body, "eventSource": "aws:sqs"}
            for n, body in enumerate(bodies)
        ]
    }


def tell(desk: Desk, kind: str, mail: Message) -> None:
    """`mail` came to this, and whatever follows from it."""
    answer = receipts.handler(queued(event(kind, mail.to, mail.tags)), None)
    assert answer == {"batchItemFailures": []}
    desk.settle()
