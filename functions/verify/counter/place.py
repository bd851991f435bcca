"""Who works at the counter, and whose application lies there."""

from collections.abc import Callable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from functions.core.case import Case
from functions.core.change import change
from functions.core.counter import Entered, received_at
from functions.core.errors import NotAllowed, NotFound
from functions.core.facts import Actor
from functions.core.officer import Officer
from functions.core.place import at_kind
from functions.core.sop import Sop
from functions.offices import all_offices
from functions.sops import duties_of, services_of, sop_of
from functions.verify.rights import demand_anothers, readers, roles_of
from functions.verify.room import signed_in, theirs
from functions.world import world


@dataclass(frozen=True)
class Counter:
    """An officer before an application that was opened at the counter."""

    case: Case
    sop: Sop
    entered: Entered
    officer: Officer

    @property
    def base(self) -> str:
        return f"/loket/{self.case.id}"

    @property
    def actor(self) -> Actor:
        """The officer, doing for the applicant what is the applicant's to do."""
        return Actor(self.officer.id, self.sop.applicant)


def clerk() -> Officer:
    """The officer who is signed in, if they act in a role of one of the office's services."""
    return _working_by(services_of)


def listener() -> Officer:
    """The officer who is signed in, if they act in any role of an SOP: all of them may be told of
    a complaint."""
    return _working_by(duties_of)


def _working_by(sops: Callable[[str], list[Sop]]) -> Officer:
    officer = signed_in()
    roles = {role for sop in sops(officer.office) for role in sop.roles if role != sop.applicant}
    if not roles & {*roles_of(officer)}:
        raise NotAllowed
    return officer


def entered_by(officer: Officer, day: str, hour: str) -> Entered:
    """What the officer writes down now; `day`, `hour`: when it came to the office, in its zone, ""
    for just now."""
    now, zone = world().now(), ZoneInfo(all_offices()[officer.office].zone)
    return Entered(officer.id, officer.name, now, received_at(day, hour, now, zone))


def counter(number: str, *kinds: str) -> Counter:
    """The application, if it came in over the counter, and waits at a step of one of `kinds`."""
    officer = clerk()
    case = theirs(officer, number).case
    demand_anothers(case, officer)
    sop = sop_of(case)
    if case.entered is None or sop.hears:
        raise NotFound
    if not readers(officer, sop):
        raise NotAllowed
    if kinds:
        at_kind(case, sop, *kinds)
    return Counter(case, sop, case.entered, officer)


def act(at: Counter, verb: Callable[[Case], Case]) -> None:
    """What the officer does for the visitor, never for themselves."""

    def anothers(case: Case) -> Case:
        done = verb(case)
        demand_anothers(done, at.officer)
        return done

    change(world().cases, at.case.id, anothers, at.officer)
