"""The people for whom one application asks accounts, as both rooms show and change them."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel

from functions.core.case import Case
from functions.core.completeness import section_done
from functions.core.errors import NotFound
from functions.core.facts import Actor
from functions.core.people import holders_of
from functions.core.sop import Sop
from functions.web.answer import View
from functions.web.body import Command


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


def people_page(case: Case, sop: Sop, base: str, section: str, adding: bool) -> PeoplePage:
    """`section`: where each one's section is filled in, up to its id."""
    if sop.holders is None:
        raise NotFound
    return PeoplePage(
        office=case.office,
        back=base,
        number=case.id,
        title=sop.holders.title,
        most=sop.holders.most,
        adding=adding,
        people=[
            Person(id=p.id, name=p.name, href=section + p.id, done=_known(case, sop, p.id))
            for p in holders_of(case, sop)
        ],
    )


def regrouped(case: Case, sop: Sop, by: Actor, said: Change, at: datetime) -> Case:
    """With one more person, or without the one named."""
    if sop.holders is None or (said.act == "hapus" and said.holder not in case.holders):
        raise NotFound
    if said.act == "tambah":
        return case.with_holder(by, sop.holders.most, at, nonce=said.nonce)
    return case.without_holder(by, said.holder, at, nonce=said.nonce)


def _known(case: Case, sop: Sop, holder: str) -> bool:
    section = sop.section(holder)
    return section is not None and section_done(case, section)
