"""A case's history: an append-only chain in which each line seals the one before.

It holds no personal data, so that erasing a person leaves the chain valid.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

DEVIATED = "deviated"
"""The kind of event that says what was done otherwise than the SOP says."""
GENESIS = "0" * 64


@dataclass(frozen=True)
class Event:
    """`by` is an officer's id, the applicant's role, or "loket" for the machinery itself."""

    kind: str
    at: datetime
    by: str
    detail: Mapping[str, str] = field(default_factory=dict)
    rows: tuple[int, ...] = ()
    seq: int = 0
    previous: str = GENESIS

    def digest(self, case_id: str) -> str:
        line = [case_id, self.seq, self.kind, self.at.isoformat(), self.by]
        text = json.dumps([*line, dict(self.detail), self.rows, self.previous], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


def first_break(case_id: str, events: Iterable[Event], count: int, head: str) -> int | None:
    """The sequence number of the first line that is changed, missing or too many, or None.

    `count` and `head` are the snapshot's.
    """
    lines = list(events)
    for place, line in enumerate(lines, start=1):
        if line.seq != place or place > count:
            return place
    if len(lines) < count:
        return len(lines) + 1
    if not lines:
        return None
    if lines[0].previous != GENESIS:
        return 1
    seals = [*(line.previous for line in lines[1:]), head]
    fits = [line.digest(case_id) == seal for line, seal in zip(lines, seals, strict=True)]
    return _culprit(fits)


def _culprit(fits: list[bool]) -> int | None:
    """A line that does not fit the seal in the next: changed itself, unless the next one is."""
    if all(fits):
        return None
    first = fits.index(False)
    next_changed = first + 1 < len(fits) and not fits[first + 1]
    return first + 2 if next_changed else first + 1
