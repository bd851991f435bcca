"""An office's staff in DynamoDB: a line for each officer, and one for each change of it.

pk               sk                what
staff#OFFICE     officer id        an officer, their code and sessions; sparse index `wake`
roster#OFFICE    TIME#officer id   a change of the directory
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter

from functions.aws.items import moment
from functions.aws.outbox import mail_record
from functions.aws.table import NEW, Clash, If, Record, Table, Write
from functions.core.errors import NotAllowed, Stale
from functions.core.facts import Letter
from functions.core.officer import Officer
from functions.core.presence import Presence
from functions.core.staff import Appointed
from functions.offices import all_offices

_presences, _appointed = TypeAdapter(Presence), TypeAdapter(Appointed)
_UNCHANGED = "standing = :standing AND version = :version"


class DynamoStaff:
    def __init__(self, client: Any, table: str) -> None:
        self._table = Table(client, table)

    def presence(self, office: str, officer_id: str) -> Presence:
        record = self._table.get(f"staff#{office}", officer_id)
        if record is None:
            raise NotAllowed
        return _presences.validate_json(record["body"])

    def keep(self, presence: Presence, at: datetime, letters: Iterable[Letter] = ()) -> None:
        values = {":standing": presence.officer.standing, ":version": presence.version}
        kept = _line(replace(presence, version=presence.version + 1))
        mails = [
            self._table.put(mail)
            for mail in _mails(presence.officer, presence.version, letters, at)
        ]
        self._write([self._table.put(kept, If(_UNCHANGED, values)), *mails])

    def everybody(self, office: str) -> tuple[Officer, ...]:
        found = self._table.under(f"staff#{office}")
        return tuple(_presences.validate_json(record["body"]).officer for record in found)

    def appoint(
        self,
        officers: Iterable[Officer],
        news: Iterable[Appointed],
        by: Officer | None = None,
        letters: Iterable[Letter] = (),
    ) -> None:
        lines, told = list(officers), list(news)
        others = [by] if by and by.id not in {officer.id for officer in lines} else []
        writes = [self._anew(officer, told[0].at) for officer in lines]
        history = [self._table.put(_news(lines[0].office, line)) for line in told]
        mails = [self._table.put(m) for m in _mails(lines[0], "appointed", letters, told[0].at)]
        duty = [on_duty(self._table, officer) for officer in others]
        first = [*writes, *history, *mails]
        self._write([*first, *duty], len(first))

    def appointments(self, office: str) -> tuple[Appointed, ...]:
        found = self._table.under(f"roster#{office}")
        return tuple(_appointed.validate_json(record["body"]) for record in reversed(found))

    def awaiting(self, until: datetime) -> tuple[tuple[str, str], ...]:
        found = self._table.indexed("wake", "staff", moment(until))
        return tuple((record["pk"].removeprefix("staff#"), record["sk"]) for record in found)

    def _anew(self, officer: Officer, at: datetime) -> Write:
        """A line as it is from now on; of somebody new, today's news are still to be told."""
        line = replace(officer, standing=officer.standing + 1)
        if not officer.standing:
            yesterday = all_offices()[officer.office].today(at) - timedelta(days=1)
            return self._table.put(_line(Presence(line, told=yesterday)), NEW)
        seen = If("standing = :standing", {":standing": officer.standing})
        anew = self.presence(officer.office, officer.id).rewritten(line)
        return self._table.put(_line(anew), seen)

    def _write(self, writes: list[Write], duty: int = -1) -> None:
        try:
            self._table.write(writes)
        except Clash as clash:
            raise (NotAllowed if duty in clash.failed else Stale) from clash


def on_duty(table: Table, officer: Officer) -> Write:
    """The officer's line is still the one that was read: checked in the very transaction."""
    seen = If("standing = :standing", {":standing": officer.standing})
    return table.check(f"staff#{officer.office}", officer.id, seen)


def _line(presence: Presence) -> Record:
    officer = presence.officer
    key = {"pk": f"staff#{officer.office}", "sk": officer.id}
    seen = {"standing": officer.standing, "version": presence.version}
    body = _presences.dump_json(presence).decode()
    return {**key, **seen, "body": body, **_wake(presence)}


def _wake(presence: Presence) -> dict[str, str]:
    day = presence.officer.next_news(presence.told)
    if day is None:
        return {}
    zone = ZoneInfo(all_offices()[presence.officer.office].zone)
    return {"wake": "staff", "wake_due": moment(datetime.combine(day, time(), zone))}


def _news(office: str, told: Appointed) -> Record:
    body = _appointed.dump_json(told).decode()
    return {"pk": f"roster#{office}", "sk": f"{moment(told.at)}#{told.officer}", "body": body}


def _mails(
    officer: Officer, place: object, letters: Iterable[Letter], at: datetime
) -> list[Record]:
    """`place`: what wrote the officer's line along with them."""
    key = f"mail#{officer.id}#{officer.standing}.{place}"
    owner = f"desk#{officer.office}"
    return [mail_record(owner, f"{key}#{n}", letter, at) for n, letter in enumerate(letters)]
