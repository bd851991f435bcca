"""The office's clock stands still, for a reason that is written down, until it is let go on.

Whoever has the task may stop it; so may any officer of the service, as an absent one cannot.
"""

from collections.abc import Callable
from typing import Literal

from functions.core.answers import words
from functions.core.case import Case
from functions.core.errors import Invalid, NotFound
from functions.core.form import Option
from functions.core.number import tidy
from functions.core.watch import first_look
from functions.offices import all_offices
from functions.sops import services_of, sop_of
from functions.verify.rights import demand_anothers, roles_of, today
from functions.verify.room import Desk, act, desk, repeated, room, signed_in, theirs
from functions.web.answer import View
from functions.web.body import Command
from functions.world import world

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
    causes: list[Option]


@room.page("/tugas/<task>/jeda")
def pausing(task: str) -> PausePage:
    at = _pausable(desk(task))
    paused = at.here.paused is not None
    return PausePage(
        office=at.case.office,
        base=at.base,
        number=at.case.id,
        condition=at.sop.condition,
        causes=[Option(value=c.id, label=c.label) for c in at.sop.pauses],
        paused=paused,
        reason=at.case.pauses[-1].reason if paused else "",
    )


@pausing.accepts(Halt)
def halted(said: Halt, task: str) -> str:
    if not repeated(task, said.nonce):
        _halt(said, _pausable(desk(task)))
    return f"/tugas/{task}"


@room.page("/antrean/jeda")
def pausing_another() -> AnotherPage:
    """For a colleague who is not there."""
    office = signed_in().office
    causes = {c.id: c.label for s in services_of(office) for c in s.pauses}
    if not causes:
        raise NotFound
    options = [Option(value=id_, label=label) for id_, label in causes.items()]
    return AnotherPage(office=office, causes=options)


@pausing_another.accepts(HaltAnother)
def halted_another(said: HaltAnother) -> str:
    at = _found(said)
    if not at.case.heard(said.nonce):
        _halt(said, at)
    return "/antrean"


def _found(said: HaltAnother) -> Desk:
    """The case of this number, if it is at a desk of a service that the officer has a part in."""
    officer = signed_in()
    try:
        whole = theirs(officer, tidy(said.number[:40]))
        here, sop = whole.case.here, sop_of(whole.case)
        roles = [role for role in roles_of(officer) if role in sop.roles]
        if here is None or not roles:
            raise NotFound
        demand_anothers(whole.case, officer)
        style = officer.style_as(roles[0], today(officer.office))
        return _pausable(Desk(whole, sop, sop.step(here.id), here, officer, roles[0], style))
    except NotFound:
        raise Invalid({"number": NO_SUCH}) from None


def _halt(said: Halt, at: Desk) -> None:
    act(at, _pause(said, at) if said.act == "jeda" else _resume(said, at))


def _pause(said: Halt, at: Desk) -> Callable[[Case], Case]:
    if said.cause not in {c.id for c in at.sop.pauses}:
        raise Invalid({"cause": "Pilih salah satu."})
    reason = words("reason", said.reason, longest=300, asked=WHY)
    now = world().now()
    return lambda case: case.pause(at.actor, said.cause, reason, now, nonce=said.nonce)


def _resume(said: Halt, at: Desk) -> Callable[[Case], Case]:
    now = world().now()
    office = all_offices()[at.case.office]

    def verb(case: Case) -> Case:
        due = office.resumed(at.sop, case.here, now) if case.here else None
        look = first_look(office.calendar, at.step, now, due)
        return case.resume(at.actor, due, look, now, nonce=said.nonce)

    return verb


def _pausable(at: Desk) -> Desk:
    if not at.sop.pauses or at.here.by == at.sop.applicant:
        raise NotFound
    return at
