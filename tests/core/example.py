"""The small SOP of the page about SOP files, and what that page says of faults."""

import re
import tomllib
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parents[2].joinpath("docs", "sop-files.md").read_text("utf-8")


def small(changes: dict[str, Any] | None = None) -> dict[str, Any]:
    """The example, with other values: a place is "steps.periksa.next", or "title"."""
    data = deepcopy(_example())
    for place, value in (changes or {}).items():
        *way, last = place.split(".")
        table = data
        for part in way:
            table = _inside(table, part)
        table[last] = value
    return data


def documented(heading: str) -> list[str]:
    """The messages listed under a heading of the page."""
    part = PAGE.split(f"### {heading}\n")[1].split("\n#")[0]
    return re.findall(r"^\| `(.+?)` \|", part, re.MULTILINE)


def says(message: str, told: str) -> bool:
    """Whether `told` is the documented `message`, in which … stands for anything."""
    return re.fullmatch(".*".join(map(re.escape, message.split("…"))), told) is not None


@cache
def _example() -> dict[str, Any]:
    return tomllib.loads(PAGE.split("## An example\n\n```toml\n")[1].split("```")[0])


def _inside(table: Any, part: str) -> Any:
    if isinstance(table, dict):
        return table[part]
    return next((one for one in table if one.get("id") == part), None) or table[int(part)]
