"""Who may do what, read from the policies of the roles."""

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from tests.infra.template import Resources

Rights = dict[str, set[tuple[str, str]]]
ROOMS = {"Register", "Verify", "Complaints", "Scans", "Begin", "Relay", "Sweep", "Appoint",
         "Retention", "Breach", "Press", "Stamp", "Receipts", "Inbound"}  # fmt: skip
MOVERS = {"Relay", "Sweep"}
HTTP = {"Register", "Verify"}


def rights_in(resources: Resources) -> Rights:
    """(action, resource) by room; a machine's role goes by its own name."""
    found: Rights = defaultdict(set)
    for role, statement in _statements(resources):
        assert statement["Effect"] == "Allow"
        found[_owner(role)] |= {
            (action, json.dumps(resource))
            for action in _list(statement["Action"])
            for resource in _list(statement["Resource"])
        }
    return found


def who_may(rights: Rights, action: str, on: str = "") -> set[str]:
    return {who for who, may in rights.items() if any(a == action and on in r for a, r in may)}


def places(rights: Rights, room: str, action: str, on: str) -> set[str]:
    """The paths within the bucket `on`."""
    found = (json.loads(r) for a, r in rights[room] if a == action and on in r)
    return {resource["Fn::Join"][1][-1] for resource in found}


def _statements(resources: Resources) -> Iterator[tuple[str, dict[str, Any]]]:
    for policy in (r for r in resources.values() if r["Type"] == "AWS::IAM::Policy"):
        (role,) = policy["Properties"]["Roles"]
        for statement in policy["Properties"]["PolicyDocument"]["Statement"]:
            yield role["Ref"], statement


def _owner(role: str) -> str:
    rooms = [room for room in ROOMS if role.startswith(f"Rooms{room}ServiceRole")]
    return rooms[0] if rooms else role


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
