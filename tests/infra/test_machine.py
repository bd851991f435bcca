"""Batang's machine run by a second interpreter of the States Language, with real Lambda code."""

from collections.abc import Iterator
from typing import Any

import pytest

from functions.aws.workflow import StepFunctions
from functions.core.errors import Unavailable
from functions.sops import current
from functions.verify import begin
from infra.asl import definition
from tests.desk.office import Desk
from tests.desk.people import COMPANY, Vendor, Verifier
from tests.fakes import Down
from tests.infra.engine import Engine, Payload, running

SOP = current("batang-pelaku-usaha")


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
        engine.install(definition(SOP))
        yield engine


@pytest.fixture
def office(desk: Desk, engine: Engine) -> Desk:
    """Batang's office, with the machine that AWS would run."""
    workflow = Asked(engine.client, {SOP.key: engine.machine})
    desk.world.workflow, desk.machine = workflow, Turns(engine, workflow)  # type: ignore[assignment]
    return desk


def test_a_visit_takes_the_machine_to_its_end(office: Desk, engine: Engine) -> None:
    vendor, siti = Vendor(office).apply("tatap-muka"), Verifier(office)
    siti.find("sesuai")
    siti.approve()
    vendor.do("/sikap", {"done": "ya"})
    assert office.case().closed.end == "selesai"
    assert engine.end() == (office.case().id, "SUCCEEDED")


def test_a_call_with_a_return_takes_the_machine_round_and_to_its_end(
    office: Desk, engine: Engine
) -> None:
    vendor, siti = Vendor(office, answers=COMPANY).apply("daring"), Verifier(office)
    siti.schedule()
    siti.find("tidak-hadir")
    siti.schedule()
    siti.keep_screenshot()
    siti.find("belum-lengkap", {"verdict.npwp-perusahaan": "tidak-jelas"})
    vendor.send_scans()
    vendor.do("/perbaikan", {"done": "ya"})
    siti.find("sesuai")
    siti.approve()
    vendor.do("/sikap", {"done": "ya"})
    assert engine.end() == (office.case().id, "SUCCEEDED")


def test_a_rejection_ends_the_machine_and_the_case(office: Desk, engine: Engine) -> None:
    Vendor(office).apply("tatap-muka")
    Verifier(office).find("ditolak", {"message": "Data palsu."})
    assert office.case().closed.end == "ditolak"
    assert engine.end() == (office.case().id, "SUCCEEDED")


def test_an_applicants_silence_ends_the_case(office: Desk, engine: Engine) -> None:
    """G14"""
    Vendor(office).register()
    engine.lapse(office.case().here.token)
    assert engine.end() == (office.case().id, "SUCCEEDED")
    assert office.case().closed.end == "kedaluwarsa"


def test_silence_about_sikap_ends_a_case_whose_account_is_made(
    office: Desk, engine: Engine
) -> None:
    """G9, G14: what was left undone is recorded."""
    Vendor(office).apply("tatap-muka")
    Verifier(office).find("sesuai")
    Verifier(office).approve()
    engine.lapse(office.case().here.token)
    assert engine.end() == (office.case().id, "SUCCEEDED")
    assert office.case().closed.end == "selesai"
    assert [event.detail["what"] for event in office.history("deviated")] == ["skipped"]


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
