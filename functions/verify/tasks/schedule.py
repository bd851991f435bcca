"""Kind "schedule": propose a video call, at the time that the applicant chose or another."""

import re
from datetime import datetime, timedelta
from typing import Annotated

from pydantic import AfterValidator

from functions.core import when
from functions.core.errors import Invalid, Taken
from functions.core.facts import Meeting
from functions.core.office import Office
from functions.core.slots import ROOM
from functions.offices import all_offices
from functions.verify.room import Desk, decide, desk, recorded, repeated, room
from functions.verify.tasks.dossier import Dossier, dossier
from functions.web.answer import View
from functions.web.body import Command
from functions.web.offer import TAKEN, Offer, offer, value_of
from functions.world import world

AHEAD = timedelta(days=60)


def _https(text: str) -> str:
    link = text.strip()
    if not re.fullmatch(ROOM, link):
        raise ValueError("Tulis tautan lengkap yang diawali https://.")
    return link


class Proposal(Command):
    """A video call: `date` as 2026-03-31, `time` as 09:30 in the office's zone."""

    date: Annotated[str, AfterValidator(lambda text: f"{when.day(text)}")]
    time: Annotated[str, AfterValidator(lambda text: f"{when.hour(text):%H:%M}")]
    url: Annotated[str, AfterValidator(_https)]


class SchedulePage(View):
    """`date`, `time`, `url`: what is proposed if the officer changes nothing."""

    page = "task-schedule.html"
    base: str
    dossier: Dossier
    offer: Offer
    wished: datetime | None
    date: str
    time: str
    url: str


@room.page("/tugas/<task>/jadwal")
def scheduling(task: str) -> SchedulePage:
    at = desk(task, "schedule")
    office, now = _office(at), world().now()
    wished = at.case.asked(now)
    known = value_of(office, wished) if wished else ""
    day, _, hour = (room.asked("waktu") or known).partition("T")
    return SchedulePage(
        office=at.case.office,
        base=at.base,
        dossier=dossier(at),
        offer=offer(office, world().cases, at.case, room.asked("hari") or day, now),
        wished=wished,
        date=day,
        time=hour,
        url=office.slots.calls.url,
    )


@scheduling.accepts(Proposal)
def scheduled(said: Proposal, task: str) -> str:
    if repeated(task, said.nonce):
        return recorded(task)
    at = desk(task, "schedule")
    meeting = _meeting(said, at)
    slots = _office(at).slots.taken_by(meeting.starts)
    try:
        decide(at, "dijadwalkan", said.nonce, meeting=meeting, wish="", wished=None, slots=slots)
    except Taken:
        raise Invalid({"time": TAKEN}) from None
    return recorded(task)


def _meeting(said: Proposal, at: Desk) -> Meeting:
    office = _office(at)
    starts = when.moment(said.date, said.time, office.calendar.zone)
    if not world().now() < starts < world().now() + AHEAD:
        raise Invalid({"date": "Pilih waktu yang akan datang, paling lama 60 hari dari sekarang."})
    return Meeting(starts, office.slots.calls.minutes, said.url, at.case.sequence)


def _office(at: Desk) -> Office:
    return all_offices()[at.case.office]
