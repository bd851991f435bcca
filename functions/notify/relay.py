"""The outbox's fast path: each event and letter written to the table is acted on at once.

What the stream loses, the sweep repairs.
"""

from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import (
    BatchProcessor,
    EventType,
    process_partial_response,
)
from aws_lambda_powertools.utilities.data_classes.dynamo_db_stream_event import DynamoDBRecord

from functions.notify.deliver import deliver
from functions.notify.forward import forward

processor = BatchProcessor(event_type=EventType.DynamoDBStreams)
logger = Logger()
MOVING = {"opened", "decided", "recovered", "reopened"}


def tell(record: DynamoDBRecord) -> None:
    try:
        _act_on(record)
    except Exception as fault:
        logger.error("not told", extra={"why": type(fault).__name__})
        raise


def _act_on(record: DynamoDBRecord) -> None:
    new = record.dynamodb.new_image if record.dynamodb else None
    kind = new.get("kind") if new else None
    if new and kind == "mail":
        deliver(new["pk"], new["sk"])
    elif new and kind in MOVING:
        forward(new["pk"])


def handler(event: dict[str, Any], context: Any) -> Any:
    return process_partial_response(event, tell, processor, context)
