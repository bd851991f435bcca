"""The people for whom a visitor's application asks accounts."""

from functions.core.case import Case
from functions.core.place import at_kind
from functions.sops import sop_of
from functions.verify.counter.place import Counter, act, counter
from functions.verify.room import room
from functions.web.people import Change, PeoplePage, people_page, regrouped
from functions.world import world


@room.page("/loket/<number>/pemegang")
def people(number: str) -> PeoplePage:
    at = counter(number, "apply")
    return people_page(at.case, at.sop, at.base, f"{at.base}#bagian-", adding=True)


@people.accepts(Change)
def changed(said: Change, number: str) -> str:
    at = counter(number)
    if not at.case.heard(said.nonce):
        act(at, lambda case: _change(case, at, said))
    return f"{at.base}/pemegang"


def _change(case: Case, at: Counter, said: Change) -> Case:
    sop = sop_of(case)
    at_kind(case, sop, "apply")
    return regrouped(case, sop, at.actor, said, world().now())
