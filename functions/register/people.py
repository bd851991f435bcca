"""The people for whom one application asks accounts: how many, and whose."""

from functions.core.case import Case
from functions.core.change import change
from functions.core.place import at_kind, kind_here
from functions.register.room import acting, applicant, room
from functions.sops import sop_of
from functions.web.people import Change, PeoplePage, people_page, regrouped
from functions.world import world

MAY = {"tambah": ("apply",), "hapus": ("apply", "complete")}
"""At which kinds of step somebody may be added, or left out."""


@room.page("/p/<token>/pemegang")
def people(token: str) -> PeoplePage:
    case, sop = applicant(token)
    at_kind(case, sop, *MAY["hapus"])
    adding = kind_here(case, sop) in MAY["tambah"]
    return people_page(case, sop, f"/p/{token}", f"/p/{token}/data/", adding)


@people.accepts(Change)
def changed(said: Change, token: str) -> str:
    case, _ = applicant(token)
    if case.heard(said.nonce):
        return f"/p/{token}/pemegang"
    change(world().cases, case.id, lambda c: _change(c, said))
    return f"/p/{token}/pemegang"


def _change(case: Case, said: Change) -> Case:
    sop = sop_of(case)
    at_kind(case, sop, *MAY[said.act])
    return regrouped(case, sop, acting(sop), said, world().now())
