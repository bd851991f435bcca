"""A month as addresses and ledgers name it: "2026-11"."""

import re
from collections.abc import Iterator
from datetime import datetime

from functions.core.dates import month_name
from functions.core.errors import NotFound
from functions.core.office import Office

_MONTH = r"20[0-9]{2}-(0[1-9]|1[0-2])"


def month_of(office: Office, at: datetime) -> str:
    """By the office's own calendar."""
    return f"{office.today(at):%Y-%m}"


def demand_month(text: str) -> str:
    """NotFound for what is no month."""
    if not re.fullmatch(_MONTH, text):
        raise NotFound
    return text


def month_before(month: str) -> str:
    year, number = _parts(month)
    return f"{year}-{number - 1:02}" if number > 1 else f"{year - 1}-12"


def month_after(month: str) -> str:
    year, number = _parts(month)
    return f"{year}-{number + 1:02}" if number < 12 else f"{year + 1}-01"


def months(office: Office, since: datetime, until: datetime) -> Iterator[str]:
    """Those that lie between, whole or in part; the latest first."""
    month = month_of(office, until)
    while month >= month_of(office, since):
        yield month
        month = month_before(month)


def month_in_words(month: str) -> str:
    """November 2026."""
    return month_name(*_parts(month))


def _parts(month: str) -> tuple[int, int]:
    year, number = month.split("-")
    return int(year), int(number)
