"""What is known of a deployed stage: its settings in cdk.json, and its stack's outputs."""

import json
from pathlib import Path
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

SETTINGS = Path(__file__).parents[2] / "cdk.json"


class NotDeployed(Exception):
    """There is no such stage, or its stack does not answer."""


def settings(stage: str) -> dict[str, Any]:
    stages: dict[str, dict[str, Any]] = json.loads(SETTINGS.read_text())["context"]["stages"]
    if stage not in stages:
        raise NotDeployed(f"{SETTINGS.name} knows no stage {stage!r}")
    return stages[stage]


def appoint_function(stage: str, stacks: Any) -> str:
    return output(stage, "AppointFunction", stacks)


def output(stage: str, name: str, stacks: Any) -> str:
    """What the stage's stack says of itself under `name`; `stacks` is a CloudFormation client."""
    try:
        (stack,) = stacks.describe_stacks(StackName=f"Loket-{stage}")["Stacks"]
    except (ClientError, BotoCoreError) as error:
        raise NotDeployed(f"Loket-{stage}: {error}") from None
    outputs = {output["OutputKey"]: output["OutputValue"] for output in stack.get("Outputs", [])}
    if name not in outputs:
        raise NotDeployed(f"Loket-{stage} has no output {name}")
    return str(outputs[name])
