"""`python -m infra.staff --stage dev FILE`: appoint the people of a staff file at a stage."""

import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import boto3

from infra.staff.appointing import NotAppointed, appoint
from infra.staff.deployed import NotDeployed, appoint_function, settings
from infra.staff.roster import Person, Unreadable, roster

Client = Callable[..., Any]


def main(arguments: list[str], client: Client = boto3.client) -> int:
    parser = ArgumentParser(prog="python -m infra.staff", description=__doc__)
    parser.add_argument("file", nargs="?", default="", help="else the stage's own `staff`, if any")
    parser.add_argument("--stage", required=True)
    parser.add_argument("--seed", action="store_true", help="leave who is known already")
    asked = parser.parse_args(arguments)
    try:
        stage = settings(asked.stage)
        if not (file := asked.file or stage.get("staff", "")):
            return 0
        people = roster(Path(file))
        name = appoint_function(asked.stage, client("cloudformation", region_name=stage["region"]))
    except (NotDeployed, Unreadable) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return apply(people, client("lambda", region_name=stage["region"]), name, seed=asked.seed)


def apply(people: Iterable[Person], functions: Any, function_name: str, *, seed: bool) -> int:
    """One line for each; 1 if anybody was refused."""
    refused = 0
    for person in people:
        try:
            told = appoint(functions, function_name, person, seed=seed)
        except NotAppointed as error:
            sys.stderr.write(f"{error}\n")
            refused = 1
            continue
        print(f"{told:<12}{person['office']:<12}{person['name']}")
    return refused


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
