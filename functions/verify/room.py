"""The officers' room: its routes, who is signed in, and before which task."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from functions.core.case import Case
from functions.core.change import change
from functions.core.errors import Decided, Gone, NotAllowed, NotFound, NotNow, SignedOut
from functions.core.facts import Actor, Claim, Hand, OpenStep
from functions.core.officer import Officer
from functions.core.records import Whole
from functions.core.rules import recallers
from functions.core.sop import Sop
from functions.core.step import Step
from functions.sops import sop_of
from functions.verify.rights import demand_anothers, roles_of, today
from functions.web import session
from functions.web.answer import Outside
from functions.web.room import Room
from functions.world import world

TASK = re.compile(r"([A-Z0-9-]{8,24})\.([0-9]{1,6})")
"""A case's number and the round of its wait, such as BTG-7K3M-9Q2X.3."""
DONE = "Tugas ini sudah selesai dikerjakan atau dialihkan."


def _outside() -> Outside:
    return Outside(world().site, world().uploads, world().token, world().shows)


room = Room(_outside)


@dataclass(frozen=True)
class Desk:
    """An officer before one open task."""

    whole: Whole
    sop: Sop
    step: Step
    here: OpenStep
    officer: Officer
    role: str
    style: str

    @property
    def case(self) -> Case:
        return self.whole.case

    @property
    def actor(self) -> Actor:
        return Actor(self.officer.id, self.role, self.style)

    @property
    def stead(self) -> str:
        """Style and name of an officer who acts in another's stead."""
        return f"{self.style} {self.officer.name}" if self.style else ""

    @property
    def hand(self) -> Hand:
        return Hand(self.officer.id, self.officer.name)

    @property
    def base(self) -> str:
        return f"/tugas/{task_of(self.case.id, self.here.round)}"


def task_of(case_id: str, round: int) -> str:
    """How an address names one wait of a case."""
    return f"{case_id}.{round}"


def signed_in() -> Officer:
    """The officer whose session the request shows, or SignedOut."""
    shown = session.kept(room.resolver.current_event)
    if shown is None:
        raise SignedOut
    try:
        presence = world().staff.presence(shown.office, shown.officer)
    except NotAllowed:
        raise SignedOut from None
    officer = presence.officer
    known = presence.knows(shown.hash(world().epoch), world().now())
    if not known or not officer.serves(today(officer.office)):
        raise SignedOut
    room.visited_by(officer.name)
    return officer


def desk(task: str, *kinds: str) -> Desk:
    """The open task, if it is this officer's to do, and of one of `kinds`."""
    at = _before(task, lambda _, step: step.roles)
    if kinds and at.step.kind not in kinds:
        raise NotNow
    if at.step.kinds.apart:
        at.case.notification.demand_apart(at.officer.id, at.step.kinds.apart)
    return at


def returned(task: str) -> Desk:
    """The applicant's wait that a return led to, if it is this officer's to take back."""
    return _before(task, recallers)


def _before(task: str, roles: Callable[[Sop, Step], frozenset[str]]) -> Desk:
    officer = signed_in()
    case_id, round_ = place_of(task)
    whole = theirs(officer, case_id)
    case, sop = whole.case, sop_of(whole.case)
    if case.here is None or case.here.round != round_:
        raise Gone(DONE)
    step = sop.step(case.here.id)
    role = _role(officer, roles(sop, step))
    demand_anothers(case, officer)
    style = officer.style_as(role, today(case.office))
    return Desk(whole, sop, step, case.here, officer, role, style)


def theirs(officer: Officer, case_id: str) -> Whole:
    """A case of the officer's own office; no other one is there for them, and none erased."""
    whole = filed(officer, case_id)
    whole.case.demand_unerased()
    return whole


def filed(officer: Officer, case_id: str) -> Whole:
    """The same, erased or not; never one that complains about the officer."""
    whole = _at_office(officer, case_id)
    if officer.id in whole.case.barred:
        raise NotFound
    return whole


def repeated(task: str, nonce: str) -> bool:
    """Whether this very request was already acted on: the same click, come twice. Whoever said by
    it that the case is about them is answered as the first time."""
    return _at_office(signed_in(), place_of(task)[0]).case.heard(nonce)


def decide(
    at: Desk, outcome: str, nonce: str, claims: Iterable[Claim] = (), **brought: Any
) -> None:
    """Record the officer's decision on the task that they saw: on that wait and no later one."""
    now, held = world().now(), list(claims)

    def verb(case: Case) -> Case:
        done = case.decide(
            at.sop, at.actor, outcome, now, round=at.here.round, nonce=nonce, **brought
        )
        return done.claim(*held)

    change(world().cases, at.case.id, verb, at.officer)


def act(at: Desk, verb: Callable[[Case], Case]) -> None:
    """Anything else that is done at the task, while the case still waits there."""

    def seen(case: Case) -> Case:
        if case.here is None or case.here.round != at.here.round:
            raise Decided
        return verb(case)

    change(world().cases, at.case.id, seen, at.officer)


def recorded(task: str) -> str:
    return f"/tugas/{task}/tercatat"


def place_of(task: str) -> tuple[str, int]:
    """Case and round of a task's name."""
    found = TASK.fullmatch(task)
    if not found:
        raise NotFound
    return found[1], int(found[2])


def _at_office(officer: Officer, case_id: str) -> Whole:
    if not case_id:
        raise NotFound
    whole = world().cases.whole(case_id)
    if whole.case.office != officer.office:
        raise NotFound
    return whole


def _role(officer: Officer, wanted: frozenset[str]) -> str:
    """The role in which the officer does it."""
    roles = [role for role in roles_of(officer) if role in wanted]
    if not roles:
        raise NotAllowed
    return roles[0]
