"""Kind "rights": somebody asks for a copy, a correction or the erasure of the data on them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Literal

from pydantic import model_validator

from functions.core.case import Case
from functions.core.change import change
from functions.core.errors import Invalid
from functions.core.form import FormField
from functions.core.own_data import (
    ABOUT,
    COPY,
    CORRECTION,
    ERASURE,
    SORT,
    correctable,
    corrected,
    kept_because,
)
from functions.core.sameness import demand_different, shared_values
from functions.core.sop import Sop
from functions.offices import all_offices
from functions.sops import sop_of
from functions.verify.rights import demand_anothers, readers, today
from functions.verify.room import Desk, decide, desk, recorded, repeated, room
from functions.verify.tasks.dossier import Dossier, dossier
from functions.verify.tasks.refusal import Refusal, refused
from functions.web.answer import View
from functions.web.body import folded
from functions.web.own_data import Part, held
from functions.world import world

MET = "dipenuhi"
PREFIX = "value."
UNCHANGED = "Belum ada data yang diubah. Tulis yang benar, atau tolak permintaan ini."


class Granting(Refusal):
    """`answers`: what is right now, by field; as a form, `value.FIELD`."""

    outcome: Literal["dipenuhi", "ditolak"]
    answers: dict[str, str] = {}

    @model_validator(mode="before")
    @classmethod
    def _gather(cls, fields: Any) -> Any:
        return folded(fields, "answers", "value")


class GrantPage(View):
    """`about`: the case that it is about, `file` its whole, if the officer may read it. `fields`:
    what may be corrected; `against`: why it cannot be erased; `erased`: there is nothing left."""

    page = "task-rights.html"
    base: str
    dossier: Dossier
    sort: str
    about: str
    service: str
    file: str
    parts: list[Part]
    fields: list[FormField]
    against: str
    erased: bool


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
    _meet(at, said)
    decide(at, said.outcome, said.nonce)
    return recorded(task)


def _page(at: Desk) -> GrantPage:
    about, sop = _about(at)
    sort = at.case.answers[SORT]
    reason = kept_because(about, sop) if sort == ERASURE else ""
    fields = correctable(about, sop) if sort == CORRECTION else ()
    known = {f"{PREFIX}{f.id}": about.answers.get(f.id, "") for f in fields}
    return GrantPage(
        office=at.case.office,
        base=at.base,
        dossier=dossier(at),
        sort=sort,
        about=about.id,
        service=sop.service,
        file=f"/berkas/{about.id}" if readers(at.officer, sop) else "",
        parts=held(about, sop, all_offices()[about.office]) if sort == COPY else [],
        fields=[f.model_copy(update={"id": f"{PREFIX}{f.id}"}) for f in fields],
        against=reason,
        erased=about.erased is not None,
        given={**known, "message": reason},
    )


def _about(at: Desk) -> tuple[Case, Sop]:
    """The case that the request is about; nobody meets a request about their own."""
    about = world().cases.get(at.case.answers[ABOUT])
    demand_anothers(about, at.officer)
    return about, sop_of(about)


def _meet(at: Desk, said: Granting) -> None:
    """What was asked, done; the decision comes after, so that a crash between leaves the request
    open, and doing it again changes nothing."""
    about, sop = _about(at)
    meet = WAYS[at.case.answers[SORT]]
    change(world().cases, about.id, lambda case: meet(case, sop, at, said), at.officer)


def _copy(case: Case, *_: object) -> Case:
    """It is made whenever it is read."""
    case.demand_unerased()
    return case


def _correct(case: Case, sop: Sop, at: Desk, said: Granting) -> Case:
    case.demand_unerased()
    right = case.correct(at.actor, _read(case, sop, said.answers), at.case.id, world().now())
    if right is case:
        _demand_corrected(at)
        return case
    return right.share(*shared_values(right, sop, world().fingerprints)) if case.shares else right


def _demand_corrected(at: Desk) -> None:
    """Invalid, unless this request has already led to a correction."""
    done = world().cases.history(at.case.answers[ABOUT])
    if not any(e.kind == "corrected" and e.detail["request"] == at.case.id for e in done):
        raise Invalid({"": UNCHANGED})


def _read(case: Case, sop: Sop, given: Mapping[str, str]) -> Mapping[str, str]:
    """Invalid beside the fields as the form names them."""
    try:
        said = corrected(case, sop, given, today(case.office))
    except Invalid as invalid:
        raise Invalid({f"{PREFIX}{n}": why for n, why in invalid.problems.items()}) from None
    demand_different(replace(case, answers={**case.answers, **said}), sop)
    return said


def _erase(case: Case, sop: Sop, at: Desk, _: Granting) -> Case:
    if case.doomed or case.condemned or case.erased:
        return case
    return case.doom(sop, at.actor, at.case.id, world().now())


Meeting = Callable[[Case, Sop, Desk, Granting], Case]
WAYS: Mapping[str, Meeting] = {COPY: _copy, CORRECTION: _correct, ERASURE: _erase}
"""What is done in the case that a request is about."""
