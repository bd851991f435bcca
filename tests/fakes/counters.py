"""Counts in memory."""

from collections.abc import Mapping
from datetime import datetime


class MemoryCounters:
    def __init__(self) -> None:
        self.counts: dict[tuple[str, str], int] = {}

    def add(self, group: str, name: str, until: datetime | None = None) -> int:
        self.counts[group, name] = self.counts.get((group, name), 0) + 1
        return self.counts[group, name]

    def all(self, group: str) -> Mapping[str, int]:
        return {name: n for (of, name), n in sorted(self.counts.items()) if of == group}
