"""Why it came to a deviation: written once, by whoever has to account for it."""

from dataclasses import dataclass

from functions.core.accounting import Explanation
from functions.core.answers import words
from functions.core.case import Case
from functions.core.change import change
from functions.core.deviation import Deviated
from functions.core.errors import Invalid, NotAllowed, NotFound
from functions.core.facts import Actor
from functions.core.history import DEVIATED
from functions.core.ledger import Told
from functions.core.month import month_of
from functions.core.officer import Officer
from functions.core.sop import HEAD, Sop
from functions.offices import all_offices
from functions.sops import sop_of
from functions.verify.reports.deviations import Line, deviated, entries, line
from functions.verify.room import demand_anothers, roles_of, room, signed_in, theirs, today
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
    (entry,) = entries([owed.found], owed.case.office)
    return ExplainPage(
        office=owed.case.office,
        month=_month(owed),
        line=line(owed.found, entry, owed.case, owed.officer),
    )


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
    told = {str(e.seq): e for e in whole.history if e.kind == DEVIATED}
    if event not in told:
        raise NotFound
    found = deviated(Told(case.id, sop_of(case).key, told[event]), case.office)
    if not found.may_be_explained_by(officer, roles_of(officer)):
        raise NotAllowed
    demand_anothers(case, officer)
    return Owed(case, found, officer)


def _month(owed: Owed) -> str:
    return month_of(all_offices()[owed.case.office], owed.found.event.at)
