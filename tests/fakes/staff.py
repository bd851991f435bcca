"""An office's staff in memory. What goes in comes out as from DynamoDB: through JSON."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter

from functions.core.errors import NotAllowed, Stale
from functions.core.facts import Letter
from functions.core.officer import Officer
from functions.core.presence import Presence
from functions.core.staff import Appointed
from functions.offices import all_offices
from tests.fakes.outbox import MemoryOutbox

_presences = TypeAdapter(Presence)


class MemoryStaff:
    """`lines`: the stored JSON, by office and id; `news`: the changes, by office, time and id."""

    def __init__(self, outbox: MemoryOutbox | None = None) -> None:
        self.outbox = outbox or MemoryOutbox()
        self.lines: dict[tuple[str, str], bytes] = {}
        self.news: dict[tuple[str, str], Appointed] = {}

    def presence(self, office: str, officer_id: str) -> Presence:
        if (office, officer_id) not in self.lines:
            raise NotAllowed
        return _presences.validate_json(self.lines[office, officer_id])

    def keep(self, presence: Presence, at: datetime, letters: Iterable[Letter] = ()) -> None:
        officer = presence.officer
        kept = self.presence(officer.office, officer.id)
        if (kept.officer.standing, kept.version) != (officer.standing, presence.version):
            raise Stale
        self._put(replace(presence, version=presence.version + 1))
        self._post(officer, presence.version, letters, at)

    def everybody(self, office: str) -> tuple[Officer, ...]:
        found = sorted(key for key in self.lines if key[0] == office)
        return tuple(self.presence(*key).officer for key in found)

    def appoint(
        self,
        officers: Iterable[Officer],
        news: Iterable[Appointed],
        by: Officer | None = None,
        letters: Iterable[Letter] = (),
    ) -> None:
        lines, told = list(officers), list(news)
        if by and by.id not in {line.id for line in lines} and not self.is_on_duty(by):
            raise NotAllowed
        if any(officer.standing != self._standing(officer) for officer in lines):
            raise Stale
        for officer in lines:
            self._put(self._anew(officer, told[0].at))
        self._post(lines[0], "appointed", letters, told[0].at)
        self.news |= {(lines[0].office, f"{n.at.isoformat()}#{n.officer}"): n for n in told}

    def _anew(self, officer: Officer, at: datetime) -> Presence:
        line = replace(officer, standing=officer.standing + 1)
        if officer.standing:
            return self.presence(officer.office, officer.id).rewritten(line)
        return Presence(line, told=all_offices()[officer.office].today(at) - timedelta(days=1))

    def _post(
        self, officer: Officer, place: object, letters: Iterable[Letter], at: datetime
    ) -> None:
        for n, letter in enumerate(letters):
            key = f"mail#{officer.id}#{officer.standing}.{place}#{n}"
            self.outbox.put(f"desk#{officer.office}", key, letter, at)

    def appointments(self, office: str) -> tuple[Appointed, ...]:
        found = sorted(key for key in self.news if key[0] == office)
        return tuple(self.news[key] for key in reversed(found))

    def awaiting(self, until: datetime) -> tuple[tuple[str, str], ...]:
        return tuple(key for key in sorted(self.lines) if self._wakes(self.presence(*key), until))

    def is_on_duty(self, officer: Officer) -> bool:
        """Whether the office, at this moment, still knows the officer by this line."""
        return 0 < officer.standing == self._standing(officer)

    def _standing(self, officer: Officer) -> int:
        key = officer.office, officer.id
        return self.presence(*key).officer.standing if key in self.lines else 0

    def _wakes(self, presence: Presence, until: datetime) -> bool:
        day = presence.officer.next_news(presence.told)
        zone = ZoneInfo(all_offices()[presence.officer.office].zone)
        return day is not None and datetime.combine(day, time(), zone) <= until

    def _put(self, presence: Presence) -> None:
        officer = presence.officer
        self.lines[officer.office, officer.id] = _presences.dump_json(presence)
