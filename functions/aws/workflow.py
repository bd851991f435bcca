"""Step Functions as the core's workflow."""

import json
from collections.abc import Mapping
from typing import Any

from botocore.exceptions import ClientError

from functions.aws import available, code

_LEFT = {"TaskTimedOut", "TaskDoesNotExist", "InvalidToken"}


class StepFunctions:
    """`machines`: the ARN of each SOP's state machine, by the SOP's key."""

    def __init__(self, client: Any, machines: Mapping[str, str]) -> None:
        self._client, self._machines = client, machines

    def start(self, name: str, sop: str, case_id: str, step: str) -> None:
        order = json.dumps({"case": case_id, "step": step})
        machine = self._machines[sop]
        with available("stepfunctions"):
            try:
                self._client.start_execution(stateMachineArn=machine, name=name, input=order)
            except ClientError as error:
                if code(error) != "ExecutionAlreadyExists":
                    raise

    def resume(self, token: str, outcome: str) -> bool:
        output = json.dumps({"outcome": outcome})
        with available("stepfunctions"):
            try:
                self._client.send_task_success(taskToken=token, output=output)
            except ClientError as error:
                if code(error) not in _LEFT:
                    raise
                return False
        return True
