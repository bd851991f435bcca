"""What waits at an office's desks, and in whose hands it is."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from functions.core import calling
from functions.core.form import Frozen
from functions.core.ports import Cases
from functions.core.records import Waiting
from functions.core.sop import Sop


class Backlog(Frozen):
    """Of one role: the cases that wait, those of them past their due time, since when the oldest
    does; `hands`: how many each officer has taken up, by name."""

    role: str
    waiting: int
    late: int
    oldest: datetime | None
    hands: dict[str, int]


def backlog(role: str, lines: Iterable[Waiting], now: datetime) -> Backlog:
    found = tuple(lines)
    return Backlog(
        role=role,
        waiting=len(found),
        late=sum(line.due is not None and line.due < now for line in found),
        oldest=min((line.since for line in found), default=None),
        hands=dict(Counter(line.hand.name for line in found if line.hand)),
    )


def task_in(sop: Sop, line: Waiting) -> tuple[str, str]:
    """The title of what is to be done, and the role that it falls to."""
    if line.is_call:
        return calling.TITLE, calling.caller(sop, line.step)
    step = sop.step(line.step)
    return step.title, step.by


def waiting(cases: Cases, office: str, roles: Sequence[str]) -> Iterator[Waiting]:
    """All that waits for these roles, page after page."""
    page = cases.queue(office, roles)
    yield from page.lines
    while page.next:
        page = cases.queue(office, roles, page.next)
        yield from page.lines
