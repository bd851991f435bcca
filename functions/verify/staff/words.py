"""The directory of an office's staff in words: roles, decrees, covers, and what was changed."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from functions.core.dates import calendar_day
from functions.core.officer import NOTICES, Cover, Officer
from functions.core.staff import PRIVATE, REACHED, Appointed
from functions.web.titles import title

Names = Mapping[str, str]
"""Of officers, by id."""


def decree(officer: Officer, today: date) -> tuple[str, str]:
    """Whether it is in force, and how pressing that is."""
    if not officer.active:
        return "Tidak aktif", "neutral"
    if officer.until is None:
        return "Berlaku", "good"
    left = (officer.until - today).days
    if left < 0:
        return "Habis", "bad"
    if left > max(NOTICES):
        return "Berlaku", "good"
    return (f"Berakhir dalam {left} hari" if left else "Berakhir hari ini"), "wait"


def stood_in(office: str, cover: Cover, names: Names) -> str:
    """A cover as whoever stands in has it."""
    whose = f" untuk {names.get(cover.officer, cover.officer)}" if cover.officer else ""
    return f"{cover.style} {title(office, cover.role)}{whose}, {_days(cover)}"


def lent(office: str, cover: Cover, names: Names) -> str:
    """A cover as whoever is away has it."""
    deputy = names.get(cover.officer, cover.officer)
    return f"{title(office, cover.role)} digantikan {deputy}, {_days(cover)}"


def changes(office: str, told: Appointed, names: Names) -> str:
    parts = {p: v for p, v in told.changes.items() if not (told.new and p in PRIVATE)}
    said = [_WORDS[part](office, value, names) for part, value in parts.items()]
    return "; ".join(["petugas baru", *said] if told.new else said)


def _days(cover: Cover) -> str:
    if cover.since == cover.until:
        return calendar_day(cover.since)
    return f"{calendar_day(cover.since)} sampai {calendar_day(cover.until)}"


def _roles(office: str, value: str, names: Names) -> str:
    titles = [title(office, role) for role in json.loads(value)]
    return f"peran: {', '.join(titles) or 'tidak ada'}"


def _active(office: str, value: str, names: Names) -> str:
    return "diaktifkan" if json.loads(value) else "dinonaktifkan"


def _until(office: str, value: str, names: Names) -> str:
    day = json.loads(value)
    return f"SK sampai {calendar_day(date.fromisoformat(day))}" if day else "SK tanpa batas waktu"


def _covers(office: str, value: str, names: Names) -> str:
    said = [stood_in(office, _cover(kept), names) for kept in json.loads(value)]
    return f"penggantian: {', '.join(said) or 'tidak ada'}"


def _lent(office: str, value: str, names: Names) -> str:
    said = [lent(office, _cover(kept), names) for kept in json.loads(value)]
    return f"diganti: {', '.join(said) or 'tidak ada'}"


def _cover(kept: dict[str, Any]) -> Cover:
    since, until = (date.fromisoformat(kept[end]) for end in ("since", "until"))
    return Cover(kept["role"], kept["style"], since, until, kept["officer"])


_WORDS: Mapping[str, Callable[[str, str, Names], str]] = {
    "name": lambda office, value, names: "nama diganti",
    "email": lambda office, value, names: "alamat email diganti",
    "roles": _roles,
    "active": _active,
    "until": _until,
    "covers": _covers,
    "lent": _lent,
    REACHED: lambda office, value, names: "alamat email berfungsi lagi",
}
