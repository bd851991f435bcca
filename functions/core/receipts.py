"""What becomes of a letter after it has left, told by the mail service in whatever order."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

SENT, DELIVERED, SOFT, REJECTED = "sent", "delivered", "soft-bounced", "failed"
BOUNCED, COMPLAINED, SUPPRESSED = "bounced", "complained", "suppressed"
UNREAD = "unread"
"""There was nobody to read it, or no mailbox, so it was not sent."""
RANKS: Mapping[str, int] = {
    name: rank
    for rank, name in enumerate(
        (UNREAD, SUPPRESSED, SENT, DELIVERED, SOFT, REJECTED, BOUNCED, COMPLAINED), start=1
    )
}
"""What was told hides nothing that ranks higher: a letter may be delivered and come back."""
HARD = frozenset({BOUNCED, COMPLAINED})
"""After these, nothing more is sent to the mailbox."""
UNREACHED = HARD | {SUPPRESSED, UNREAD}
"""Whoever a letter with one of these was for does not know what it says."""


@dataclass(frozen=True)
class Receipt:
    """`status`: one of RANKS; `message`: the id that the mail service gave it."""

    status: str
    at: datetime
    message: str

    @property
    def rank(self) -> int:
        return RANKS[self.status]
