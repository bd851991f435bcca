"""Destruction on the deployed whole: after it, nothing of the person is left anywhere (G11)."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest

from functions.aws.cases import DynamoCases
from functions.aws.stamps import copies_of
from functions.core.history import first_break
from infra.demo.client import Refusal
from infra.demo.walk import Walk
from infra.local.stage import Stage
from tests.e2e.conftest import Seat, Tell

LONG_AGO = timedelta(days=3660)
STORY = "kemenperin-satu-ppk"


def grown_old(stage: Stage, number: str, by: timedelta) -> dict[str, Any]:
    """The case as it stands, and as if it had ended so much earlier."""
    table, place = stage.client("dynamodb"), stage.outputs["CasesTable"]
    key = {"pk": {"S": number}, "sk": {"S": "case"}}
    before: dict[str, Any] = json.loads(
        table.get_item(TableName=place, Key=key)["Item"]["body"]["S"]
    )
    ended = datetime.fromisoformat(before["closed"]["at"]) - by
    older = {**before, "closed": {**before["closed"], "at": ended.isoformat()}}
    table.update_item(
        TableName=place,
        Key=key,
        UpdateExpression="SET body = :body, wake_due = :past",
        ConditionExpression="wake = :kept",
        ExpressionAttributeValues={
            ":body": {"S": json.dumps(older)},
            ":past": {"S": "2016"},
            ":kept": {"S": "keep"},
        },
    )
    return before


def objects(stage: Stage, number: str) -> list[str]:
    """Every version and marker of the case, in any bucket, and of the copies for viewers."""
    s3 = stage.client("s3")
    told = [s3.list_object_versions(Bucket=bucket["Name"], Prefix=prefix)
            for bucket in s3.list_buckets()["Buckets"]
            for prefix in (f"{number}/", copies_of(number))]  # fmt: skip
    return [v["Key"] for t in told for v in (*t.get("Versions", ()), *t.get("DeleteMarkers", ()))]


def _looked(stage: Stage, number: str) -> None:
    """A copy for a viewer, which no step of the story makes."""
    s3 = stage.client("s3")
    names = (bucket["Name"] for bucket in s3.list_buckets()["Buckets"])
    (views,) = (name for name in names if "views" in name)
    s3.put_object(Bucket=views, Key=f"{copies_of(number)}a", Body=b"x")


def items(stage: Stage) -> list[str]:
    pages = stage.client("dynamodb").get_paginator("scan")
    found = pages.paginate(TableName=stage.outputs["CasesTable"])
    return [json.dumps(item) for page in found for item in page["Items"]]


@pytest.fixture(scope="module")
def finished(tell: Tell) -> Walk:
    walk = tell(STORY)
    walk.run()
    return walk


def test_a_case_whose_time_is_over_leaves_nothing_of_its_people(
    stage: Stage, finished: Walk, seat: Seat
) -> None:
    number = finished.applicant.number
    before = grown_old(stage, number, LONG_AGO)
    said = {before["email"], *(v for v in before["answers"].values() if len(v) > 7)}
    _looked(stage, number)
    assert {key.startswith("views/") for key in objects(stage, number)} == {True, False}
    assert any(before["email"] in item for item in items(stage))

    stage.client("lambda").invoke(FunctionName=stage.outputs["RetentionFunction"])

    theirs = [item for item in items(stage) if number in item]
    assert theirs
    assert [word for word in said if any(word in item for item in theirs)] == []
    assert not any(before["email"] in item for item in items(stage))
    assert objects(stage, number) == []
    whole = DynamoCases(stage.client("dynamodb"), stage.outputs["CasesTable"]).whole(number)
    assert whole.case.erased
    assert first_break(number, whole.history, whole.case.seq, whole.case.head) is None
    with pytest.raises(Refusal) as refused:
        finished.applicant.client.view(finished.applicant.link)
    assert refused.value.answer.status == 410
    officer = next(p for p in stage.staff if p["office"] == whole.case.office)
    told = seat(officer["email"]).view("/laporan/pemusnahan")
    assert number in {line["number"] for line in told["lines"]}
