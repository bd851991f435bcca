"""An office's staff in DynamoDB."""

from dataclasses import asdict
from typing import Any

from functions.aws.table import Record, Table
from functions.core.errors import NotAllowed
from functions.core.facts import Officer


class DynamoStaff:
    def __init__(self, client: Any, table: str) -> None:
        self._table = Table(client, table)

    def get(self, office: str, officer_id: str) -> Officer:
        record = self._table.get(f"staff#{office}", officer_id)
        if record is None or not record["active"]:
            raise NotAllowed
        return _officer(record)

    def holders(self, office: str, role: str) -> tuple[Officer, ...]:
        return tuple(o for o in self.everybody(office) if o.active and role in o.roles)

    def everybody(self, office: str) -> tuple[Officer, ...]:
        return tuple(_officer(record) for record in self._table.under(f"staff#{office}"))

    def appoint(self, officer: Officer) -> None:
        record = asdict(officer) | {"roles": list(officer.roles)}
        key = {"pk": f"staff#{officer.office}", "sk": officer.id}
        self._table.write([self._table.put(record | key)])


def _officer(record: Record) -> Officer:
    known = {k: record[k] for k in ("id", "office", "name", "email", "active")}
    return Officer(**known, roles=tuple(record["roles"]))
