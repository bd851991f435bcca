"""The directory of an office's staff, as its keepers see and change it."""

from functions.core.officer import Officer
from tests.desk.browser import program
from tests.desk.office import SITI, Desk

STAF = "batang/budi@/staf"
HERS = "batang/budi@/staf/orang/siti"
LINE = {"name": SITI.name, "email": SITI.email, "role": {"verifikator": "ya"}, "active": "ya"}


def now(desk: Desk, officer: str = "siti", office: str = "batang") -> Officer:
    found: Officer = desk.world.staff.presence(office, officer).officer
    return found


def listed(path: str) -> dict[str, dict[str, object]]:
    return {person["id"]: person for person in program("GET", path).view["people"]}


def refused(desk: Desk, path: str, fields: dict[str, object], field: str) -> str:
    """What is said beside the field; nothing is kept."""
    before = desk.state()
    answer = program("POST", path, fields)
    assert answer.status == 422, answer.body
    assert desk.state() == before
    return str(answer.view["problems"][field])
