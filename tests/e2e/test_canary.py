"""G8 on the deployed whole: what people entrust to Loket is in none of its side rooms."""

import json
import secrets
from collections.abc import Iterator
from typing import Any

import pytest

from infra.demo.client import Client
from infra.demo.walk import Walk
from infra.local.stage import Stage
from tests.desk.complaining import OPEN
from tests.e2e.conftest import Inboxes
from tests.e2e.test_story import executions, personal

SHORTEST = 5
VERSIONS = ("Versions", "DeleteMarkers")


@pytest.fixture(scope="module")
def complained(stage: Stage, inboxes: Inboxes) -> set[str]:
    """What a complainant typed of themselves, and what lets them follow."""
    mark = secrets.token_hex(5)
    who = {"nama": f"Ratna {mark}", "surel": f"ratna-{mark}@contoh.test",
           "telepon": f"0812{secrets.randbelow(10**8):08}"}  # fmt: skip
    lodged = Client(stage.site).send("/pengaduan/batang/lapor", **{**OPEN, **who})
    inboxes(who["surel"]).next(lodged.view["number"])
    cookie = lodged.headers["set-cookie"].split(";")[0].rpartition("/")[2]
    return {*who.values(), mark, lodged.view["secret"], cookie}


@pytest.fixture(scope="module")
def planted(told: dict[str, Walk], complained: set[str]) -> set[str]:
    """What was typed, shown once, signed or signed in with, in all stories and a complaint."""
    found = {value for walk in told.values() for value in (*personal(walk), *_keys(walk))}
    return {value for value in found | complained if len(value) >= SHORTEST}


def _keys(walk: Walk) -> Iterator[str]:
    """What opens something."""
    applicant = walk.applicant
    yield from (applicant.inbox.address, applicant.secret, applicant.link.split("/p/")[-1])
    for officer in walk.officers.values():
        yield officer.client.cookie.split("=", 1)[-1]
        yield from officer.passwords.values()


def _logs(stage: Stage) -> Iterator[str]:
    logs = stage.client("logs")
    for group in logs.describe_log_groups()["logGroups"]:
        pages = logs.get_paginator("filter_log_events").paginate(logGroupName=group["logGroupName"])
        yield from (event["message"] for page in pages for event in page["events"])


def _names_of_objects(stage: Stage) -> Iterator[str]:
    s3 = stage.client("s3")
    for bucket in s3.list_buckets()["Buckets"]:
        pages = s3.get_paginator("list_object_versions").paginate(Bucket=bucket["Name"])
        every = (v for p in pages for kind in VERSIONS for v in p.get(kind, ()))
        yield from (version["Key"] for version in every)


def _queued(stage: Stage) -> Iterator[str]:
    sqs = stage.client("sqs")
    for url in sqs.list_queues().get("QueueUrls", ()):
        asked = {"MaxNumberOfMessages": 10, "VisibilityTimeout": 0}
        yield f"{url} {sqs.receive_message(QueueUrl=url, **asked).get('Messages', [])}"


def _metrics(stage: Stage) -> Iterator[str]:
    cloudwatch = stage.client("cloudwatch")
    yield from map(str, cloudwatch.describe_alarms()["MetricAlarms"])
    yield from map(str, cloudwatch.list_metrics()["Metrics"])


def _rules(stage: Stage) -> Iterator[str]:
    events = stage.client("events")
    for rule in events.list_rules()["Rules"]:
        yield f"{rule} {events.list_targets_by_rule(Rule=rule['Name'])['Targets']}"


SINKS: dict[str, Any] = {
    "logs": _logs,
    "executions": lambda stage: executions(stage).values(),
    "names of objects": _names_of_objects,
    "queues": _queued,
    "metrics": _metrics,
    "rules": _rules,
}


@pytest.mark.parametrize("sink", SINKS)
def test_nothing_that_anybody_entrusted_is_there(
    stage: Stage, planted: set[str], sink: str
) -> None:
    """G8"""
    text = "\n".join(SINKS[sink](stage))
    assert text
    assert [value for value in planted if value in text] == []


def test_logs_tell_of_cases_but_never_what_lets_a_workflow_go_on(
    stage: Stage, told: dict[str, Walk], waiting: Walk
) -> None:
    """G8"""
    record = stage.client("dynamodb").get_item(
        TableName=stage.outputs["CasesTable"],
        Key={"pk": {"S": waiting.applicant.number}, "sk": {"S": "case"}},
    )["Item"]
    token = json.loads(record["body"]["S"])["here"]["token"]
    logs = "\n".join(_logs(stage))
    assert len(token) > SHORTEST
    assert token not in logs
    assert all(walk.applicant.number in logs for walk in told.values())
