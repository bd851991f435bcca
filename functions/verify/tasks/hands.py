"""A task that several may do: taken up by one, given back, or handed to a colleague."""

from typing import Literal

from functions.core.case import Case
from functions.core.errors import Invalid
from functions.core.facts import Hand
from functions.core.form import Option
from functions.core.officer import acting, apart_from
from functions.verify.rights import today
from functions.verify.room import Desk, act, desk, repeated, room
from functions.web.answer import View
from functions.web.body import Command
from functions.world import world

WHO = "Pilih petugas yang melanjutkan."


class Handing(Command):
    """`to`: a colleague's id, to hand the task over. `seen`: whom one takes it over from."""

    act: Literal["ambil", "kembalikan", "serahkan"]
    to: str = ""
    seen: str = ""


class HandsPage(View):
    page = "task-hands.html"
    base: str
    number: str
    step: str
    holder: str
    seen: str
    mine: bool
    colleagues: list[Option]


@room.page("/tugas/<task>/pelaksana")
def hands(task: str) -> HandsPage:
    at = desk(task)
    hand = at.here.hand
    return HandsPage(
        office=at.case.office,
        base=at.base,
        number=at.case.id,
        step=at.step.title,
        holder=hand.name if hand else "",
        seen=hand.id if hand else "",
        mine=hand == at.hand,
        colleagues=[Option(value=c.id, label=c.name) for c in _colleagues(at)],
    )


@hands.accepts(Handing)
def handed(said: Handing, task: str) -> str:
    after = "/antrean" if said.act == "serahkan" else f"/tugas/{task}"
    if repeated(task, said.nonce):
        return after
    at = desk(task)
    chosen = {c.id: Hand(c.id, c.name) for c in _colleagues(at)}
    if said.act == "serahkan" and said.to not in chosen:
        raise Invalid({"to": WHO})
    now = world().now()

    def verb(case: Case) -> Case:
        if said.act == "ambil":
            return case.take(at.hand, now, seen=said.seen, nonce=said.nonce)
        if said.act == "kembalikan":
            return case.give_back(at.actor, now, nonce=said.nonce)
        return case.hand_to(chosen[said.to], at.officer.id, now, nonce=said.nonce)

    act(at, verb)
    return after


def _colleagues(at: Desk) -> list[Hand]:
    """Who else may do it today."""
    office = at.case.office
    roles = at.step.roles - {at.sop.applicant}
    staff = apart_from(world().staff.everybody(office), at.case.barred)
    able = {o.id: o.name for role in roles for o in acting(staff, role, today(office))}
    return [Hand(id_, name) for id_, name in sorted(able.items()) if id_ != at.officer.id]
