"""Kind "rights": somebody asks for a copy, a correction or the erasure of the data on them."""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, model_validator

from functions.core.extent import choosable, likely, others_nik
from functions.core.form import FormField
from functions.core.own_data import (
    COPY,
    CORRECTION,
    ERASURE,
    MAILBOX,
    NIK,
    PERSON,
    SORT,
    correctable,
    kept_because,
    reaches,
)
from functions.offices import all_offices
from functions.verify.rights import readers
from functions.verify.room import Desk, decide, desk, recorded, repeated, room
from functions.verify.tasks.dossier import Dossier, dossier
from functions.verify.tasks.fulfilment import (
    PART,
    VALUE,
    Held,
    fulfil,
    held_about,
    is_left,
    is_named,
    mark_of,
)
from functions.verify.tasks.refusal import Refusal, refused
from functions.web.answer import View
from functions.web.body import folded
from functions.web.looks import called
from functions.web.own_data import Kind, held

MET = "dipenuhi"
ANOTHERS = "{label} (NIK-nya lain)"


class Granting(Refusal):
    """`answers`: what is right now, by field, as a form `value.FIELD`; `seen`: of what it was, as
    the page says. `parts`: "ya" for what is on
    whoever did not apply, by "NUMBER.NAME" of a section, a document, or the guest book."""

    outcome: Literal["dipenuhi", "ditolak"]
    answers: dict[str, str] = {}
    seen: str = ""
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
    """One case that is asked about. `name`: whose it is, if no link proved who asks; `file`: its
    whole, if the officer may read it. `elsewhere`: whether the answer goes to another mailbox than
    it has, `renamed`: whether that one was named on the phone, `moved`: whether the answer would go
    where it may not. `kinds`: what a copy would hold, `ticks`: of which the officer is to say what
    is on the person."""

    number: str
    service: str
    name: str
    file: str
    elsewhere: bool
    renamed: bool
    moved: bool
    erased: bool
    kinds: list[Kind]
    ticks: list[Tick]


class GrantPage(View):
    """`fields`: what may be corrected, `seen`: of what it is now; `against`: why it cannot be
    erased; `begun`: an officer set about it, and it is to be finished; `others`: whether it
    holds more than is on whoever asks; `left`: whether there is anything to be done still."""

    page = "task-rights.html"
    base: str
    dossier: Dossier
    sort: str
    about: list[About]
    fields: list[FormField]
    seen: str
    against: str
    begun: bool
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
    held_about(at)
    if said.outcome != MET:
        return refused(said, at, "data-pribadi", _page) or recorded(task)
    disclosure = fulfil(at, said.answers, said.parts, said.seen)
    decide(at, said.outcome, said.nonce, disclosure=disclosure)
    return recorded(task)


def _page(at: Desk) -> GrantPage:
    cases, sort = held_about(at), at.case.answers[SORT]
    against = " ".join(kept_because(one.case, one.sop) for one in cases if sort == ERASURE)
    asked, known = _correction(cases[0], at) if sort == CORRECTION else ([], {})
    return GrantPage(
        office=at.case.office,
        base=at.base,
        dossier=dossier(at),
        sort=sort,
        about=[_about(one, at) for one in cases],
        fields=asked,
        seen=mark_of(cases[0].case) if asked else "",
        against=against,
        begun=at.here.touched,
        others=is_named(at.case),
        left=any(is_left(one, at) for one in cases),
        given=known | ({"message": against} if against else {}),
    )


def _correction(one: Held, at: Desk) -> tuple[list[FormField], dict[str, str]]:
    """What may be put right, and as it is now."""
    named = {f"{VALUE}.{f.id}": f for f in correctable(at.case, one.case, one.sop)}
    fields = [f.model_copy(update={"id": name}) for name, f in named.items()]
    return fields, {name: one.case.answers.get(f.id, "") for name, f in named.items()}


def _about(one: Held, at: Desk) -> About:
    case, sop, copied = one.case, one.sop, at.case.answers[SORT] == COPY
    whole = held(case, sop, all_offices()[case.office]) if copied else []
    return About(
        number=case.id,
        service=sop.service,
        name=sop.known_as(case.answers) if at.case.entered else "",
        file=f"/berkas/{case.id}" if readers(at.officer, sop) else "",
        elsewhere=at.case.entered is not None and case.email != at.case.email,
        renamed=bool(case.moves),
        moved=not reaches(at.case, case),
        erased=case.erased is not None,
        kinds=[] if is_named(at.case) else [part.kind for part in whole],
        ticks=_ticks(one, at.case.answers) if copied and is_named(at.case) else [],
    )


def _ticks(one: Held, said: Mapping[str, str]) -> list[Tick]:
    """What may be on the person; proposed is what repeats what they said of themselves."""
    case, sop, nik = one.case, one.sop, said.get(NIK, "")
    told = [said.get(name, "") for name in (PERSON, MAILBOX)]
    return [
        Tick(
            id=f"{PART}.{case.id}.{name}",
            label=_label(one, name, nik),
            ticked=likely(case, sop, name, told, nik),
        )
        for name in choosable(case, sop)
    ]


def _label(one: Held, name: str, nik: str) -> str:
    label = called(name, one.sop)
    return ANOTHERS.format(label=label) if others_nik(one.case, one.sop, name, nik) else label
