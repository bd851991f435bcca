"""Kind "rights": somebody asks for a copy, a correction or the erasure of the data on them."""

from typing import Any, Literal

from pydantic import BaseModel, model_validator

from functions.core.extent import choosable, proposed
from functions.core.form import FormField
from functions.core.own_data import (
    COPY,
    CORRECTION,
    ERASURE,
    MAILBOX,
    PERSON,
    SORT,
    correctable,
    kept_because,
)
from functions.offices import all_offices
from functions.verify.rights import readers
from functions.verify.room import Desk, decide, desk, recorded, repeated, room
from functions.verify.tasks.dossier import Dossier, dossier
from functions.verify.tasks.fulfilment import PART, VALUE, Held, fulfil, held_about, is_named
from functions.verify.tasks.refusal import Refusal, refused
from functions.web.answer import View
from functions.web.body import folded
from functions.web.own_data import Part, held

MET = "dipenuhi"


class Granting(Refusal):
    """`answers`: what is right now, by field, as a form `value.FIELD`. `parts`: "ya" for what is on
    whoever did not apply, by "NUMBER.NAME" of a section, a document, or the guest book."""

    outcome: Literal["dipenuhi", "ditolak"]
    answers: dict[str, str] = {}
    parts: dict[str, str] = {}

    @model_validator(mode="before")
    @classmethod
    def _gather(cls, fields: Any) -> Any:
        return folded(folded(fields, "answers", VALUE), "parts", PART)


class Tick(BaseModel):
    id: str
    label: str
    ticked: bool


class About(BaseModel):
    """One case that is asked about. `name`: whose it is, if no link proved who asks; `elsewhere`:
    whether the answer goes to another mailbox than it has. `file`: its whole, if the officer may
    read it; `parts`: what a copy would hold,
    `ticks`: of which the officer is to say what is on the person."""

    number: str
    service: str
    name: str
    file: str
    elsewhere: bool
    erased: bool
    parts: list[Part]
    ticks: list[Tick]


class GrantPage(View):
    """`fields`: what may be corrected; `against`: why it cannot be erased; `others`: whether it
    holds more than is on whoever asks; `left`: whether there is anything to be done still."""

    page = "task-rights.html"
    base: str
    dossier: Dossier
    sort: str
    about: list[About]
    fields: list[FormField]
    against: str
    others: bool
    left: bool


@room.page("/tugas/<task>/data-pribadi")
def granting(task: str) -> GrantPage:
    return _page(desk(task, "rights"))


@granting.accepts(Granting)
def granted(said: Granting, task: str) -> View | str:
    if repeated(task, said.nonce):
        return recorded(task)
    at = desk(task, "rights")
    if said.outcome != MET:
        return refused(said, at, "data-pribadi", _page) or recorded(task)
    disclosed = fulfil(at, said.answers, said.parts)
    decide(at, said.outcome, said.nonce, disclosed=disclosed)
    return recorded(task)


def _page(at: Desk) -> GrantPage:
    cases, sort = held_about(at), at.case.answers[SORT]
    reasons = [kept_because(one.case, one.sop) for one in cases if sort == ERASURE]
    fixed = cases[0] if sort == CORRECTION else None
    fields = correctable(fixed.case, fixed.sop) if fixed else ()
    known = {f"{VALUE}.{f.id}": fixed.case.answers.get(f.id, "") for f in fields if fixed}
    return GrantPage(
        office=at.case.office,
        base=at.base,
        dossier=dossier(at),
        sort=sort,
        about=[_about(one, at) for one in cases],
        fields=[f.model_copy(update={"id": f"{VALUE}.{f.id}"}) for f in fields],
        against=" ".join(reasons),
        others=is_named(at.case),
        left=sort == ERASURE or any(one.case.erased is None for one in cases),
        given={**known, **({"message": " ".join(reasons)} if any(reasons) else {})},
    )


def _about(one: Held, at: Desk) -> About:
    case, sop = one.case, one.sop
    copied, named = at.case.answers[SORT] == COPY, is_named(at.case)
    return About(
        number=case.id,
        service=sop.service,
        name=sop.known_as(case.answers) if at.case.entered else "",
        file=f"/berkas/{case.id}" if readers(at.officer, sop) else "",
        elsewhere=at.case.entered is not None and case.email != at.case.email,
        erased=case.erased is not None,
        parts=held(case, sop, all_offices()[case.office]) if copied and not named else [],
        ticks=_ticks(one, at) if copied and named else [],
    )


def _ticks(one: Held, at: Desk) -> list[Tick]:
    """What may be on the person; proposed is what says their name or mailbox."""
    said = [at.case.answers.get(name, "") for name in (PERSON, MAILBOX)]
    likely = proposed(one.case, one.sop, said)
    return [
        Tick(id=f"{PART}.{one.case.id}.{name}", label=label, ticked=name in likely)
        for name, label in choosable(one.case, one.sop).items()
    ]
