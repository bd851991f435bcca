"""A whole case before an officer of its service, whether it is open or closed."""

from dataclasses import dataclass

from functions.core.case import Case
from functions.core.errors import NotAllowed, NotFound
from functions.core.facts import Actor
from functions.core.number import tidy
from functions.core.officer import Officer
from functions.core.records import Whole
from functions.core.sop import Sop
from functions.sops import sop_of
from functions.verify.rights import demand_anothers, readers, today
from functions.verify.room import filed, signed_in, task_of

LONGEST = 40


@dataclass(frozen=True)
class Folder:
    """`roles`: those that open the case to the officer; never none."""

    whole: Whole
    sop: Sop
    officer: Officer
    roles: tuple[str, ...]

    @property
    def case(self) -> Case:
        return self.whole.case

    @property
    def base(self) -> str:
        return address(self.case.id)

    @property
    def task(self) -> str:
        """Where the case waits for this officer; "" if it does not."""
        here = self.case.here
        if here is None or not self.sop.step(here.id).roles & {*self.roles}:
            return ""
        return f"/tugas/{task_of(self.case.id, here.round)}"

    @property
    def actor(self) -> Actor:
        role = self.roles[0]
        style = self.officer.style_as(role, today(self.case.office))
        return Actor(self.officer.id, role, style)


def address(case_id: str) -> str:
    return f"/berkas/{case_id}"


def folder(number: str) -> Folder:
    """The case of this number, if it is the officer's to read, and there is anything to read."""
    at = filed_folder(number)
    at.case.demand_unerased()
    return at


def filed_folder(number: str) -> Folder:
    """The same, erased or not."""
    officer = signed_in()
    case_id = tidy(number[:LONGEST])
    if not case_id:
        raise NotFound
    whole = filed(officer, case_id)
    sop = sop_of(whole.case)
    roles = readers(officer, sop)
    if not roles:
        raise NotAllowed
    demand_anothers(whole.case, officer)
    return Folder(whole, sop, officer, roles)
