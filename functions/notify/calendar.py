"""The video call as a calendar file (RFC 5545), which any mail program can keep."""

from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event, vCalAddress

from functions.core.case import Case
from functions.core.facts import Meeting
from functions.core.office import Office


def invitation(case: Case, meeting: Meeting, office: Office, now: datetime) -> bytes:
    event = Event()
    event.add("uid", f"{case.id}@{office.id}.loket")
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", now)
    starts = meeting.starts.astimezone(UTC)
    event.add("dtstart", starts)
    event.add("dtend", starts + timedelta(minutes=meeting.minutes))
    event.add("summary", f"Verifikasi dokumen {case.id} oleh {office.name}")
    event.add("description", "Siapkan dokumen asli di dekat kamera.")
    event.add("location", meeting.url)
    event.add("organizer", vCalAddress(f"mailto:{office.email}"))
    calendar = Calendar()
    calendar.add("prodid", "-//Loket//ID")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
