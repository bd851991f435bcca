"""What was asked of the data on somebody is done, in the cases that it is about."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from functions.core.case import Case
from functions.core.change import change
from functions.core.erasure import GONE
from functions.core.errors import Gone, Invalid, NotAllowed
from functions.core.extent import choosable
from functions.core.number import numbers_of
from functions.core.own_data import (
    ABOUT,
    COPY,
    CORRECTION,
    ERASURE,
    NAMED,
    SORT,
    STANDING,
    corrected,
)
from functions.core.sameness import demand_different, shared_values
from functions.core.sop import Sop
from functions.sops import sop_of
from functions.verify.rights import demand_anothers, today
from functions.verify.room import Desk
from functions.world import world

VALUE, PART = "value", "part"
UNCHANGED = "Belum ada data yang diubah. Tulis yang benar, atau tolak permintaan ini."
NOTHING = "Beri tanda apa yang memuat data orang ini, atau tolak permintaannya."
OWN_ENTRY = "Permintaan ini Anda catat sendiri. Petugas lain yang menjawabnya."
Said = Mapping[str, str]


@dataclass(frozen=True)
class Held:
    """A case that a request is about."""

    case: Case
    sop: Sop


def held_about(at: Desk) -> list[Held]:
    """The cases that the request is about. Nobody meets a request about their own, nor one that
    they wrote down: whom a copy goes to, two officers have seen."""
    if at.case.entered and at.case.entered.by == at.officer.id:
        raise NotAllowed(OWN_ENTRY)
    found = [world().cases.get(number) for number in numbers_of(at.case.answers[ABOUT])]
    for case in found:
        demand_anothers(case, at.officer)
    return [Held(case, sop_of(case)) for case in found]


def is_named(request: Case) -> bool:
    """Whether it is somebody's who did not apply, and whose data are among others'."""
    return request.answers.get(STANDING) == NAMED


def fulfil(at: Desk, answers: Said, parts: Said) -> Mapping[str, tuple[str, ...]]:
    """What was asked, done; the decision comes after, so that a crash between leaves the request
    open, and doing it again changes nothing. `answers`: what is right now, `parts`: what is on the
    person. What a copy holds of each case, if it does not hold all."""
    about = held_about(at)
    sort = at.case.answers[SORT]
    disclosed = _chosen(about, parts) if sort == COPY and is_named(at.case) else {}
    meet = WAYS[sort]
    done = [one for one in about if _left(one, at) and (not disclosed or one.case.id in disclosed)]
    if not done:
        raise Gone(GONE)
    for one in done:
        verb = partial(meet, sop=one.sop, at=at, answers=answers)
        change(world().cases, one.case.id, verb, at.officer)
    return disclosed


def _left(one: Held, at: Desk) -> bool:
    """Whether there is something to be done: what is erased is so already."""
    return one.case.erased is None or at.case.answers[SORT] == ERASURE


def _chosen(about: list[Held], parts: Said) -> Mapping[str, tuple[str, ...]]:
    """By case, the names of what was ticked; Invalid, if nothing was that there is."""
    there = {one.case.id: choosable(one.case, one.sop) for one in about}
    found = {
        number: tuple(name for name in names if parts.get(f"{number}.{name}") == "ya")
        for number, names in there.items()
    }
    chosen = {number: names for number, names in found.items() if names}
    if not chosen:
        raise Invalid({PART: NOTHING})
    return chosen


def _copy(case: Case, at: Desk, **_: Any) -> Case:
    """It is made whenever it is read; history tells once that it was given."""
    case.demand_unerased()
    told = _told(case.id, "copied", at.case.id)
    return case if told else case.disclose(at.actor, at.case.id, world().now())


def _correct(case: Case, sop: Sop, at: Desk, answers: Said) -> Case:
    case.demand_unerased()
    right = case.correct(at.actor, _read(case, sop, answers), at.case.id, world().now())
    if right is case:
        if not _told(case.id, "corrected", at.case.id):
            raise Invalid({"": UNCHANGED})
        return case
    return right.share(*shared_values(right, sop, world().fingerprints)) if case.shares else right


def _told(number: str, kind: str, request: str) -> bool:
    """Whether history says already that this was done for the request."""
    history = world().cases.history(number)
    return any(e.kind == kind and e.detail["request"] == request for e in history)


def _read(case: Case, sop: Sop, given: Said) -> Said:
    """Invalid beside the fields as the form names them."""
    try:
        said = corrected(case, sop, given, today(case.office))
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
