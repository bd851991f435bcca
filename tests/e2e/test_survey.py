"""What those say who were served, from their telephone to the page that everybody reads."""

from datetime import UTC, datetime

from playwright.sync_api import Page

from functions.core.elements import ELEMENTS
from functions.core.month import month_before, month_of
from functions.offices import all_offices
from infra.demo.client import Client
from infra.demo.walk import Walk
from infra.local.stage import Stage
from tests.e2e.browsing import follow, heading, press, sound_anywhere
from tests.e2e.test_papers import text

FOURS = ",".join(f'"{element.id}":4' for element in ELEMENTS)


def test_the_survey_is_answered_on_a_telephone_and_knows_nobody(
    stage: Stage, closed: Walk, reader: Page
) -> None:
    reader.goto(closed.applicant.link)
    follow(reader, "Nilai layanan kami")
    press(reader, "Kirim jawaban")
    sound_anywhere(reader)
    for element in ELEMENTS:
        reader.locator(f'input[name="{element.id}"][value="4"]').check()
    press(reader, "Kirim jawaban")
    heading(reader, "Terima kasih")
    sound_anywhere(reader)
    month = month_of(all_offices()["batang"], datetime.now(UTC))
    [ballot] = stage.client("dynamodb").query(
        TableName=stage.outputs["CasesTable"],
        KeyConditionExpression="pk = :box",
        ExpressionAttributeValues={":box": {"S": f"survey#batang#{month}"}},
    )["Items"]
    assert FOURS in ballot["body"]["S"]
    assert closed.applicant.number not in repr(ballot)


def test_a_month_that_is_over_is_published_and_printed(
    stage: Stage, client: Client, reader: Page
) -> None:
    office = all_offices()["melawi"]
    month = month_before(month_of(office, datetime.now(UTC)))
    for n in range(5):
        body = f'{{"id":"{n}","service":"melawi-akun-spse","scores":{{{FOURS}}}}}'
        item = {"pk": f"survey#melawi#{month}", "sk": f"{n}", "body": body}
        stage.client("dynamodb").put_item(
            TableName=stage.outputs["CasesTable"], Item={k: {"S": v} for k, v in item.items()}
        )
    page = f"/kepuasan/melawi/{month}"
    assert client.view(page)["figures"]["index"] == "100.00"
    reader.goto(stage.site + page)
    sound_anywhere(reader)
    assert "100,00" in text(client.file(f"{page}/ikm.pdf"))
