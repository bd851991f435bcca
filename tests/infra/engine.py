"""A state machine run for real, in this process, with a plain function for its Lambda."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from queue import Queue
from types import SimpleNamespace
from typing import Any

import jsonata
import pytest
from moto import mock_aws
from moto.awslambda_simple.models import LambdaSimpleBackend
from moto.stepfunctions.parser.asl.eval.callback.callback import CallbackOutcomeTimedOut
from moto.stepfunctions.parser.backend.execution import BaseExecutionWorkerCommunication
from moto.stepfunctions.parser.models import stepfunctions_parser_backends

from functions.aws import client

Payload = dict[str, str]
Work = Callable[[Payload], Any]
REGION = "ap-southeast-3"
BEGIN = f"arn:aws:lambda:{REGION}:123456789012:function:begin"
ROLE = "arn:aws:iam::123456789012:role/machine"
PATIENCE = 10
CONFIG = {"stepfunctions": {"execute_state_machine": True}, "lambda": {"use_docker": False}}
PARSER = "moto.stepfunctions.parser.asl"


@dataclass
class Engine:
    """`reached`: each call that `work` has answered, or failed to."""

    work: Work
    client: Any = None
    machine: str = ""
    reached: "Queue[Payload]" = field(default_factory=Queue)
    ended: "Queue[tuple[str, str]]" = field(default_factory=Queue)

    def install(self, definition: dict[str, Any]) -> str:
        text = json.dumps(definition).replace("${Begin}", BEGIN)
        made = self.client.create_state_machine(name="sop", definition=text, roleArn=ROLE)
        self.machine = made["stateMachineArn"]
        return self.machine

    def next(self) -> Payload:
        """The machine's next call of its Lambda."""
        return self.reached.get(timeout=PATIENCE)

    def names(self) -> list[str]:
        """Of all executions ever started."""
        found = self.client.list_executions(stateMachineArn=self.machine)["executions"]
        return [execution["name"] for execution in found]

    def end(self) -> tuple[str, str]:
        """The next execution that ends, and how."""
        return self.ended.get(timeout=PATIENCE)

    def lapse(self, token: str) -> None:
        """The time of the wait behind `token` is over, without the test's waiting for it."""
        (backend,) = (regions[REGION] for regions in stepfunctions_parser_backends.values())
        over = CallbackOutcomeTimedOut(token)
        for execution in backend.describe_state_machine(self.machine).executions:
            execution.exec_worker.env.callback_pool_manager.notify(token, over)

    def invoke(self, name: str, qualifier: str, body: Any, headers: Any, out: Any) -> bytes:
        """In place of the Lambda service: an error is answered as a Lambda's is."""
        payload: Payload = json.loads(body)
        try:
            return json.dumps(self.work(payload)).encode()
        except Exception as error:
            out["X-Amz-Function-Error"] = "Unhandled"
            fault = {"errorType": type(error).__name__, "errorMessage": str(error)}
            return json.dumps(fault).encode()
        finally:
            self.reached.put(payload)


@contextmanager
def running(work: Work, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """An engine without machines; its retries do not wait. Whoever starts an execution must see
    it reach a step, as an unseen one would go on after the test."""
    monkeypatch.setenv("AWS_DEFAULT_REGION", REGION)
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    engine = Engine(work)
    at_once = SimpleNamespace(sleep=lambda _: None)
    monkeypatch.setattr(f"{PARSER}.component.common.retry.retrier_decl.time", at_once)
    monkeypatch.setattr(f"{PARSER}.jsonata.jsonata._eval_jsonata", _evaluated)
    monkeypatch.setattr(LambdaSimpleBackend, "invoke", staticmethod(engine.invoke))
    telling = _telling(engine.ended)
    monkeypatch.setattr(BaseExecutionWorkerCommunication, "terminated", telling)
    with mock_aws(config=CONFIG):
        engine.client = client("stepfunctions")
        yield engine


def _telling(ended: "Queue[tuple[str, str]]") -> Callable[[Any], None]:
    """The engine's own word at an execution's end, passed on."""
    reflect = BaseExecutionWorkerCommunication.terminated

    def terminated(self: Any) -> None:
        reflect(self)
        ended.put((self.execution.name, str(self.execution.exec_status.value)))

    return terminated


def _evaluated(expression: str) -> Any:
    return jsonata.Jsonata(expression).evaluate(None)
