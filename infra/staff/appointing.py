"""One officer is appointed by the stage's own function, which checks what the file says."""

import json
from typing import Any

from infra.staff.roster import Person


class NotAppointed(Exception):
    """The function refused; the text says whom, and why."""


def appoint(functions: Any, function_name: str, person: Person, *, seed: bool = False) -> str:
    """What became of them: ditambahkan, diubah or tetap.

    `functions` is a Lambda client. `seed`: whoever is known already stays as they are.
    """
    order = json.dumps({**person, "seed": seed}, default=str)
    answer = functions.invoke(FunctionName=function_name, Payload=order)
    told: dict[str, str] = json.load(answer["Payload"])
    if "FunctionError" in answer:
        why = told.get("errorMessage", "without a reason")
        raise NotAppointed(f"{person.get('name', person)} could not be appointed: {why}")
    return told["officer"]
