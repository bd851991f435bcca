"""Keeping the directory of an office's staff: who may, and how a change gets into it."""

from functions.core.errors import NotAllowed, NotFound
from functions.core.officer import Officer
from functions.core.roster import KEEPERS
from functions.core.staff import appointed, moved
from functions.verify.appoint import known
from functions.verify.rights import roles_of
from functions.verify.room import signed_in
from functions.world import world


def keeps(officer: Officer) -> bool:
    return bool(KEEPERS & {*roles_of(officer)})


def keeper() -> Officer:
    """The officer signed in, if they keep the directory."""
    officer = signed_in()
    if not keeps(officer):
        raise NotAllowed
    return officer


def member(office: str, officer_id: str) -> Officer:
    """Somebody of the office's staff, serving or not."""
    found = known(office, officer_id)
    if found is None:
        raise NotFound
    return found


def enter(by: Officer, *lines: tuple[Officer | None, Officer]) -> None:
    """Each line before and after; what stays the same is no change."""
    now = world().now()
    changed = [(before, *moved(before, after)) for before, after in lines if before != after]
    if changed:
        news = [appointed(before, after, by.id, now) for before, after, _ in changed]
        letters = [letter for *_, told in changed for letter in told]
        world().staff.appoint([after for _, after, _ in changed], news, by, letters)
