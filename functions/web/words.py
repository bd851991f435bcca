"""Times and numbers in Indonesian, as templates ask for them."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from functions.core.dates import calendar_day
from functions.core.facts import VERDICTS

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def day(at: datetime, office: Any) -> str:
    """Senin, 23 November 2026."""
    here = at.astimezone(ZoneInfo(_of(office, "zone")))
    return f"{DAYS[here.weekday()]}, {calendar_day(here.date())}"


def moment(at: datetime, office: Any) -> str:
    """Senin, 23 November 2026 pukul 08.00 WIB."""
    here = at.astimezone(ZoneInfo(_of(office, "zone")))
    return f"{day(at, office)} pukul {here:%H.%M} {_of(office, 'zone_name')}"


def _of(office: Any, name: str) -> str:
    return str(office[name] if isinstance(office, Mapping) else getattr(office, name))


def verdict(name: str) -> str:
    return VERDICTS[name]


WORDS: Mapping[str, Callable[..., str]] = {
    "calendar_day": calendar_day,
    "day": day,
    "moment": moment,
    "verdict": verdict,
}
