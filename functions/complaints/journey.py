"""A complaint's way as its complainant sees it: what was done, and what usually follows."""

from collections.abc import Iterable

from functions.core.case import Case
from functions.core.history import Event
from functions.core.kinds import ENDS
from functions.core.sop import Sop
from functions.web.views import Entry, timeline


def journey(case: Case, sop: Sop, history: Iterable[Event]) -> list[Entry]:
    """The rows done and the one under way; of those to come, only the usual ones."""
    ahead = {row.no for step in _ahead(case, sop) for row in sop.step(step).rows}
    return [e for e in timeline(case, sop, history) if e.state != "next" or e.no in ahead]


def _ahead(case: Case, sop: Sop) -> list[str]:
    """The steps from here on, each left by the first of its outcomes."""
    place = case.transit.target if case.transit else case.here.id if case.here else ""
    found: list[str] = []
    while place and place not in ENDS and place not in found:
        found.append(place)
        place = next(iter(sop.step(place).next.values()))
    return found
