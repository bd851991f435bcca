"""Counts in DynamoDB: tries within a time, which the table forgets, and tallies that stay."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from functions.aws.table import Table


class DynamoCounters:
    def __init__(self, client: Any, table: str) -> None:
        self._table = Table(client, table)

    def add(self, group: str, name: str, until: datetime | None = None) -> int:
        forgotten = {"gone_at": int(until.timestamp())} if until else {}
        return self._table.count(f"count#{group}", name, forgotten)

    def all(self, group: str) -> Mapping[str, int]:
        return {r["sk"]: int(r["times"]) for r in self._table.under(f"count#{group}")}
