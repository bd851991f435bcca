"""Load, act, save: again from the start if somebody else was faster."""

from collections.abc import Callable

from functions.core.case import Case
from functions.core.errors import Decided, Stale
from functions.core.officer import Officer
from functions.core.ports import Cases

TRIES = 4


def change(
    cases: Cases,
    case_id: str,
    verb: Callable[[Case], Case],
    on_duty: Officer | None = None,
) -> Case:
    """The case as saved. `verb` may run several times; if it changes nothing, nothing is saved."""
    for _ in range(TRIES):
        before = cases.get(case_id)
        after = verb(before)
        if after is before:
            return before
        try:
            return cases.save(after, on_duty)
        except Decided:
            raise
        except Stale:
            continue
    raise Stale
