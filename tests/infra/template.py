"""The resources of a template, by their logical ids."""

from typing import Any

Resources = dict[str, dict[str, Any]]


def of_type(resources: Resources, name: str) -> list[dict[str, Any]]:
    return [r for r in resources.values() if r["Type"] == f"AWS::{name}"]
