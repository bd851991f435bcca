"""A mail that bounced, told to the queue as SES would, until somebody was phoned."""

from playwright.sync_api import expect

from functions.core.postmark import Postmark
from infra.demo.inbox import until
from infra.demo.walk import Walk
from infra.local.stage import Stage
from tests.desk.mailman import event
from tests.e2e.browsing import press, row, sound_anywhere
from tests.e2e.conftest import Chair, Seat, Tell

SITI = "siti@batang.test"
CALL = "Telepon pemohon: surel tidak sampai"


def bounce(stage: Stage, told: Walk) -> None:
    """The first mail of the case comes back."""
    number = told.applicant.number
    found = stage.client("dynamodb").query(
        TableName=stage.outputs["CasesTable"],
        KeyConditionExpression="pk = :case AND begins_with(sk, :mail)",
        ExpressionAttributeValues={":case": {"S": number}, ":mail": {"S": "mail#"}},
    )
    tags = Postmark(number, found["Items"][0]["sk"]["S"]).tags
    body = event("bounced", told.applicant.inbox.address, tags)
    stage.client("sqs").send_message(QueueUrl=stage.outputs["ReceiptsQueue"], MessageBody=body)


def test_a_bounce_is_a_call_in_the_queue_until_somebody_was_told(
    stage: Stage, tell: Tell, chair: Chair, seat: Seat
) -> None:
    told = tell("batang-tatap-muka", turns=())
    told.until_at("apply")
    number = told.applicant.number
    bounce(stage, told)
    until(lambda: seat(SITI).view(f"/berkas/{number}")["call"] or None, "an open call")
    siti = chair(SITI)
    siti.goto("/antrean")
    line = siti.locator("tbody tr", has_text=number)
    expect(line).to_contain_text(CALL)
    line.get_by_role("link").click()
    sound_anywhere(siti)
    siti.get_by_label("Sudah diberi tahu lewat telepon").check()
    press(siti, "Catat hasil telepon")
    assert "Kembali" in row(siti, "Surel", "Tautan formulir")
    assert row(siti, "Riwayat", "Telepon: sudah tahu")
    siti.goto("/antrean")
    expect(siti.locator("tbody tr", has_text=number)).to_have_count(0)
