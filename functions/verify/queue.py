"""An officer's queue, oldest due first; each task opens by a link to the officer's mailbox."""

from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel

from functions.core.answers import mailbox
from functions.core.errors import NotFound
from functions.core.facts import Letter, Officer
from functions.core.ports import Waiting
from functions.offices import all_offices
from functions.sops import all_sops, services
from functions.verify.room import link_of, room
from functions.web.answer import View
from functions.web.body import Command
from functions.world import world


class Identification(Command):
    email: Annotated[str, AfterValidator(mailbox)]


class Door(View):
    page = "officer-door.html"


class QueueMailSent(View):
    page = "officer-mail-sent.html"


@room.page("/petugas")
def door() -> Door:
    return Door()


@door.accepts(Identification)
def identified(said: Identification) -> str:
    """The link to the queue goes to the officer's mailbox; nobody learns who is an officer."""
    for office in all_offices():
        for officer in world().staff.everybody(office):
            if officer.active and officer.email == said.email:
                letter = Letter("antrean", "officer", officer.id)
                world().outbox.post(f"desk#{office}", letter, world().now())
    return "/petugas/terkirim"


@room.page("/petugas/terkirim")
def mail_sent() -> QueueMailSent:
    return QueueMailSent()


class QueueLine(BaseModel):
    """One waiting task; `late`: its due time has passed."""

    number: str
    service: str
    step: str
    since: datetime
    due: datetime | None
    late: bool


class Queue(View):
    page = "queue.html"
    base: str
    officer: str
    lines: list[QueueLine]
    pausable: bool


@room.page("/antrean/<token>")
def queue(token: str) -> Queue:
    officer = officer_of(token)
    waiting = world().cases.queue(officer.office, officer.roles)
    lines = [_line(w) for w in waiting]
    return Queue(
        office=officer.office,
        base=f"/antrean/{token}",
        officer=officer.name,
        lines=lines,
        pausable=any(s.pauses for s in services() if s.office == officer.office),
    )


class TaskLink(View):
    page = "task-link.html"
    base: str
    number: str
    sent: bool = False


class Ask(Command):
    """Nothing more than the wish itself."""


@room.page("/antrean/<token>/tugas/<case_id>")
def task_link(token: str, case_id: str) -> TaskLink:
    officer = officer_of(token)
    _waiting(officer, case_id)
    return TaskLink(office=officer.office, base=f"/antrean/{token}", number=case_id)


@task_link.accepts(Ask)
def task_link_sent(said: Ask, token: str, case_id: str) -> TaskLink:
    officer = officer_of(token)
    _waiting(officer, case_id)
    here = world().cases.get(case_id).here
    if here is None:
        raise NotFound
    letter = Letter("tugas", "officer", officer.id, here.id, here.round)
    world().outbox.post(case_id, letter, world().now())
    return TaskLink(office=officer.office, base=f"/antrean/{token}", number=case_id, sent=True)


def officer_of(token: str) -> Officer:
    link = link_of(token, "queue")
    return world().staff.get(link.office, link.audience)


def _waiting(officer: Officer, case_id: str) -> Waiting:
    waiting = world().cases.queue(officer.office, officer.roles)
    found = next((w for w in waiting if w.case == case_id), None)
    if found is None:
        raise NotFound
    return found


def _line(waiting: Waiting) -> QueueLine:
    sop = all_sops()[waiting.sop]
    return QueueLine(
        number=waiting.case,
        service=sop.service,
        step=sop.step(waiting.step).title,
        since=waiting.since,
        due=waiting.due,
        late=bool(waiting.due and waiting.due < world().now()),
    )
