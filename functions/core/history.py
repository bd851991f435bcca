"""A case's history: an append-only chain in which each line seals the one before.

It holds no personal data, so that erasing a person leaves the chain valid.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

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
    """The sequence number at which the chain fails, or None; `count`, `head` are the snapshot's."""
    expected, previous = 1, GENESIS
    for event in events:
        if (event.seq, event.previous) != (expected, previous):
            return expected
        expected, previous = expected + 1, event.digest(case_id)
    return None if (expected - 1, previous) == (count, head) else expected - 1
