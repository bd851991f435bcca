"""Counts in memory."""

from collections.abc import Mapping
from datetime import datetime

Counts = dict[tuple[str, str], int]


class MemoryCounters:
    """`tallies` stay; `tries` are forgotten some day."""

    def __init__(self) -> None:
        self.tries: Counts = {}
        self.tallies: Counts = {}

    def add(self, group: str, name: str, until: datetime | None = None) -> int:
        counts = self.tries if until else self.tallies
        counts[group, name] = counts.get((group, name), 0) + 1
        return counts[group, name]

    def all(self, group: str) -> Mapping[str, int]:
        counts = sorted({**self.tries, **self.tallies}.items())
        return {name: n for (of, name), n in counts if of == group}
