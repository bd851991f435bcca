"""An applicant books a time for the video call."""

from datetime import UTC, datetime

from functions.core.booking import slot_of
from tests.desk.browser import Answer
from tests.desk.office import Desk
from tests.desk.people import Vendor

THURSDAY, WEDNESDAY = "2026-03-12T10:00", "2026-03-11T13:30"
TEN = datetime(2026, 3, 12, 3, 0, tzinfo=UTC)


def book(vendor: Vendor, slot: str = THURSDAY, page: str = "/jadwal", **said: str) -> Answer:
    return vendor.do(page, {"slot": slot, "consent": "ya", **said})


def times(vendor: Vendor, slot: str, page: str = "/jadwal") -> list[str]:
    """What the page offers on the day of that time."""
    offer = vendor.look(f"{page}?hari={slot.split('T')[0]}")["offer"]
    return [time["value"] for time in offer["times"]]


def holders(desk: Desk, slot: str) -> tuple[str, ...]:
    """Which cases have this time."""
    starts = datetime.fromisoformat(f"{slot}:00+07:00")
    claim = slot_of("batang", starts)
    found: tuple[str, ...] = desk.world.cases.holding(claim.kind, claim.fingerprint)
    return found


def held(desk: Desk) -> list[str]:
    """Which of Batang's times."""
    return sorted(claim[1] for claim in desk.world.cases.claims if claim[0] == "panggilan-batang")
