"""The times of an office's video calls that a case may have: first a day, then its free times."""

from datetime import datetime
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from functions.core.booking import slot_of
from functions.core.case import Case
from functions.core.errors import Invalid
from functions.core.office import Office
from functions.core.ports import Cases
from functions.web.words import weekday

TAKEN = "Waktu ini baru saja diambil. Pilih waktu yang lain."
CHOOSE = "Pilih salah satu waktu yang tersedia."


class Choice(BaseModel):
    value: str
    label: str


class Offer(BaseModel):
    """`times`: what is free on `day`, one of `days`."""

    days: list[Choice]
    day: str
    times: list[Choice]


def offer(office: Office, cases: Cases, case: Case, wanted: str, now: datetime) -> Offer:
    """`wanted`: the day that was asked for; the first one, if no call may be on it."""
    days = {day.isoformat(): day for day in office.slots.days(now)}
    shown = wanted if wanted in days else next(iter(days), "")
    times = office.slots.on(days[shown], now) if shown else []
    return Offer(
        days=[Choice(value=v, label=weekday(day)) for v, day in days.items()],
        day=shown,
        times=[_time(office, starts) for starts in times if _is_free(office, cases, case, starts)],
    )


def chosen(office: Office, value: str, now: datetime) -> datetime:
    """The time behind a choice, or Invalid."""
    times = (starts for day in office.slots.days(now) for starts in office.slots.on(day, now))
    found = next((starts for starts in times if value_of(office, starts) == value), None)
    if found is None:
        raise Invalid({"slot": CHOOSE})
    return found


def value_of(office: Office, starts: datetime) -> str:
    """A time as addresses and forms name it: 2026-03-31T10:00 at the office."""
    return f"{starts.astimezone(ZoneInfo(office.zone)):%Y-%m-%dT%H:%M}"


def _is_free(office: Office, cases: Cases, case: Case, starts: datetime) -> bool:
    """Whether nobody has it, or this case itself."""
    slot = slot_of(office.id, starts)
    return not {*cases.holding(slot.kind, slot.fingerprint)} - {case.id}


def _time(office: Office, starts: datetime) -> Choice:
    return Choice(value=value_of(office, starts), label=f"{starts:%H.%M} {office.zone_name}")
