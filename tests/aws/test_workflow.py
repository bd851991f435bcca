"""The workflow, as the fake and as Step Functions runs it."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from botocore.exceptions import ClientError

from functions.aws.workflow import StepFunctions
from functions.core.errors import Unavailable
from functions.core.ports import Workflow
from infra.asl import definition
from tests.aws.given import NUMBER, SOP
from tests.fakes import MemoryWorkflow
from tests.infra.engine import Engine, running


@dataclass(frozen=True)
class Machine:
    """`wait`: starts a case and gives the token that it then waits with. `moved`: returns when
    the workflow has gone on."""

    workflow: Workflow
    started: Callable[[], list[str]]
    wait: Callable[[], str]
    moved: Callable[[], object]


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    with running(lambda payload: payload, monkeypatch) as made:
        made.install(definition(SOP))
        yield made


@pytest.fixture
def fake_machine() -> Machine:
    fake = MemoryWorkflow()
    return Machine(fake, lambda: list(fake.started), lambda: fake.wait("t1"), lambda: None)


@pytest.fixture
def real_machine(engine: Engine) -> Machine:
    workflow = StepFunctions(engine.client, {SOP.key: engine.machine})

    def wait() -> str:
        workflow.start(NUMBER, SOP.key, NUMBER, "jadwal")
        return engine.next()["token"]

    def started() -> list[str]:
        engine.next()
        return engine.names()

    return Machine(workflow, started, wait, engine.next)


@pytest.fixture(params=["fake", "real"])
def machine(request: pytest.FixtureRequest) -> Machine:
    found: Machine = request.getfixturevalue(f"{request.param}_machine")
    return found


def test_a_second_start_is_harmless(machine: Machine) -> None:
    """G3"""
    for _ in range(2):
        machine.workflow.start(NUMBER, SOP.key, NUMBER, "permohonan")
    assert machine.started() == [NUMBER]


def test_a_second_start_at_another_step_is_harmless_too(machine: Machine) -> None:
    machine.workflow.start(NUMBER, SOP.key, NUMBER, "permohonan")
    machine.workflow.start(NUMBER, SOP.key, NUMBER, "jadwal")
    assert machine.started() == [NUMBER]


def test_an_outcome_that_is_waited_for_is_taken(machine: Machine) -> None:
    assert machine.workflow.resume(machine.wait(), "dijadwalkan") is True
    machine.moved()


def test_an_outcome_that_nobody_waits_for_is_not(machine: Machine) -> None:
    assert machine.workflow.resume("no-such-token", "dijadwalkan") is False


def test_an_execution_enters_where_it_is_told_and_goes_where_the_outcome_leads(
    engine: Engine, real_machine: Machine
) -> None:
    token = real_machine.wait()
    real_machine.workflow.resume(token, "dijadwalkan")
    arrived = engine.next()
    assert (arrived["case"], arrived["step"]) == (NUMBER, "periksa")


def test_an_execution_is_told_the_cases_number_and_nothing_else(
    engine: Engine, real_machine: Machine
) -> None:
    """G8"""
    real_machine.wait()
    arn = engine.machine.replace(":stateMachine:", ":execution:")
    told = engine.client.describe_execution(executionArn=f"{arn}:{NUMBER}")["input"]
    assert json.loads(told) == {"case": NUMBER, "step": "jadwal"}


@pytest.mark.parametrize("code", ["TaskTimedOut", "TaskDoesNotExist", "InvalidToken"])
def test_a_used_or_late_token_is_no_failure_whatever_it_is_called(
    engine: Engine, real_machine: Machine, code: str
) -> None:
    """G3: an answer that was lost may have been taken."""
    engine.client.meta.events.register("before-call.sfn.SendTaskSuccess", _refusing(code))
    assert real_machine.workflow.resume("used", "dijadwalkan") is False


def test_an_output_that_is_refused_is_a_failure(engine: Engine, real_machine: Machine) -> None:
    engine.client.meta.events.register(
        "before-call.sfn.SendTaskSuccess", _refusing("InvalidOutput")
    )
    with pytest.raises(Unavailable):
        real_machine.workflow.resume("token", "dijadwalkan")


def _refusing(code: str) -> Any:
    def refuse(**_: Any) -> None:
        raise ClientError({"Error": {"Code": code}}, "SendTaskSuccess")

    return refuse
