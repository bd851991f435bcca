"""A day in Indonesian words."""

from datetime import date, datetime

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


def span_between(since: datetime, until: datetime) -> str:
    """In its two largest units: 2 hari 3 jam, 1 jam 5 menit, kurang dari 1 menit."""
    minutes = int((until - since).total_seconds()) // 60
    parts = (minutes // 1440, "hari"), (minutes // 60 % 24, "jam"), (minutes % 60, "menit")
    said = [f"{amount} {unit}" for amount, unit in parts if amount]
    return " ".join(said[:2]) or "kurang dari 1 menit"
