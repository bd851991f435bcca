"""Times and numbers in Indonesian, as templates ask for them."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from functions.core.dates import calendar_day
from functions.core.facts import VERDICTS
from functions.core.lengths import length

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def weekday(on: date) -> str:
    """Senin, 23 November 2026."""
    return f"{DAYS[on.weekday()]}, {calendar_day(on)}"


def day(at: datetime, office: Any) -> str:
    return weekday(at.astimezone(ZoneInfo(_of(office, "zone"))).date())


def moment(at: datetime, office: Any) -> str:
    """Senin, 23 November 2026 pukul 08.00 WIB."""
    here = at.astimezone(ZoneInfo(_of(office, "zone")))
    return f"{day(at, office)} pukul {here:%H.%M} {_of(office, 'zone_name')}"


def deadline(at: datetime, office: Any, estimated: bool) -> str:
    """A moment, and whether a holiday may still move it."""
    doubt = " (perkiraan: tanggal hari libur di sekitarnya belum ditetapkan)" if estimated else ""
    return moment(at, office) + doubt


def _of(office: Any, name: str) -> str:
    return str(office[name] if isinstance(office, Mapping) else getattr(office, name))


def decimal(number: Decimal) -> str:
    """88,31."""
    return f"{number}".replace(".", ",")


def verdict(name: str) -> str:
    return VERDICTS[name]


WORDS: Mapping[str, Callable[..., str]] = {
    "calendar_day": calendar_day,
    "day": day,
    "deadline": deadline,
    "decimal": decimal,
    "moment": moment,
    "office_time": length,
    "verdict": verdict,
}
