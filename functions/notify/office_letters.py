"""Letters to an officer about no one case: a code, a digest, the directory's news."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from functions.core.backlog import task_in
from functions.core.errors import NotAllowed, NotFound
from functions.core.facts import Letter
from functions.core.office import Office
from functions.core.officer import Officer, acting
from functions.core.ports import Message
from functions.core.presence import code_print, fresh_code
from functions.core.records import Waiting, seen_by
from functions.core.staff import FORMER, MOVED, change_presence
from functions.core.watch import chain
from functions.notify.staff_letters import decree, standing_in
from functions.offices import all_offices
from functions.sops import all_sops, duties_of, sop_at
from functions.web.letters import render
from functions.web.views import is_estimated
from functions.world import world


@dataclass(frozen=True)
class Line:
    """One task of a digest: `turn` says whose it is, `late` that its time is over,
    `estimated` that its due time rests on a date that may still move."""

    number: str
    step: str
    turn: str
    due: datetime | None
    late: bool
    paused: bool
    estimated: bool


def compose_for_office(office_id: str, letter: Letter) -> Message:
    office = all_offices()[office_id]
    officer = world().staff.presence(office_id, letter.to).officer
    if not officer.serves(office.today(world().now())):
        raise NotAllowed
    text = render(letter.name, _words(letter, office, officer))
    return Message(
        to=officer.former if letter.step == FORMER else officer.email,
        sender=office.sender,
        sender_name=office.name,
        reply_to=office.email,
        subject=text.subject,
        text=text.plain,
        html=text.html,
        attachments={},
        tags={"letter": letter.name},
    )


def _words(letter: Letter, office: Office, officer: Officer) -> dict[str, Any]:
    today = office.today(world().now())
    words = {"office": office, "officer": officer, "site": world().site, "today": today}
    return words | SPEAKS_OF[letter.name](letter, office, officer)


def _code(letter: Letter, office: Office, officer: Officer) -> dict[str, Any]:
    """Six digits, of which the officer's line in the directory keeps a keyed hash alone."""
    code, now, device = fresh_code(world().pick), world().now(), letter.step
    hashed = code_print(world().fingerprints, officer, code, world().epoch)
    change_presence(world().staff, officer, lambda p: p.expecting(hashed, device, now), now)
    return {"code": code}


def _digest(letter: Letter, office: Office, officer: Officer) -> dict[str, Any]:
    """What is late or has used up half of its time: the officer's own, then what lies below."""
    now = world().now()
    roles = officer.acts_as(office.today(now))
    mine = seen_by(officer, world().cases.queue(office.id, roles).lines)
    below = seen_by(officer, world().cases.queue(office.id, _below(office, roles)).lines)
    lines = [
        _line(waiting, office.id, officer, now)
        for waiting in mine
        if _presses(waiting, office, now)
    ]
    lines += [
        _line(waiting, office.id, None, now) for waiting in below if _concerns(waiting, office, now)
    ]
    if not lines:
        raise NotFound
    return {"lines": lines}


def _below(office: Office, roles: Iterable[str]) -> list[str]:
    """The roles whose lateness these hear of."""
    mine = set(roles)
    found = {
        role
        for sop in duties_of(office.id)
        for role in sop.roles
        if role != sop.applicant and mine & {*chain(sop, role)}
    }
    return sorted(found - mine)


def _presses(waiting: Waiting, office: Office, now: datetime) -> bool:
    """Half of its time is over; somebody to be phoned always does."""
    if waiting.is_call:
        return True
    if waiting.due and office.calendar.halfway(waiting.since, waiting.due) <= now:
        return True
    return _is_left(waiting, now)


def _concerns(waiting: Waiting, office: Office, now: datetime) -> bool:
    """What lies below is late, or presses while nobody there may do it."""
    _, by = task_in(all_sops()[waiting.sop], waiting)
    if acting(world().staff.everybody(office.id), by, office.today(now)):
        return _is_left(waiting, now)
    return _presses(waiting, office, now)


def _is_left(waiting: Waiting, now: datetime) -> bool:
    """Late; or paused, or waiting for as long as an applicant might."""
    if waiting.due:
        return waiting.paused or waiting.due <= now
    step = all_sops()[waiting.sop].step(waiting.step)
    return waiting.paused or waiting.since + step.expires.calendar <= now


def _line(waiting: Waiting, office: str, reader: Officer | None, now: datetime) -> Line:
    sop = sop_at(waiting.sop, office)
    title, by = task_in(sop, waiting)
    late = waiting.due is not None and waiting.due < now and not waiting.paused
    moves = is_estimated(sop, waiting)
    return Line(waiting.case, title, _turn(waiting, reader, sop.roles[by]), waiting.due,
                late, waiting.paused, moves)  # fmt: skip


def _turn(waiting: Waiting, reader: Officer | None, title: str) -> str:
    if waiting.hand is None:
        return "belum diambil" if reader else title
    return "Anda" if reader and waiting.hand.id == reader.id else waiting.hand.name


SPEAKS_OF: Mapping[str, Callable[[Letter, Office, Officer], dict[str, Any]]] = {
    "kode": _code,
    "ringkasan": _digest,
    "sk-berakhir": decree,
    "pelimpahan": standing_in,
    MOVED: lambda letter, office, officer: {},
}
