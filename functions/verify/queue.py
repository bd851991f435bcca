"""My queue: what waits for this officer, the earliest due first."""

from datetime import datetime
from urllib.parse import urlencode

from pydantic import BaseModel

from functions.core.backlog import task_in
from functions.core.dates import span_between
from functions.core.form import Option
from functions.core.officer import Officer
from functions.core.records import Sift, Waiting, seen_by
from functions.offices import all_offices
from functions.sops import duties_of, sop_at
from functions.verify.rights import roles_of
from functions.verify.room import room, signed_in, task_of
from functions.web.answer import View
from functions.web.titles import title
from functions.web.views import is_estimated
from functions.world import world

SIFTS = {
    "": "Semua",
    "terlambat": "Terlambat",
    "bebas": "Belum diambil",
    "saya": "Saya ambil",
}

LONGEST = 100
ANY = Option(value="", label="Semua layanan")


class QueueLine(BaseModel):
    """One waiting task; `href`: its page, `turn`: whose it is, `left`: its time in words, `tone`:
    in colour. `task` is "" for a call."""

    number: str
    task: str
    href: str
    name: str
    service: str
    step: str
    turn: str
    since: datetime
    due: datetime | None
    estimated: bool
    left: str
    tone: str


class Queue(View):
    page = "queue.html"
    officer: str
    roles: list[str]
    sifts: list[Option]
    sift: str
    services: list[Option]
    service: str
    lines: list[QueueLine]
    following: str
    pausable: bool


@room.page("/antrean")
def queue() -> Queue:
    """`?saring=`: late, taken by nobody, or mine; `?layanan=`: of one SOP; `?dari=`: from there."""
    officer = signed_in()
    sift, service, start = (room.asked(name)[:LONGEST] for name in ("saring", "layanan", "dari"))
    wanted = Sift(
        until=world().now() if sift == "terlambat" else None,
        hand={"bebas": "", "saya": officer.id}.get(sift),
        sop=service,
    )
    page = world().cases.queue(officer.office, roles_of(officer), start, wanted)
    offered = duties_of(officer.office)
    on = {"saring": sift, "layanan": service, "dari": page.next}
    return Queue(
        office=officer.office,
        officer=officer.name,
        roles=[title(officer.office, role) for role in roles_of(officer)],
        sifts=[Option(value=value, label=label) for value, label in SIFTS.items()],
        sift=sift,
        services=[ANY, *(Option(value=s.id, label=s.service) for s in offered)],
        service=service,
        lines=[_line(w, officer) for w in seen_by(officer, page.lines)],
        following=f"/antrean?{urlencode(on)}" if page.next else "",
        pausable=any(s.pauses for s in offered),
    )


def _line(waiting: Waiting, officer: Officer) -> QueueLine:
    sop = sop_at(waiting.sop, officer.office)
    left, tone = _left(waiting, officer.office)
    task = "" if waiting.is_call else task_of(waiting.case, waiting.round)
    return QueueLine(
        number=waiting.case,
        task=task,
        href=f"/tugas/{task}" if task else f"/berkas/{waiting.case}/telepon",
        name=waiting.name,
        service=sop.service,
        step=task_in(sop, waiting)[0],
        turn=_turn(waiting, officer),
        since=waiting.since,
        due=waiting.due,
        estimated=is_estimated(sop, waiting),
        left=left,
        tone=tone,
    )


def _turn(waiting: Waiting, officer: Officer) -> str:
    if waiting.hand is None:
        return "Belum diambil"
    return "Anda" if waiting.hand.id == officer.id else waiting.hand.name


def _left(waiting: Waiting, office: str) -> tuple[str, str]:
    """What is left of its time, and how pressing that is: half of it gone is worth a look."""
    now = world().now()
    if waiting.due is None:
        return "Tanpa batas waktu", "neutral"
    if waiting.due < now:
        return f"Terlambat {span_between(waiting.due, now)}", "bad"
    half = all_offices()[office].calendar.halfway(waiting.since, waiting.due)
    return f"Sisa {span_between(now, waiting.due)}", "wait" if half < now else "good"
