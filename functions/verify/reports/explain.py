"""Why it came to a deviation: written once, by whoever has to account for it."""

from dataclasses import dataclass

from functions.core.accounting import Explanation
from functions.core.answers import words
from functions.core.case import Case
from functions.core.change import change
from functions.core.deviation import Deviated
from functions.core.errors import Invalid, NotAllowed, NotFound
from functions.core.facts import Actor
from functions.core.month import month_of
from functions.core.officer import Officer, names_of
from functions.core.sop import HEAD, Sop
from functions.offices import all_offices
from functions.verify.reports.deviations import Line, deviations_in, line
from functions.verify.rights import demand_anothers, roles_of, today
from functions.verify.room import room, signed_in, theirs
from functions.web.answer import View
from functions.web.body import Command
from functions.world import world

SHORTEST = 10
WHY = "Tulis penjelasan, sekurang-kurangnya 10 karakter."


class Reason(Command):
    text: str = ""


class ExplainPage(View):
    page = "explain.html"
    month: str
    line: Line


@dataclass(frozen=True)
class Owed:
    """An officer before a deviation that is theirs to explain."""

    case: Case
    found: Deviated
    officer: Officer


@room.page("/penyimpangan/jelaskan/<number>/<event>")
def explaining(number: str, event: str) -> ExplainPage:
    owed = _owed(number, event)
    case = owed.case
    names = names_of(world().staff.everybody(case.office))
    shown = line(owed.found, case, owed.officer, names)
    return ExplainPage(office=case.office, month=_month(owed), line=shown)


@explaining.accepts(Reason)
def explained(said: Reason, number: str, event: str) -> str:
    owed = _owed(number, event)
    if not owed.case.heard(said.nonce):
        why = explanation(said.text, owed.officer)
        by, of = acting_in(owed.found.sop, owed.officer), owed.found.event.seq

        def verb(case: Case) -> Case:
            return case.explain(of, by, why, nonce=said.nonce)

        change(world().cases, number, verb, owed.officer)
    return f"/penyimpangan/{_month(owed)}?saring=saya"


def explanation(text: str, officer: Officer) -> Explanation:
    """In the officer's words, or Invalid."""
    said = words("text", text, asked=WHY)
    if len(said) < SHORTEST:
        raise Invalid({"text": WHY})
    return Explanation(said, officer.id, officer.name, world().now())


def acting_in(sop: Sop, officer: Officer) -> Actor:
    """The officer in their role in this service; the head needs none."""
    role = next((role for role in roles_of(officer) if role in sop.roles), HEAD)
    return Actor(officer.id, role, officer.style_as(role, today(officer.office)))


def _owed(number: str, event: str) -> Owed:
    """NotFound for what is no deviation; NotAllowed for whoever has not to account for it."""
    officer = signed_in()
    whole = theirs(officer, number)
    case = whole.case
    found = next((one for one in deviations_in(whole) if str(one.event.seq) == event), None)
    if found is None:
        raise NotFound
    if not found.may_be_explained_by(officer, roles_of(officer)):
        raise NotAllowed
    demand_anothers(case, officer)
    return Owed(case, found, officer)


def _month(owed: Owed) -> str:
    return month_of(all_offices()[owed.case.office], owed.found.event.at)
