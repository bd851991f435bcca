"""What was asked of the data on somebody is done, in the cases that it is about."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from functions.core.calling import MOVED
from functions.core.case import Case
from functions.core.change import change
from functions.core.deeds import Disclosure
from functions.core.errors import Gone, Invalid, NotAllowed, Stale
from functions.core.extent import choosable, marks
from functions.core.number import numbers_of
from functions.core.own_data import (
    ABOUT,
    COPY,
    CORRECTION,
    ERASURE,
    NAMED,
    SORT,
    STANDING,
    correctable,
    corrected,
    reaches,
)
from functions.core.sameness import demand_different, shared_values
from functions.core.sop import Sop
from functions.sops import sop_of
from functions.verify.rights import demand_anothers, today
from functions.verify.room import Desk, act
from functions.world import world

VALUE, PART = "value", "part"
UNCHANGED = "Belum ada data yang diubah. Tulis yang benar, atau tolak permintaan ini."
NOTHING = "Beri tanda apa yang memuat data orang ini, atau tolak permintaannya."
OWN_NAMING = "Alamat email berkas ini Anda yang mengganti. Petugas lain yang menjawabnya."
OWN_ENTRY = "Permintaan ini Anda catat sendiri. Petugas lain yang menjawabnya."
LOST = "Datanya sudah dimusnahkan, atau alamat emailnya berganti. Tolak permintaan ini."
Said = Mapping[str, str]


@dataclass(frozen=True)
class Held:
    """A case that a request is about."""

    case: Case
    sop: Sop


def held_about(at: Desk) -> list[Held]:
    """The cases that the request is about. Nobody answers a request about their own, nor one that
    they wrote down or named a mailbox for: whom a copy goes to, two officers have seen."""
    if at.case.entered and at.case.entered.by == at.officer.id:
        raise NotAllowed(OWN_ENTRY)
    found = [world().cases.get(number) for number in numbers_of(at.case.answers[ABOUT])]
    for case in found:
        demand_anothers(case, at.officer)
        if case.moves and _named_mailbox(case, at):
            raise NotAllowed(OWN_NAMING)
    return [Held(case, sop_of(case)) for case in found]


def _named_mailbox(case: Case, at: Desk) -> bool:
    """Whether the officer noted another mailbox for it."""
    told = (e for e in world().cases.history(case.id) if e.kind == "called")
    return any(e.by == at.officer.id and e.detail.get("outcome") == MOVED for e in told)


def is_named(request: Case) -> bool:
    """Whether it is somebody's who did not apply, and whose data are among others'."""
    return request.answers.get(STANDING) == NAMED


def is_left(one: Held, at: Desk) -> bool:
    """Whether there is anything to be done in the case, and the request still speaks for it."""
    if one.case.erased:
        return at.case.answers[SORT] == ERASURE
    return reaches(at.case, one.case) or at.here.touched


def fulfil(at: Desk, answers: Said, parts: Said, seen: str) -> Disclosure:
    """What was asked, done; the decision comes after, so that a crash between leaves the request
    open, to be finished and not refused, and doing it again changes nothing. `answers`: what is
    right now, `parts`: what is on the person, `seen`: of what the officer saw."""
    sort, about = at.case.answers[SORT], [one for one in held_about(at) if is_left(one, at)]
    if not about:
        raise Gone(LOST)
    chosen = _chosen(about, parts) if sort == COPY and is_named(at.case) else {}
    met = [one for one in about if not chosen or one.case.id in chosen]
    way = partial(WAYS[sort], at=at, answers=answers, seen=seen)
    for one in met:
        way(one.case, sop=one.sop)
    now = world().now()
    act(at, lambda case: case.set_about(at.hand, now))
    for one in met:
        change(world().cases, one.case.id, partial(way, sop=one.sop), at.officer)
    return Disclosure(at.case.email, chosen)


def _chosen(about: Iterable[Held], parts: Said) -> Mapping[str, Mapping[str, str]]:
    """By case, the names of what was ticked, as it is; Invalid, if nothing was that there is."""
    chosen = {one.case.id: _ticked(one, parts) for one in about}
    found = {number: marked for number, marked in chosen.items() if marked}
    if not found:
        raise Invalid({PART: NOTHING})
    return found


def _ticked(one: Held, parts: Said) -> Mapping[str, str]:
    names = [n for n in choosable(one.case, one.sop) if parts.get(f"{one.case.id}.{n}") == "ya"]
    return marks(one.case, one.sop, names, world().fingerprints)


def _copy(case: Case, at: Desk, **_: Any) -> Case:
    """It is made whenever it is read; history tells once that it was given."""
    case.demand_unerased()
    told = _told(case.id, "copied", at.case.id)
    return case if told else case.disclose(at.actor, at.case.id, world().now())


def _correct(case: Case, sop: Sop, at: Desk, answers: Said, seen: str) -> Case:
    """Stale, if the case says something else by now than the officer saw."""
    case.demand_unerased()
    if seen not in {"", mark_of(case)}:
        raise Stale
    said = _read(at.case, case, sop, answers)
    right = case.correct(at.actor, said, at.case.id, world().now())
    if right is case:
        if not _told(case.id, "corrected", at.case.id):
            raise Invalid({"": UNCHANGED})
        return case
    return right.share(*shared_values(right, sop, world().fingerprints)) if case.shares else right


def _told(number: str, kind: str, request: str) -> bool:
    """Whether history says already that this was done for the request."""
    history = world().cases.history(number)
    return any(e.kind == kind and e.detail["request"] == request for e in history)


def mark_of(case: Case) -> str:
    """By which these answers are told from others."""
    return world().fingerprints.of("answers", json.dumps(sorted(case.answers.items())))


def _read(request: Case, case: Case, sop: Sop, given: Said) -> Said:
    """Invalid beside the fields as the form names them."""
    fields = correctable(request, case, sop)
    try:
        said = corrected(fields, case, given, today(case.office))
    except Invalid as invalid:
        raise Invalid({f"{VALUE}.{n}": why for n, why in invalid.problems.items()}) from None
    demand_different(replace(case, answers={**case.answers, **said}), sop)
    return said


def _erase(case: Case, sop: Sop, at: Desk, **_: Any) -> Case:
    if case.doomed or case.condemned or case.erased:
        return case
    return case.doom(sop, at.actor, at.case.id, world().now())


WAYS: Mapping[str, Callable[..., Case]] = {COPY: _copy, CORRECTION: _correct, ERASURE: _erase}
"""What is done in each case that a request is about."""
