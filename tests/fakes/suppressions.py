"""Mailboxes that nothing is sent to, in memory."""

from datetime import datetime


class MemorySuppressions:
    """`kept`: why and since when, by fingerprint."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[str, datetime]] = {}

    def add(self, fingerprint: str, kind: str, at: datetime) -> None:
        self.kept.setdefault(fingerprint, (kind, at))

    def lift(self, fingerprint: str) -> None:
        self.kept.pop(fingerprint, None)

    def holds(self, fingerprint: str) -> bool:
        return fingerprint in self.kept
