"""The directory of an office's staff, as the core needs it, and what is changed in it."""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Protocol

from functions.core.errors import Stale
from functions.core.facts import Letter
from functions.core.officer import Officer
from functions.core.presence import Presence

TRIES = 4
MOVED, FORMER = "alamat-berubah", "lama"
"""The letter that tells of another address, and which of its two mailboxes is the former."""
REACHED = "reached"
"""In the directory's news: mail arrives at their address again, somebody says."""
PRIVATE = {"name", "email"}
"""Parts of an officer's line whose values no history repeats."""
PARTS = ("name", "email", "roles", "active", "until", "covers", "lent")


@dataclass(frozen=True)
class Appointed:
    """One change of the directory: of whom, by whom ("" for operators), and what it is now.

    `changes`: by part of the officer's line, as JSON; "" for what stays private. `new`: they were
    not in the directory before.
    """

    officer: str
    by: str
    at: datetime
    changes: dict[str, str]
    new: bool = False


def moved(before: Officer | None, after: Officer) -> tuple[Officer, tuple[Letter, ...]]:
    """The line with the address that it had, if that changes; both mailboxes are told."""
    if before is None or before.email == after.email:
        return after, ()
    told = [Letter(MOVED, "officer", after.id, step=which) for which in (FORMER, "")]
    return replace(after, former=before.email), tuple(told)


def appointed(before: Officer | None, after: Officer, by: str, at: datetime) -> Appointed:
    old = asdict(before or Officer(after.id, after.office, "", "", ()))
    new = asdict(after)
    changed = [part for part in PARTS if old[part] != new[part]]
    told = {p: "" if p in PRIVATE else json.dumps(new[p], default=str) for p in changed}
    return Appointed(after.id, by, at, told, new=before is None)


class Staff(Protocol):
    """Every method may raise Unavailable."""

    def presence(self, office: str, officer_id: str) -> Presence:
        """The officer at the door, whether they still serve or not; else NotAllowed."""

    def keep(self, presence: Presence, at: datetime, letters: Iterable[Letter] = ()) -> None:
        """Write code, sessions and what was told, with letters to officers; Stale if the line was
        written since."""

    def everybody(self, office: str) -> tuple[Officer, ...]: ...

    def appoint(
        self,
        officers: Iterable[Officer],
        news: Iterable[Appointed],
        by: Officer | None = None,
        letters: Iterable[Letter] = (),
    ) -> None:
        """Write these lines of the directory, with the news of it and letters about the first of
        them, or nothing: then Stale; or NotAllowed, if the line of `by`, who does it, changed.
        Codes and sessions end with it."""

    def appointments(self, office: str) -> tuple[Appointed, ...]:
        """What was changed, the newest first."""

    def awaiting(self, until: datetime) -> tuple[tuple[str, str], ...]:
        """(office, id) of those of whom there is something to tell by then."""


def change_presence(
    staff: Staff, officer: Officer, verb: Callable[[Presence], Presence], at: datetime
) -> None:
    """Load, act, save: again from the start if somebody else was faster."""
    for _ in range(TRIES):
        try:
            return staff.keep(verb(staff.presence(officer.office, officer.id)), at)
        except Stale:
            continue
    raise Stale
