"""Letters in memory, leased as in functions/aws/outbox.py."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from functions.core.facts import Letter
from functions.core.records import Sent
from functions.core.timing import DIGEST

LEASE = timedelta(minutes=2)
TRIES = 5
QUIET = timedelta(hours=1)


@dataclass
class Entry:
    """`wake`: when the sweep must look, until the letter is sent or has failed."""

    sent: Sent
    wake: datetime | None
    tries: int = 0
    next_at: datetime | None = None
    message_id: str = ""


class MemoryOutbox:
    """`entries`: by (case or other owner, key)."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], Entry] = {}

    def put(self, owner: str, key: str, letter: Letter, at: datetime) -> None:
        self.entries[owner, key] = Entry(Sent(key, letter, at, "pending"), at)

    def digest(self, office: str, letter: Letter, at: datetime) -> None:
        """One for each officer, and none for an hour after the last."""
        owner, key = f"desk#{office}", f"mail#{DIGEST}#{letter.to}"
        before = self.entries.get((owner, key))
        quiet = before.next_at if before else None
        self.entries[owner, key] = Entry(Sent(key, letter, at, "pending"), quiet or at, 0, quiet)

    def take(self, case_id: str, key: str, now: datetime) -> Letter | None:
        entry = self.entries.get((case_id, key))
        if not entry or not _is_free(entry, now):
            return None
        if entry.sent.status == "sending" and entry.tries >= TRIES:
            entry.sent, entry.wake = replace(entry.sent, status="failed"), None
            return None
        entry.sent = replace(entry.sent, status="sending")
        entry.wake, entry.tries = now + LEASE, entry.tries + 1
        return entry.sent.letter

    def sent(self, case_id: str, key: str, at: datetime, message_id: str) -> None:
        if entry := self._sending(case_id, key):
            entry.sent = replace(entry.sent, status="sent", sent_at=at)
            entry.wake, entry.message_id = None, message_id
            entry.next_at = at + QUIET if key.startswith(f"mail#{DIGEST}#") else None

    def returned(self, case_id: str, key: str, at: datetime) -> None:
        if entry := self._sending(case_id, key):
            again = entry.tries < TRIES
            entry.sent = replace(entry.sent, status="pending" if again else "failed")
            entry.wake = at + LEASE if again else None

    def post(self, owner: str, letter: Letter, at: datetime) -> None:
        minute = at.astimezone(UTC).isoformat()[:16]
        key = f"mail#again#{letter.name}#{letter.to}#{letter.round}#{letter.step[:12]}#{minute}"
        if (owner, key) not in self.entries:
            self.put(owner, key, letter, at)

    def of(self, case_id: str) -> tuple[Sent, ...]:
        found = sorted(key for key in self.entries if key[0] == case_id)
        return tuple(self.entries[key].sent for key in found)

    def unsent(self, until: datetime) -> tuple[tuple[str, str], ...]:
        due = sorted((e.wake, key) for key, e in self.entries.items() if e.wake)
        return tuple(key for wake, key in due if wake <= until)

    def _sending(self, case_id: str, key: str) -> Entry | None:
        entry = self.entries.get((case_id, key))
        return entry if entry and entry.sent.status == "sending" else None


def _is_free(entry: Entry, now: datetime) -> bool:
    """Not yet taken, or taken by a sender whose lease ran out."""
    if entry.sent.status == "sending":
        return entry.wake is not None and entry.wake <= now
    fresh = entry.tries == 0 and (entry.next_at is None or entry.next_at <= now)
    due = fresh or entry.wake is None or entry.wake <= now
    return entry.sent.status == "pending" and due
