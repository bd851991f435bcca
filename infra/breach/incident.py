"""What an operator writes down of a breach: `insiden.toml`."""

import tomllib
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError, model_validator

from functions.core.dates import calendar_day
from functions.core.office import Office
from functions.offices import all_offices

WITHIN = timedelta(hours=3 * 24)
"""UU 27/2022 art. 46: in writing, to whom it concerns and to the agency, within 3 x 24 hours."""


class Unreadable(Exception):
    """The file is not there, or says not what has to be said."""


class Incident(BaseModel):
    """`what`: what happened, and how. `since`, `until`: when the data lay open; `cases`: by number,
    if it is only these. `measures`: what was done about it, and is being done. `contact`: whom
    people may ask."""

    model_config = ConfigDict(extra="forbid")
    office: str
    what: str
    found_at: AwareDatetime
    since: AwareDatetime
    until: AwareDatetime
    cases: tuple[str, ...] = ()
    measures: tuple[str, ...]
    contact: str

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if self.office not in all_offices():
            raise ValueError(f"there is no office {self.office!r}")
        if self.since > self.until:
            raise ValueError("since is later than until")
        if not (self.what.strip() and self.contact.strip() and self.measures):
            raise ValueError("what, measures and contact have to say something")
        return self

    @property
    def of(self) -> Office:
        return all_offices()[self.office]

    @property
    def deadline(self) -> datetime:
        return self.found_at + WITHIN

    def said(self, at: datetime) -> str:
        """23 November 2026 pukul 08.00 WIB."""
        here = at.astimezone(ZoneInfo(self.of.zone))
        return f"{calendar_day(here.date())} pukul {here:%H.%M} {self.of.zone_name}"


def incident(file: Path) -> Incident:
    try:
        return Incident.model_validate(tomllib.loads(file.read_text("utf-8")))
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise Unreadable(f"{file}: {'; '.join(faults)}") from None
    except (OSError, ValueError) as error:
        raise Unreadable(f"{file}: {error}") from None
