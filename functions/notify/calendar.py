"""The video call as a calendar file (RFC 5545), which any mail program can keep."""

from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event, vCalAddress

from functions.core.facts import Meeting
from functions.core.office import Office


def invitation(case_id: str, office: Office, meeting: Meeting, now: datetime) -> bytes:
    event = _event(case_id, office, meeting, meeting.sequence, now)
    event.add("description", "Siapkan dokumen asli di dekat kamera.")
    event.add("location", meeting.url)
    return _calendar(event, "PUBLISH")


def cancellation(case_id: str, office: Office, former: Meeting, now: datetime) -> bytes:
    """It takes the call out of the calendar that has kept its invitation."""
    event = _event(case_id, office, former, former.sequence + 1, now)
    event.add("status", "CANCELLED")
    return _calendar(event, "CANCEL")


def _event(
    case_id: str, office: Office, meeting: Meeting, sequence: int, now: datetime
) -> Event:  # fmt: skip
    """All calls of a case are one entry, of which the file of the highest sequence counts."""
    event = Event()
    event.add("uid", f"{case_id}@{office.id}.loket")
    event.add("sequence", sequence)
    event.add("dtstamp", now)
    starts = meeting.starts.astimezone(UTC)
    event.add("dtstart", starts)
    event.add("dtend", starts + timedelta(minutes=meeting.minutes))
    event.add("summary", f"Verifikasi dokumen {case_id} oleh {office.name}")
    event.add("organizer", vCalAddress(f"mailto:{office.email}"))
    return event


def _calendar(event: Event, method: str) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Loket//ID")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add_component(event)
    return bytes(calendar.to_ical())
