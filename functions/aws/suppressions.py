"""Mailboxes that nothing is sent to any more: an item each, under a keyed hash of the address.

pk                sk    what
suppressed#HASH   only  why and since when
"""

from datetime import datetime
from typing import Any

from functions.aws.items import moment
from functions.aws.table import NEW, Clash, Table, Write


class DynamoSuppressions:
    def __init__(self, client: Any, table: str) -> None:
        self._table = Table(client, table)

    def add(self, fingerprint: str, kind: str, at: datetime) -> None:
        record = {**_place(fingerprint), "why": kind, "at": moment(at)}
        try:
            self._table.write([self._table.put(record, NEW)])
        except Clash:
            return

    def lift(self, fingerprint: str) -> None:
        self._table.write([lifted(self._table, fingerprint)])

    def holds(self, fingerprint: str) -> bool:
        return self._table.get(**_place(fingerprint)) is not None


def lifted(table: Table, fingerprint: str) -> Write:
    return table.delete(**_place(fingerprint))


def _place(fingerprint: str) -> dict[str, str]:
    return {"pk": f"suppressed#{fingerprint}", "sk": "only"}
