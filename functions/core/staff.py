"""The directory of an office's staff, as the core needs it, and what is changed in it."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Protocol

from functions.core.facts import Letter
from functions.core.officer import Officer
from functions.core.presence import Presence

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
        self, officers: Iterable[Officer], news: Iterable[Appointed], by: Officer | None = None
    ) -> None:
        """Write these lines of the directory with the news of it, or nothing: then Stale; or
        NotAllowed, if the line of `by`, who does it, changed. Codes and sessions end with it."""

    def appointments(self, office: str) -> tuple[Appointed, ...]:
        """What was changed, the newest first."""

    def awaiting(self, until: datetime) -> tuple[tuple[str, str], ...]:
        """(office, id) of those of whom there is something to tell by then."""
