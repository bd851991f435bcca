"""The officers' room: its routes, and who comes in by which link."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from functions.core.case import Case
from functions.core.change import change
from functions.core.errors import Gone, NotAllowed, NotNow
from functions.core.facts import Actor, Claim, Officer, OpenStep
from functions.core.links import Link, opened
from functions.core.sop import Sop
from functions.core.step import Step
from functions.sops import sop_of
from functions.web.answer import Outside
from functions.web.room import Room
from functions.world import world


def _outside() -> Outside:
    return Outside(world().site, world().uploads, world().token)


room = Room(_outside)


@dataclass(frozen=True)
class Desk:
    """An officer before one open task."""

    case: Case
    sop: Sop
    step: Step
    here: OpenStep
    officer: Officer
    role: str

    @property
    def actor(self) -> Actor:
        return Actor(self.officer.id, self.role)

    @property
    def hands_over(self) -> bool:
        """Whether it is this role that seals passwords, and has sealed one."""
        makers = {step.by for step in self.sop.steps if step.kind == "account"}
        sealed = self.sop.credential == "sealed" and bool(self.case.accounts)
        return sealed and self.role in makers

    @property
    def on_duty(self) -> tuple[Officer, str]:
        return self.officer, self.role


def link_of(token: str, purpose: str) -> Link:
    return opened(token, purpose, world().verifier, world().now(), world().epoch)


def desk(token: str, *kinds: str) -> Desk:
    """The task that the officer's link opens, if it is still open and of one of `kinds`."""
    link = link_of(token, "task")
    officer = world().staff.get(link.office, link.audience)
    case = world().cases.get(link.case)
    sop = sop_of(case)
    step = sop.step(link.step)
    role = _role(officer, step, case)
    if case.here is None or (case.here.id, case.here.round) != (link.step, link.round):
        raise Gone("Tugas ini sudah selesai dikerjakan atau dialihkan.")
    if kinds and step.kind not in kinds:
        raise NotNow
    if step.kinds.apart:
        case.notification.demand_apart(officer.id, step.kinds.apart)
    return Desk(case, sop, step, case.here, officer, role)


def repeated(token: str, nonce: str) -> bool:
    """Whether this very request was already acted on: the same click, come twice."""
    return world().cases.get(link_of(token, "task").case).heard(nonce)


def _role(officer: Officer, step: Step, case: Case) -> str:
    """The role in which the officer works on the step; nobody decides their own case."""
    roles = [role for role in officer.roles if role in step.roles]
    if not roles or officer.office != case.office:
        raise NotAllowed
    demand_anothers(case, officer)
    return roles[0]


def demand_anothers(case: Case, officer: Officer) -> None:
    """NotAllowed for whoever it is about: who applies, and whose address is in the answers."""
    if officer.email in {case.email, *case.answers.values()}:
        raise NotAllowed


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

    change(world().cases, at.case.id, verb, at.on_duty)


def recorded(token: str) -> str:
    return f"/t/{token}/tercatat"
