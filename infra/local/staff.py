"""The people of the local stage's offices, appointed as an administrator would."""

import json
import tomllib
from pathlib import Path
from typing import Any, TypedDict

from infra.local.errors import StartError

ROSTER = Path(__file__).with_name("staff.toml")


class Person(TypedDict):
    office: str
    id: str
    name: str
    roles: list[str]
    email: str


def roster() -> list[Person]:
    people: list[Person] = tomllib.loads(ROSTER.read_text())["staff"]
    return people


def appoint(functions: Any, function_name: str, person: Person) -> None:
    """`functions` is a Lambda client. A refusal here fails the start: nobody could sign in."""
    answer = functions.invoke(FunctionName=function_name, Payload=json.dumps(person))
    if "FunctionError" in answer:
        told = json.load(answer["Payload"]).get("errorMessage", "without a reason")
        raise StartError(f"{person['name']} could not be appointed: {told}")
