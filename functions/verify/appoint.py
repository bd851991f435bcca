"""Somebody is appointed to an office's staff, or their roles or activity change (operators)."""

from typing import Any

from pydantic import TypeAdapter

from functions.core.facts import Officer
from functions.world import world

_officers = TypeAdapter(Officer)


def handler(event: dict[str, Any], context: Any) -> None:
    """`event`: an Officer's fields."""
    world().staff.appoint(_officers.validate_python(event))
