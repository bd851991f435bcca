"""The people for whom one application asks accounts: how many, and whose."""

from typing import Literal

from pydantic import BaseModel

from functions.core.case import Case
from functions.core.change import change
from functions.core.completeness import section_done
from functions.core.errors import NotFound
from functions.core.people import holders_of
from functions.core.sop import Sop
from functions.register.room import acting, applicant, at_kind, room
from functions.sops import sop_of
from functions.web.answer import View
from functions.web.body import Command
from functions.world import world

MAY = {"tambah": ("apply",), "hapus": ("apply", "complete")}
"""At which kinds of step somebody may be added, or left out."""


class Person(BaseModel):
    id: str
    name: str
    href: str
    done: bool


class PeoplePage(View):
    page = "people.html"
    back: str
    number: str
    title: str
    most: int
    adding: bool
    people: list[Person]


class Change(Command):
    """`holder`: who is left out, when removing."""

    act: Literal["tambah", "hapus"]
    holder: str = ""


@room.page("/p/<token>/pemegang")
def people(token: str) -> PeoplePage:
    case, sop = applicant(token)
    at_kind(case, sop, *MAY["hapus"])
    if sop.holders is None:
        raise NotFound
    return PeoplePage(
        office=case.office,
        back=f"/p/{token}",
        number=case.id,
        title=sop.holders.title,
        most=sop.holders.most,
        adding=bool(case.here and sop.step(case.here.id).kind in MAY["tambah"]),
        people=[
            Person(
                id=p.id,
                name=p.name,
                href=f"/p/{token}/data/{p.id}",
                done=_known(case, sop, p.id),
            )
            for p in holders_of(case, sop)
        ],
    )


@people.accepts(Change)
def changed(said: Change, token: str) -> str:
    case, _ = applicant(token)
    if case.heard(said.nonce):
        return f"/p/{token}/pemegang"
    change(world().cases, case.id, lambda c: _change(c, said))
    return f"/p/{token}/pemegang"


def _change(case: Case, said: Change) -> Case:
    sop, now = sop_of(case), world().now()
    at_kind(case, sop, *MAY[said.act])
    if sop.holders is None or (said.act == "hapus" and said.holder not in case.holders):
        raise NotFound
    if said.act == "tambah":
        return case.with_holder(acting(sop), sop.holders.most, now, nonce=said.nonce)
    return case.without_holder(acting(sop), said.holder, now, nonce=said.nonce)


def _known(case: Case, sop: Sop, holder: str) -> bool:
    section = sop.section(holder)
    return section is not None and section_done(case, section)
