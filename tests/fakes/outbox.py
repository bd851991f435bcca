"""Letters in memory, leased as in functions/aws/outbox.py."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from functions.core.facts import Letter
from functions.core.receipts import RANKS, SENT, Receipt
from functions.core.records import Sent
from functions.core.timing import DIGEST

LEASE = timedelta(minutes=2)
DOUBT = timedelta(minutes=10)
TRIES = 5
QUIET = timedelta(hours=1)


@dataclass
class Entry:
    """`wake`: when the sweep must look, until the letter is sent or has failed. `doubts`: how often
    it was perhaps sent; `told`: the rank of what was told of it."""

    sent: Sent
    wake: datetime | None
    tries: int = 0
    next_at: datetime | None = None
    message_id: str = ""
    doubts: int = 0
    told: int = 0


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
        if entry.sent.status == "sending":
            return self.doubted(case_id, key, now)
        entry.sent = replace(entry.sent, status="sending")
        entry.wake, entry.tries = now + LEASE, entry.tries + 1
        return entry.sent.letter

    def sent(self, case_id: str, key: str, at: datetime, message_id: str) -> None:
        if entry := self._sending(case_id, key):
            entry.sent = replace(entry.sent, status=SENT, sent_at=at)
            entry.wake, entry.message_id, entry.told = None, message_id, RANKS[SENT]
            entry.next_at = at + QUIET if key.startswith(f"mail#{DIGEST}#") else None

    def returned(self, case_id: str, key: str, at: datetime) -> None:
        if entry := self._sending(case_id, key):
            again = entry.tries < TRIES
            ends = "uncertain" if entry.doubts else "failed"
            entry.sent = replace(entry.sent, status="pending" if again else ends)
            entry.wake = at + LEASE if again else None

    def doubted(self, case_id: str, key: str, at: datetime) -> None:
        if entry := self._sending(case_id, key):
            first = entry.doubts == 0
            entry.sent = replace(entry.sent, status="doubtful" if first else "uncertain")
            entry.wake, entry.doubts = at + DOUBT if first else None, 1

    def dropped(self, case_id: str, key: str, status: str) -> None:
        if entry := self._sending(case_id, key):
            entry.sent, entry.wake = replace(entry.sent, status=status), None

    def told(self, case_id: str, key: str, receipt: Receipt) -> None:
        entry = self.entries.get((case_id, key))
        if entry is None or entry.told >= receipt.rank:
            return
        if entry.sent.status != "pending" or entry.doubts:
            left = entry.sent.sent_at or receipt.at
            entry.sent = replace(
                entry.sent, status=receipt.status, sent_at=left, told_at=receipt.at
            )
            entry.wake, entry.told, entry.message_id = None, receipt.rank, receipt.message

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
    """Not yet taken; or doubtful for long; or taken by a sender whose lease ran out."""
    if entry.sent.status in {"sending", "doubtful"}:
        return entry.wake is not None and entry.wake <= now
    fresh = entry.tries == 0 and (entry.next_at is None or entry.next_at <= now)
    due = fresh or entry.wake is None or entry.wake <= now
    return entry.sent.status == "pending" and due
