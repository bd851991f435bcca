"""`python -m infra.breach --stage dev FILE`: write the notices of a breach of personal data."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

import boto3

from infra.breach.incident import Incident, Unreadable, incident
from infra.breach.notices import Concerned, notices
from infra.staff.deployed import NotDeployed, output, settings

Client = Callable[..., Any]
WRITTEN = Path("build", "breach")


class NotTold(Exception):
    """The function refused; the text says why."""


def main(arguments: list[str], client: Client = boto3.client, into: Path = WRITTEN) -> int:
    parser = ArgumentParser(prog="python -m infra.breach", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--stage", required=True)
    asked = parser.parse_args(arguments)
    try:
        told = incident(asked.file)
        region = settings(asked.stage)["region"]
        stacks = client("cloudformation", region_name=region)
        name = output(asked.stage, "BreachFunction", stacks)
        found = concerned(told, client("lambda", region_name=region), name)
    except (NotDeployed, NotTold, Unreadable) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    folder = into / asked.file.stem
    files = dict(notices(told, found))
    write(folder, files)
    print(f"{len(files) - 1} letters and a report in {folder}, due {told.said(told.deadline)}")
    return 0


def concerned(told: Incident, functions: Any, name: str) -> list[Concerned]:
    """Whose data it is, as the stage's own function finds them. `functions` is a Lambda client."""
    order = json.dumps(told.model_dump(mode="json", include={"office", "until", "cases"}))
    answer = functions.invoke(FunctionName=name, Payload=order)
    said = json.load(answer["Payload"])
    if "FunctionError" in answer:
        raise NotTold(str(said.get("errorMessage", "refused without a reason")))
    found: list[Concerned] = said["concerned"]
    return found


def write(folder: Path, files: dict[str, str]) -> None:
    """For the operator's eyes only."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
