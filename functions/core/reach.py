"""What can be come to, step after step."""

from collections.abc import Iterable


def reached(start: Iterable[str], ways: dict[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    todo = list(start)
    while todo:
        if (here := todo.pop()) not in seen:
            seen.add(here)
            todo.extend(ways.get(here, ()))
    return seen
