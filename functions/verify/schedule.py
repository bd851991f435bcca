"""Kind "schedule": propose a video call."""

import re
from datetime import date, datetime, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator

from functions.core.errors import Invalid
from functions.core.facts import Meeting
from functions.offices import all_offices
from functions.verify.dossier import Dossier, dossier
from functions.verify.room import Desk, decide, desk, recorded, repeated, room
from functions.web.answer import View
from functions.web.body import Command
from functions.world import world

LENGTH = 30
_LINK = re.compile(r"https://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[!-~]{0,400})?")
AHEAD = timedelta(days=60)


def _https(text: str) -> str:
    link = text.strip()
    if not _LINK.fullmatch(link):
        raise ValueError("Tulis tautan lengkap yang diawali https://.")
    return link


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ValueError("Tulis tanggal sebagai tahun-bulan-hari, misalnya 2026-03-31.") from None


def _hour(text: str) -> str:
    try:
        return time.fromisoformat(text.replace(".", ":")).strftime("%H:%M")
    except ValueError:
        raise ValueError("Tulis jam seperti 09:30.") from None


class Proposal(Command):
    """A video call: `date` as 2026-03-31, `time` as 09:30 in the office's zone."""

    date: Annotated[str, AfterValidator(_day)]
    time: Annotated[str, AfterValidator(_hour)]
    url: Annotated[str, AfterValidator(_https)]


class SchedulePage(View):
    page = "task-schedule.html"
    base: str
    dossier: Dossier


@room.page("/t/<token>/jadwal")
def scheduling(token: str) -> SchedulePage:
    at = desk(token, "schedule")
    base = f"/t/{token}"
    return SchedulePage(office=at.case.office, base=base, dossier=dossier(at, base))


@scheduling.accepts(Proposal)
def scheduled(said: Proposal, token: str) -> str:
    if repeated(token, said.nonce):
        return recorded(token)
    at = desk(token, "schedule")
    decide(at, "dijadwalkan", said.nonce, meeting=_meeting(said, at), wish="")
    return recorded(token)


def _meeting(said: Proposal, at: Desk) -> Meeting:
    zone = ZoneInfo(all_offices()[at.case.office].zone)
    starts = datetime.combine(date.fromisoformat(said.date), time.fromisoformat(said.time), zone)
    if not world().now() < starts < world().now() + AHEAD:
        raise Invalid({"date": "Pilih waktu yang akan datang, paling lama 60 hari dari sekarang."})
    return Meeting(starts, LENGTH, said.url, sequence=at.case.rounds)
