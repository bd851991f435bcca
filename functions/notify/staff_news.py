"""The directory's news: a decree is about to end, or a colleague begins to stand in."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from functions.core.backlog import waiting
from functions.core.case import Case
from functions.core.change import change
from functions.core.chronicle import MACHINERY
from functions.core.errors import NotAllowed
from functions.core.facts import Hand, Letter
from functions.core.officer import Cover, Officer, acting
from functions.core.presence import Presence
from functions.core.roster import KEEPERS
from functions.offices import all_offices
from functions.sops import sop_of
from functions.world import world

DECREE, STANDING_IN = "sk-berakhir", "pelimpahan"


def tell(office: str, officer_id: str) -> None:
    """What is to be told of this officer today: tasks first, then all letters and the mark that
    it was told, in one write."""
    presence, now = world().staff.presence(office, officer_id), world().now()
    today = all_offices()[office].today(now)
    for cover in presence.officer.begun(presence.told, today):
        _move(cover, presence.officer, now)
    letters = list(_letters(presence, today))
    world().staff.keep(replace(presence, told=today), now, letters)


def _letters(presence: Presence, today: date) -> Iterator[Letter]:
    officer = presence.officer
    if officer.expiring(presence.told, today):
        yield from _to(DECREE, officer, [officer.id, *_keepers(officer.office, today)])
    if covers := officer.begun(presence.told, today):
        yield from _to(STANDING_IN, officer, [officer.id, *(c.officer for c in covers)])


def _to(name: str, about: Officer, readers: Iterable[str]) -> list[Letter]:
    ids = dict.fromkeys(reader for reader in readers if reader)
    return [Letter(name, "officer", reader, about.id) for reader in ids]


def _keepers(office: str, today: date) -> list[str]:
    staff = world().staff.everybody(office)
    return [officer.id for role in sorted(KEEPERS) for officer in acting(staff, role, today)]


def _move(cover: Cover, deputy: Officer, now: datetime) -> None:
    """What whoever is away had in hand as this role."""
    for line in waiting(world().cases, deputy.office, [cover.role]):
        if line.hand and line.hand.id == cover.officer:
            change(world().cases, line.case, lambda case: _passed(case, cover, deputy, now))


def _passed(case: Case, cover: Cover, deputy: Officer, now: datetime) -> Case:
    """Still theirs, and such as the deputy may do; else it stays where others may take it over.

    One letter tells of all."""
    here = case.here
    if here is None or here.hand is None or (here.hand.id, here.by) != (cover.officer, cover.role):
        return case
    if deputy.id in case.barred:
        return case
    if apart := sop_of(case).step(here.id).kinds.apart:
        try:
            case.notification.demand_apart(deputy.id, apart)
        except NotAllowed:
            return case
    hand = Hand(deputy.id, deputy.name)
    return case.hand_to(hand, MACHINERY, now, told=False, nonce=case.nonce)
