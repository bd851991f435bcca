"""Lines of Batang's ledger, told as far as a figure needs them."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from functions.core.clock import Calendar
from functions.core.history import DEVIATED, Event
from functions.core.hours import DAYS
from functions.core.ledger import Told
from functions.core.timing import spelled
from functions.sops import all_sops
from tests.core.story import SOP

SOPS = all_sops()
HOURS = ((time(8), time(12)), (time(13), time(16)))
CALENDAR = Calendar(ZoneInfo("Asia/Jakarta"), dict.fromkeys(DAYS[:5], HOURS))
MONDAY = datetime(2026, 3, 9, 8, 0, tzinfo=CALENDAR.zone)
MINUTE = timedelta(minutes=1)


def line(case: str, kind: str, at: datetime = MONDAY, **detail: str) -> Told:
    return Told(case, SOP.key, Event(kind, at, "siti", detail))


def opened(case: str) -> Told:
    return line(case, "opened", sop=SOP.key)


def sent(case: str) -> Told:
    return line(case, "decided", step="permohonan", outcome="daring", held="")


def decided(
    case: str, minutes: int, due: int | None = None, step: str = "periksa", since: datetime = MONDAY
) -> Told:
    """After so many minutes in the office's hands; due after so many."""
    at = since + minutes * MINUTE
    timed = {} if due is None else {"due": (since + due * MINUTE).isoformat()}
    told = {"step": step, "outcome": "sesuai", "since": since.isoformat(), **timed}
    return line(case, "decided", at, held=spelled([(since, at)]), **told)


def closed(case: str, minutes: int, end: str = "selesai", at: datetime = MONDAY) -> Told:
    """In the office's hands for so many minutes of its last morning."""
    held = spelled([(at - minutes * MINUTE, at)])
    return line(case, "closed", at, end=end, opened=at.isoformat(), held=held)


def deviated(case: str, what: str, step: str = "periksa") -> Told:
    return line(case, DEVIATED, what=what, step=step)
