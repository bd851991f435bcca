"""What the letters with the directory's news speak of; `letter.step` is the id of whose it is."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from functions.core.backlog import waiting
from functions.core.errors import NotFound
from functions.core.facts import Letter
from functions.core.office import Office
from functions.core.officer import NOTICES, Cover, Officer, names_of
from functions.core.records import seen_by
from functions.web.titles import title
from functions.world import world


@dataclass(frozen=True)
class Stint:
    """A role in another's stead: style and title, for whom, and until when."""

    role: str
    away: str
    since: date
    until: date


def decree(letter: Letter, office: Office, reader: Officer) -> dict[str, Any]:
    """The end of a decree, unless it was put off meanwhile."""
    whose = world().staff.presence(office.id, letter.step).officer
    today = office.today(world().now())
    if whose.until is None or not 0 <= (whose.until - today).days <= max(NOTICES):
        raise NotFound
    return {"whose": whose, "own": whose.id == reader.id, "days": (whose.until - today).days}


def standing_in(letter: Letter, office: Office, reader: Officer) -> dict[str, Any]:
    """To whoever stands in, all that they do so for; to whoever is away, what others have of
    theirs."""
    deputy = world().staff.presence(office.id, letter.step).officer
    own, today = deputy.id == reader.id, office.today(world().now())
    theirs = deputy.covers if own else _lent(reader, deputy)
    covers = [cover for cover in theirs if cover.on(today)]
    if not covers:
        raise NotFound
    names = names_of(world().staff.everybody(office.id))
    roles = {cover.role for cover in covers}
    count = len(seen_by(reader, waiting(world().cases, office.id, sorted(roles))))
    stints = [_stint(office, cover, names) for cover in covers]
    return {"deputy": deputy, "own": own, "stints": stints, "count": count}


def _lent(holder: Officer, deputy: Officer) -> list[Cover]:
    return [cover for cover in holder.lent if cover.officer == deputy.id]


def _stint(office: Office, cover: Cover, names: dict[str, str]) -> Stint:
    role = f"{cover.style} {title(office.id, cover.role)}"
    return Stint(role, names.get(cover.officer, ""), cover.since, cover.until)
