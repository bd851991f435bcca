"""What the mail service tells of letters that left. It may come twice, late, and in any order."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import (
    BatchProcessor,
    EventType,
    process_partial_response,
)
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from functions.core.errors import NotFound
from functions.core.opening import mailbox_print
from functions.core.postmark import Postmark
from functions.core.receipts import (
    BOUNCED,
    COMPLAINED,
    DELIVERED,
    HARD,
    REJECTED,
    SENT,
    SOFT,
    Receipt,
)
from functions.notify.unreached import came_back
from functions.world import world

Event = Mapping[str, Any]
processor = BatchProcessor(event_type=EventType.SQS)
logger = Logger()
TOLD: Mapping[str, Callable[[Event], str]] = {
    "Send": lambda _: SENT,
    "DeliveryDelay": lambda _: SENT,
    "Delivery": lambda _: DELIVERED,
    "Reject": lambda _: REJECTED,
    "Rendering Failure": lambda _: REJECTED,
    "Bounce": lambda event: BOUNCED if event["bounce"]["bounceType"] == "Permanent" else SOFT,
    "Complaint": lambda _: COMPLAINED,
}
"""By `eventType`, as SES names it: "Contents of event data that Amazon SES publishes", SES
Developer Guide."""


def handler(event: dict[str, Any], context: Any) -> Any:
    return process_partial_response(event, hear, processor, context)


def hear(record: SQSRecord) -> None:
    """Each part may be done again, and the mark in the outbox is the last."""
    event: Event = json.loads(record.body)["detail"]
    try:
        _settle(event)
    except NotFound:
        logger.warning("receipt of no letter", extra={"kind": event["eventType"]})
    except Exception as fault:
        logger.error("not heard", extra={"why": type(fault).__name__})
        raise


def _settle(event: Event) -> None:
    mail, kind = event["mail"], TOLD[event["eventType"]](event)
    mark = Postmark.read({name: said[0] for name, said in mail["tags"].items()})
    found = [s.letter for s in world().outbox.of(mark.owner) if s.key == mark.key]
    if not found:
        raise NotFound
    if kind in HARD:
        address = mailbox_print(mail["destination"][0], world().fingerprints)
        world().suppressions.add(address, kind, world().now())
    if kind in {*HARD, SOFT} and not mark.owner.startswith("desk#"):
        came_back(mark, found[0], kind)
    world().outbox.told(mark.owner, mark.key, Receipt(kind, _time(event), mail["messageId"]))


def _time(event: Event) -> datetime:
    """Of what is told, where it says so; else when the mail was taken."""
    parts = (event.get(name, {}) for name in ("bounce", "complaint", "delivery"))
    told = next((part["timestamp"] for part in parts if "timestamp" in part), "")
    return datetime.fromisoformat(told or event["mail"]["timestamp"])
