"""A day and an hour as somebody types them."""

from collections.abc import Callable
from datetime import date, datetime, time, tzinfo
from typing import TypeVar

from functions.core.errors import Invalid

DAY = "Tulis tanggal sebagai tahun-bulan-hari, misalnya 2026-03-31."
HOUR = "Tulis jam seperti 09:30."
T = TypeVar("T")


def day(text: str) -> date:
    """Or ValueError, in words for whoever typed it."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise ValueError(DAY) from None


def hour(text: str) -> time:
    """9:30, 09:30 or 09.30; or ValueError, in words."""
    try:
        return time.fromisoformat(text.strip().replace(".", ":").zfill(5))
    except ValueError:
        raise ValueError(HOUR) from None


def moment(on: str, at: str, zone: tzinfo) -> datetime:
    """A day and an hour in this zone; or Invalid, beside `date` or `time`."""
    return datetime.combine(_beside("date", day, on), _beside("time", hour, at), zone)


def _beside(field: str, read: Callable[[str], T], text: str) -> T:
    try:
        return read(text)
    except ValueError as error:
        raise Invalid({field: str(error)}) from None
