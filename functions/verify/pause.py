"""The office's clock stands still, for a reason that is written down, until it is let go on."""

from collections.abc import Callable
from typing import Literal

from functions.core.answers import words
from functions.core.case import Case
from functions.core.change import change
from functions.core.errors import Decided, Invalid, NotFound
from functions.core.form import Option
from functions.offices import all_offices
from functions.verify.room import Desk, desk, repeated, room
from functions.web.answer import View
from functions.web.body import Command
from functions.world import world

Verb = Callable[[Case], Case]
WHY = "Tulis alasannya; pemohon akan membacanya."


class Halt(Command):
    """`cause`: one of the SOP's; `reason`: in words."""

    act: Literal["jeda", "lanjut"]
    cause: str = ""
    reason: str = ""


class PausePage(View):
    page = "task-pause.html"
    base: str
    number: str
    condition: str
    causes: list[Option]
    paused: bool
    reason: str


@room.page("/t/<token>/jeda")
def pausing(token: str) -> PausePage:
    at = _pausable(token)
    paused = at.here.paused is not None
    return PausePage(
        office=at.case.office,
        base=f"/t/{token}",
        number=at.case.id,
        condition=at.sop.condition,
        causes=[Option(value=c.id, label=c.label) for c in at.sop.pauses],
        paused=paused,
        reason=at.case.pauses[-1].reason if paused else "",
    )


@pausing.accepts(Halt)
def halted(said: Halt, token: str) -> str:
    if repeated(token, said.nonce):
        return f"/t/{token}"
    at = _pausable(token)
    verb = _pause(said, at) if said.act == "jeda" else _resume(said, at)

    def seen(case: Case) -> Case:
        if case.here is None or case.here.round != at.here.round:
            raise Decided
        return verb(case)

    change(world().cases, at.case.id, seen, at.on_duty)
    return f"/t/{token}"


def _pause(said: Halt, at: Desk) -> Verb:
    if said.cause not in {c.id for c in at.sop.pauses}:
        raise Invalid({"cause": "Pilih salah satu."})
    reason = words("reason", said.reason, longest=300, asked=WHY)
    now = world().now()
    return lambda case: case.pause(at.actor, said.cause, reason, now, nonce=said.nonce)


def _resume(said: Halt, at: Desk) -> Verb:
    now = world().now()
    office = all_offices()[at.case.office]

    def verb(case: Case) -> Case:
        due = office.resumed(at.sop, case.here, now) if case.here else None
        return case.resume(at.actor, due, now, nonce=said.nonce)

    return verb


def _pausable(token: str) -> Desk:
    at = desk(token)
    if not at.sop.pauses or at.here.by == at.sop.applicant:
        raise NotFound
    return at
