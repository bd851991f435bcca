"""The office's clock stands still, for a reason that is written down, until it is let go on.

Whoever has the task may stop it; so may any officer of the service, as an absent one cannot.
"""

from collections.abc import Callable
from typing import Literal

from functions.core.answers import words
from functions.core.case import Case
from functions.core.change import change
from functions.core.errors import Decided, Invalid, NotFound
from functions.core.form import Option
from functions.core.number import tidy
from functions.offices import all_offices
from functions.sops import services, sop_of
from functions.verify.queue import officer_of
from functions.verify.room import Desk, demand_anothers, desk, repeated, room
from functions.web.answer import View
from functions.web.body import Command
from functions.world import world

Verb = Callable[[Case], Case]
WHY = "Tulis alasannya; pemohon akan membacanya."
NO_SUCH = "Tidak ada permohonan dengan nomor ini yang waktunya sedang berjalan atau dijeda."


class Halt(Command):
    """`cause`: one of the SOP's; `reason`: in words."""

    act: Literal["jeda", "lanjut"]
    cause: str = ""
    reason: str = ""


class HaltAnother(Halt):
    """`number`: of a case that lies at somebody else's desk."""

    number: str = ""


class PausePage(View):
    page = "task-pause.html"
    base: str
    number: str
    condition: str
    causes: list[Option]
    paused: bool
    reason: str


class AnotherPage(View):
    page = "pause-another.html"
    base: str
    causes: list[Option]


@room.page("/t/<token>/jeda")
def pausing(token: str) -> PausePage:
    at = _pausable(desk(token))
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
    if not repeated(token, said.nonce):
        _halt(said, _pausable(desk(token)))
    return f"/t/{token}"


@room.page("/antrean/<token>/jeda")
def pausing_another(token: str) -> AnotherPage:
    """For a colleague who is not there."""
    office = officer_of(token).office
    causes = {c.id: c.label for s in services() if s.office == office for c in s.pauses}
    if not causes:
        raise NotFound
    options = [Option(value=id_, label=label) for id_, label in causes.items()]
    return AnotherPage(office=office, base=f"/antrean/{token}", causes=options)


@pausing_another.accepts(HaltAnother)
def halted_another(said: HaltAnother, token: str) -> str:
    at = _found(said, token)
    if not at.case.heard(said.nonce):
        _halt(said, at)
    return f"/antrean/{token}"


def _found(said: HaltAnother, token: str) -> Desk:
    """The case of this number, if it is at a desk of a service that the officer has a part in."""
    officer = officer_of(token)
    try:
        case = world().cases.get(tidy(said.number[:40]))
        sop = sop_of(case)
        roles = [role for role in officer.roles if role in sop.roles]
        if case.here is None or case.office != officer.office or not roles:
            raise NotFound
        demand_anothers(case, officer)
        step = sop.step(case.here.id)
        return _pausable(Desk(case, sop, step, case.here, officer, roles[0]))
    except NotFound:
        raise Invalid({"number": NO_SUCH}) from None


def _halt(said: Halt, at: Desk) -> None:
    verb = _pause(said, at) if said.act == "jeda" else _resume(said, at)

    def seen(case: Case) -> Case:
        if case.here is None or case.here.round != at.here.round:
            raise Decided
        return verb(case)

    change(world().cases, at.case.id, seen, at.on_duty)


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


def _pausable(at: Desk) -> Desk:
    if not at.sop.pauses or at.here.by == at.sop.applicant:
        raise NotFound
    return at
