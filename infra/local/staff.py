"""The people of the local stage's offices, appointed as an operator would."""

from pathlib import Path
from typing import Any

from infra.local.errors import StartError
from infra.staff import appointing
from infra.staff.roster import Person
from infra.staff.roster import roster as read

ROSTER = Path(__file__).with_name("staff.toml")


def roster() -> list[Person]:
    return read(ROSTER)


def appoint(functions: Any, function_name: str, person: Person) -> None:
    """A refusal here fails the start: nobody could sign in."""
    try:
        appointing.appoint(functions, function_name, person)
    except appointing.NotAppointed as refused:
        raise StartError(str(refused)) from None
