"""An office's ledger: the lines of its cases' histories that its figures rest on, by the month."""

from dataclasses import dataclass
from datetime import datetime

from functions.core.history import DEVIATED, Event

KINDS = (
    "opened", "begun", "taken", "handed", "given-back", "decided", "resumed", "closed", DEVIATED,
    "explained", "reopened", "erased",
)  # fmt: skip


@dataclass(frozen=True)
class Told:
    """One line: what a case that goes by this SOP (its key) told."""

    case: str
    sop: str
    event: Event

    @property
    def place(self) -> tuple[datetime, str, int]:
        """Where it stands among others: as time went by."""
        return self.event.at, self.case, self.event.seq
