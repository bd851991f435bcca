"""A day in Indonesian words."""

from datetime import date

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


def month_name(year: int, month: int) -> str:
    """November 2026."""
    return f"{MONTHS[month - 1]} {year}"


def calendar_day(on: date) -> str:
    """23 November 2026."""
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"
