"""All four SOPs over HTTP, every row of each paper, on the deployed stack."""

from typing import Any

import pytest

from infra.demo.inbox import until
from infra.demo.walk import Walk
from infra.local.stage import Stage
from tests.e2e.conftest import Tell

ROWS = {
    "batang-tatap-muka": [1, 2, 3, 5, 6, 7, 8],
    "batang-daring": [1, 2, 3, 4, 5, 6, 7, 8],
    "melawi-kuasa": [1, 2, 3, 4, 5, 6, 7],
    "melawi-perorangan": [1, 2, 3, 4, 5, 6, 7],
    "babel-jeda": [1, 2, 3, 4, 5, 6],
    "babel-pejabat-pengadaan": [1, 2, 3, 4, 5, 6],
    "kemenperin-tiga-akun": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
    "kemenperin-satu-ppk": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
}


@pytest.mark.parametrize("name", ROWS)
def test_every_row_of_the_paper_happens(told: dict[str, Walk], name: str) -> None:
    status = told[name].applicant.status()
    assert {entry["no"]: entry["state"] for entry in status["timeline"]} == dict.fromkeys(
        ROWS[name], "done"
    )
    assert status["standing"]["state"] == "Selesai"


def test_a_pause_is_told_with_its_reason(told: dict[str, Walk]) -> None:
    [pause] = told["babel-jeda"].applicant.status()["standing"]["pauses"]
    assert pause["cause"] == "Pejabat/petugas tidak di tempat"
    assert pause["reason"] == "Kepala Bagian dinas luar sampai siang."
    assert pause["until"]


def test_whom_a_proxy_acts_for_hears_of_it(told: dict[str, Walk]) -> None:
    walk = told["melawi-kuasa"]
    letter = walk.inboxes(walk.story.given["surel-pemberi-kuasa"]).next("memberi kuasa")
    assert walk.applicant.number in letter["text"]
    assert "Rudi" not in letter["text"]


def test_the_machines_know_nothing_but_the_case(stage: Stage, told: dict[str, Walk]) -> None:
    """G8: neither input nor history of any execution holds personal data."""
    seen = executions(stage)
    for walk in told.values():
        machine = seen[walk.applicant.number]
        planted = {walk.applicant.inbox.address, *personal(walk)}
        assert [word for word in planted if word in machine] == []


def personal(walk: Walk) -> set[str]:
    """What its people typed; what they chose from a list says nothing of them."""
    sop = walk.story.service
    asked = [f for s in sop.pages for f in s.fields] + list(
        sop.holders.fields if sop.holders else ()
    )
    chosen = {option.value for f in asked for option in f.options}
    people = [walk.story.given, *walk.story.holders, walk.story.guest]
    return {value for answers in people for value in answers.values() if value} - chosen


def executions(stage: Stage) -> dict[str, str]:
    """All that each machine recorded, as text, by the execution's name."""
    machines: Any = stage.client("stepfunctions")
    arns = [m["stateMachineArn"] for m in machines.list_state_machines()["stateMachines"]]
    found = [e for arn in arns for e in machines.list_executions(stateMachineArn=arn)["executions"]]
    return {e["name"]: _recorded(machines, e["executionArn"]) for e in found}


def _recorded(machines: Any, arn: str) -> str:
    described = machines.describe_execution(executionArn=arn)
    history = machines.get_execution_history(executionArn=arn, maxResults=1000)
    return f"{described}{history}"


def test_an_execution_begins_with_a_number_and_a_step(stage: Stage, tell: Tell) -> None:
    walk = tell("batang-daring")
    walk.applicant.register()
    recorded = until(lambda: executions(stage).get(walk.applicant.number), "the execution")
    assert f'{{"case": "{walk.applicant.number}", "step": "permohonan"}}' in recorded
