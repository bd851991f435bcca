"""How far a case has come, and every address that it then has."""

import re
from collections.abc import Mapping

from functions.complaints.app import handler as complaints
from functions.core.attention import desk as holder
from functions.core.grievance import ATTACHED
from functions.register.app import handler as register
from functions.sops import sop_of
from functions.verify.app import handler as verify
from tests.desk.applicant import WULAN
from tests.desk.complaining import seat_of
from tests.desk.office import STAFF, Desk
from tests.desk.officer import Officer
from tests.desk.people import Vendor, Verifier
from tests.desk.samples import PEOPLE
from tests.desk.walks import GAPS, Batang, Walk

NAMES = {"<section_id>": "usaha", "<month>": "2026-03",
         "<event>": "1", "<period>": "2026-T1", "<leaf>": "1", "<card>": "pengadaan",
         "<officer>": "siti", "<cover>": "verifikator.2026-03-09"}  # fmt: skip


def reach(desk: Desk, stage: str) -> tuple[Vendor, Verifier]:
    """A vendor and an officer of Batang whose case has come to `stage`."""
    walk = Batang(desk).to(stage)
    return walk.applicant, walk.siti


def queue_of(desk: Desk, officer: Officer) -> str:
    return officer.queue


def follow_up_task(desk: Desk, officer: Officer) -> str:
    """The link to the step that no mail leads an officer to: asked for in the queue."""
    return officer.queued


def newest(desk: Desk, room: str, *mailboxes: str) -> str:
    """The token of the newest link to `room` in any of these mailboxes; "" if there is none."""
    sent = [*desk.world.mail.messages, *desk.world.messenger.notes.values()]
    texts = [m.text for m in sent if (getattr(m, "to", "") or m.address) in mailboxes]
    found = re.findall(rf"/{room}/([\w.-]+)", "\n".join(texts))
    return str(found[-1]) if found else ""


def clerk(walk: Walk) -> Officer:
    """Whoever has the case on their desk; else anybody of the office."""
    case, staff = walk.desk.case(), walk.desk.world.staff
    role = holder(case, sop_of(case))
    found = walk.desk.holders(walk.office, role) or staff.everybody(walk.office)
    return Officer(walk.desk, found[0].email)


def addresses(walk: Walk) -> list[str]:
    """Every page of the rooms, with this case's links and names in it."""
    desk = walk.desk
    tokens = {
        "/p": newest(desk, "p", WULAN),
        "/h": newest(desk, "h", *(person["surel"] for person in PEOPLE)),
        "/t": newest(desk, "t", *(officer.email for officer in STAFF.values())),
    }
    case, seat = desk.case(), clerk(walk).seat
    task = f"{case.id}.{case.here.round if case.here else case.rounds}"
    names = {**NAMES, "<task>": task, "<number>": case.id, "<sop_id>": walk.sop,
             "<office>": walk.office, "<name>": next(iter(case.documents), ATTACHED)}  # fmt: skip
    seats = {verify: seat, complaints: seat_of(desk, case)}
    found = []
    for owner, screen in ((room, s) for room in (register, *seats) for s in room.screens):
        room = re.match(r"/\w*", screen.path)
        token = tokens.get(room[0] if room else "", "")
        if token or "<token>" not in screen.path:
            filled = screen.path.replace("<token>", token)
            path = _named(filled, names)
            found += [path, f"{seats[owner]}{path}"] if owner in seats else [path]
    return found


def _named(path: str, names: Mapping[str, str]) -> str:
    return re.sub(r"<\w+>", lambda found: names[found[0]], path)


__all__ = ["GAPS", "addresses", "clerk", "follow_up_task", "newest", "queue_of", "reach"]
