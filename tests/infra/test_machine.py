"""The SOPs' machines run by a second interpreter of the States Language, with real Lambda code."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from functions.aws.workflow import StepFunctions
from functions.core.errors import Unavailable
from functions.sops import current
from functions.verify import begin
from infra.asl import definition
from tests.desk.office import Desk
from tests.desk.people import SOP, Vendor, Verifier
from tests.desk.walks import WALKS, Batang, Melawi, Walk
from tests.fakes import Down
from tests.infra.engine import Engine, Payload, running

At = Callable[[str], Desk]
EACH = pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.sop)


class Asked(StepFunctions):
    """Step Functions, counting what must make it call its Lambda."""

    asked = 0

    def start(self, name: str, sop: str, case_id: str, step: str) -> None:
        super().start(name, sop, case_id, step)
        self.asked += 1

    def resume(self, token: str, outcome: str) -> bool:
        taken = super().resume(token, outcome)
        self.asked += taken
        return taken


class Lost(Down):
    """Step Functions, which no longer knows of any wait."""

    def resume(self, token: str, outcome: str) -> bool:
        return False


class Turns:
    """Stands where the desk's own machine does: a turn waits for what was asked."""

    def __init__(self, engine: Engine, workflow: Asked) -> None:
        self._engine, self._workflow, self._seen = engine, workflow, 0

    def turn(self) -> bool:
        before, self._seen = self._seen, self._workflow.asked
        for _ in range(self._seen - before):
            self._engine.next()
        return self._seen > before


def _lambda(payload: Payload) -> Any:
    return begin.handler(payload, None)


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    with running(_lambda, monkeypatch) as engine:
        yield engine


@pytest.fixture
def at(desk: Desk, engine: Engine) -> At:
    """An SOP's office, with the machine that AWS would run."""

    def office(sop_id: str) -> Desk:
        sop = current(sop_id)
        workflow = Asked(engine.client, {sop.key: engine.install(definition(sop))})
        turns: Any = Turns(engine, workflow)
        desk.world.workflow, desk.machine = workflow, turns
        return desk

    return office


@pytest.fixture
def office(at: At) -> Desk:
    return at(SOP)


def end_of(desk: Desk, engine: Engine) -> str:
    """How the only case ended, which its execution must have heard of."""
    assert engine.end() == (desk.case().id, "SUCCEEDED")
    return str(desk.case().closed.end)


@EACH
def test_a_walk_with_a_return_takes_its_machine_round_and_to_its_end(
    at: At, engine: Engine, walk: type[Walk]
) -> None:
    desk = walk(at(walk.sop)).to("closed").desk
    assert end_of(desk, engine) == "selesai"
    begun = Counter(event.detail["step"] for event in desk.history("begun"))
    assert max(begun.values()) > 1
    assert {row for event in desk.history() for row in event.rows} == {
        row.no for row in current(walk.sop).rows
    }


@EACH
@pytest.mark.parametrize("stage", ["registered", "mending"])
def test_an_applicants_silence_ends_any_case(
    at: At, engine: Engine, walk: type[Walk], stage: str
) -> None:
    """G14"""
    desk = walk(at(walk.sop)).to(stage).desk
    engine.lapse(desk.case().here.token)
    assert end_of(desk, engine) == "kedaluwarsa"


def test_a_visit_takes_the_machine_to_its_end(office: Desk, engine: Engine) -> None:
    vendor, siti = Vendor(office).apply("tatap-muka"), Verifier(office)
    siti.find("sesuai")
    siti.approve()
    vendor.do("/sikap", {"done": "ya"})
    assert end_of(office, engine) == "selesai"


def test_a_rejection_ends_the_machine_and_the_case(office: Desk, engine: Engine) -> None:
    Vendor(office).apply("tatap-muka")
    Verifier(office).find("ditolak", {"message": "Data palsu."})
    assert end_of(office, engine) == "ditolak"


@pytest.mark.parametrize(("walk", "stage"), [(Batang, "following"), (Melawi, "signing")])
def test_silence_after_the_account_is_made_ends_a_case_well(
    at: At, engine: Engine, walk: type[Walk], stage: str
) -> None:
    """G9, G14: what was left undone is recorded."""
    desk = walk(at(walk.sop)).to(stage).desk
    engine.lapse(desk.case().here.token)
    assert end_of(desk, engine) == "selesai"
    assert "skipped" in [event.detail["what"] for event in desk.history("deviated")]


def test_a_lambda_that_stumbles_is_called_again(office: Desk, engine: Engine) -> None:
    """G7: on the emulator such a fault is swallowed, and the machine waits for ever."""
    stumbles = iter([Unavailable("dynamodb"), Unavailable("dynamodb")])

    def work(payload: Payload) -> Any:
        for stumble in stumbles:
            raise stumble
        return _lambda(payload)

    engine.work = work
    Vendor(office).register()
    calls = [engine.next() for _ in range(2)]
    assert {call["step"] for call in calls} == {"permohonan"}
    office.settle()
    assert office.case().here.id == "permohonan"


def test_a_lost_execution_is_replaced_by_one_that_enters_at_the_recorded_step(
    office: Desk, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    vendor = Vendor(office)
    vendor.register()
    vendor.fill_in("tatap-muka")
    with office.instead("workflow", Lost()):
        vendor.submit()
    office.later(minutes=11)
    monkeypatch.setattr(Asked, "resume", Lost.resume)
    office.sweep()
    assert office.case().here.id == "periksa"
    assert len(engine.names()) == 2
