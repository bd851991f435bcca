"""What an officer may do today, and with whose case: never with their own."""

from collections.abc import Iterable
from datetime import date

from functions.core.case import Case
from functions.core.errors import NotAllowed, NotFound
from functions.core.officer import Officer
from functions.core.sop import HEAD, Sop
from functions.offices import all_offices
from functions.world import world


def today(office: str) -> date:
    return all_offices()[office].today(world().now())


def roles_of(officer: Officer) -> tuple[str, ...]:
    """The roles in which the officer may act today."""
    return officer.acts_as(today(officer.office))


def readers(officer: Officer, sop: Sop) -> tuple[str, ...]:
    """The officer's roles that read every case of the service: all its desks', and the head's."""
    reading = {*sop.roles, HEAD} - {sop.applicant}
    return tuple(role for role in roles_of(officer) if role in reading)


def concerns(case: Case, officer: Officer) -> bool:
    """Whether it is about them: who applies or complains, or is complained about, and whose address
    is in the answers."""
    return officer.id in case.barred or officer.email in {case.email, *case.answers.values()}


def demand_anothers(case: Case, officer: Officer) -> None:
    """NotAllowed for whoever it is about; whom it complains about does not hear that it exists."""
    if officer.id in case.barred:
        raise NotFound
    if concerns(case, officer):
        raise NotAllowed


def is_staffs(email: str, office: str) -> bool:
    """Whether it is, or was, the address of somebody who works there."""
    staff = world().staff.everybody(office)
    return email.casefold() in {a.casefold() for o in staff for a in (o.email, o.former) if a}


def calling_place(case: Case) -> str:
    """Where an officer tells what came of the call that is open; "" if none is."""
    return f"/berkas/{case.id}/telepon" if case.call else ""


def sealing(case: Case, sop: Sop, roles: Iterable[str]) -> tuple[str, ...]:
    """Those of the roles that seal passwords in this case, once one of them sealed one."""
    if sop.credential != "sealed" or not case.accounts:
        return ()
    makers = {step.by for step in sop.steps if step.kind == "account"}
    return tuple(role for role in roles if role in makers)
