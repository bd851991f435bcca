"""A mail that bounced, told to the queue as SES would, until somebody was phoned."""

from functions.core.postmark import Postmark
from infra.demo.walk import Walk
from infra.local.stage import Stage
from tests.desk.mailman import event
from tests.e2e.conftest import Chair, Tell

SITI = "siti@batang.test"
CALL = "Telepon pemohon: surel tidak sampai"


def bounce(stage: Stage, told: Walk) -> None:
    """The first mail of the case comes back."""
    number = told.applicant.number
    table = stage.client("dynamodb")
    asked = {":case": {"S": number}, ":mail": {"S": "mail#"}}
    found = table.query(
        TableName=stage.outputs["CasesTable"],
        KeyConditionExpression="pk = :case AND begins_with(sk, :mail)",
        ExpressionAttributeValues=asked,
    )["Items"]
    tags = Postmark(number, found[0]["sk"]["S"]).tags
    body = event("bounced", told.applicant.inbox.address, tags)
    stage.client("sqs").send_message(QueueUrl=stage.outputs["ReceiptsQueue"], MessageBody=body)


def test_a_bounce_is_a_call_in_the_queue_until_somebody_was_told(
    stage: Stage, tell: Tell, chair: Chair
) -> None:
    told = tell("batang-tatap-muka", turns=())
    told.until_at("apply")
    bounce(stage, told)
