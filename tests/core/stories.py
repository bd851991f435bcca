"""Cases of any paper, each step timed as its office times it."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from functions.core.case import Case
from functions.core.facts import Actor, Claim, Letter, Transit
from functions.core.sop import Sop
from functions.core.watch import first_look
from functions.offices import all_offices
from functions.sops import current, sop_of

VENDORS, USERS, UNITS = (
    current(sop_id) for sop_id in ("melawi-akun-spse", "babel-user-id", "kemenperin-ppk")
)


def wib(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=ZoneInfo("Asia/Jakarta"))


MONDAY = wib("03-09T09:00")


def opened(sop: Sop, at: datetime = MONDAY) -> Case:
    return Case.opened("LKT-7K3M-9Q2X", sop, "dewi@satker.test", at, Claim("email", "e" * 40))


def reached(case: Case, at: datetime = MONDAY) -> Case:
    """The workflow reaches the step that the case is on its way to."""
    assert case.transit
    sop, office = sop_of(case), all_offices()[case.office]
    step = sop.step(case.transit.target)
    due = office.due(sop, step, case, at)
    look = None if step.by == sop.applicant else first_look(office.calendar, step, at, due)
    return case.begin(step, case.execution, "token", [Letter(step.kinds.invites)], due, look, at)


def standing(sop: Sop, step: str, at: datetime = MONDAY) -> Case:
    """A case of which nothing is known but that it waits there since `at`."""
    return reached(replace(opened(sop, at), transit=Transit(step, at)), at).settled()


def decided(case: Case, outcome: str, at: datetime = MONDAY, by: str = "", **more: Any) -> Case:
    """Its step is ended by whoever's it is; `by`: the officer, if it matters who."""
    assert case.here
    sop = sop_of(case)
    role = sop.step(case.here.id).by
    return case.decide(sop, Actor(by or role, role), outcome, at, **more)


def went(case: Case, *outcomes: str, at: datetime = MONDAY) -> Case:
    """From step to step, all at the same moment."""
    for outcome in outcomes:
        case = reached(decided(case, outcome, at), at)
    return case


def due(case: Case) -> datetime | None:
    assert case.here
    return case.here.due
