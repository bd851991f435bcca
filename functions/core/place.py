"""At which kind of step a case waits, and whether it was served."""

from functions.core.case import Case
from functions.core.errors import NotNow
from functions.core.kinds import DONE
from functions.core.sop import Sop


def kind_here(case: Case, sop: Sop) -> str:
    """The kind of the open step; "" while the case is on its way, or closed."""
    return sop.step(case.here.id).kind if case.here else ""


def at_kind(case: Case, sop: Sop, *kinds: str) -> None:
    """NotNow, unless the case waits at a step of one of these kinds."""
    if kind_here(case, sop) not in kinds:
        raise NotNow


def is_served(case: Case, sop: Sop) -> bool:
    """Whether the applicant has the account that they came for, and nothing that they leave undone
    changes it."""
    if not case.accounts:
        return False
    if case.closed:
        return case.closed.end == DONE
    return case.here is not None and sop.step(case.here.id).kinds.lapses == DONE
