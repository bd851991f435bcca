"""Somebody on an office's staff: in which roles they may act, and on which days."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, Self

Style = Literal["Plh.", "Plt."]
ADMIN = "pengelola-staf"
"""The role that keeps the directory of an office's staff; no SOP has to name it."""
NOTICES = (60, 30, 7)
"""How many days before a decree ends its bearer and the office are told."""


@dataclass(frozen=True)
class Cover:
    """A role held for a while in another's stead, from its first day to its last.

    `style`: Plh. while the holder is away, Plt. while nobody holds the post. `officer`: the other
    side of it, whose role it is or who has it meanwhile; "" for a vacant post.
    """

    role: str
    style: Style
    since: date
    until: date
    officer: str = ""

    def on(self, day: date) -> bool:
        return self.since <= day <= self.until

    def meets(self, since: date, until: date) -> bool:
        return self.since <= until and since <= self.until

    def ended(self, day: date) -> Self | None:
        """Over by the day before; None, if it had not begun by then."""
        last = day - timedelta(days=1)
        return replace(self, until=min(self.until, last)) if self.since <= last else None


@dataclass(frozen=True)
class Officer:
    """`until`: the last day of the decree (SK) that appoints them, if it ends. `former`: the
    address before this one. `covers`: roles held
    for others; `lent`: own roles that others hold meanwhile. `standing`: how often they were
    appointed, anew or first."""

    id: str
    office: str
    name: str
    email: str
    roles: tuple[str, ...]
    active: bool = True
    until: date | None = None
    former: str = ""
    covers: tuple[Cover, ...] = ()
    lent: tuple[Cover, ...] = ()
    standing: int = 0

    def serves(self, day: date) -> bool:
        return self.active and (self.until is None or day <= self.until)

    def acts_as(self, day: date) -> tuple[str, ...]:
        """The roles in which they may act that day: what is lent is not theirs meanwhile."""
        if not self.serves(day):
            return ()
        lent = {cover.role for cover in self.lent if cover.on(day)}
        own = tuple(role for role in self.roles if role not in lent)
        covered = (cover.role for cover in self.covers if cover.on(day))
        return tuple(dict.fromkeys((*own, *covered)))

    def style_as(self, role: str, day: date) -> str:
        """ "Plh." or "Plt." where they act in another's stead, else ""."""
        if role in self.roles:
            return ""
        return next((c.style for c in self.covers if c.role == role and c.on(day)), "")

    def covering(self, cover: Cover) -> Self:
        return replace(self, covers=(*self.covers, cover))

    def lending(self, cover: Cover) -> Self:
        return replace(self, lent=(*self.lent, cover))

    def begun(self, after: date, day: date) -> tuple[Cover, ...]:
        """The covers that began after `after`, and last that day."""
        covers = self.covers if self.serves(day) else ()
        return tuple(c for c in covers if c.since > after and c.on(day))

    @property
    def notices(self) -> list[date]:
        """The days on which the coming end of the decree is told."""
        return [self.until - timedelta(days=n) for n in NOTICES] if self.until else []

    def expiring(self, after: date, day: date) -> bool:
        """Whether a notice of the decree's end fell due after `after`, by that day."""
        return self.serves(day) and any(after < notice <= day for notice in self.notices)

    def next_news(self, after: date) -> date | None:
        """The next day after `after` on which something is to be told: the coming end of the
        decree, or the beginning of a cover."""
        days = (*self.notices, *(cover.since for cover in self.covers))
        return min((day for day in days if day > after and self.active), default=None)


def names_of(officers: Iterable[Officer]) -> dict[str, str]:
    """By id."""
    return {officer.id: officer.name for officer in officers}


def apart_from(officers: Iterable[Officer], barred: Collection[str]) -> tuple[Officer, ...]:
    """Those of the staff whom a case is not about."""
    return tuple(officer for officer in officers if officer.id not in barred)


def acting(officers: Iterable[Officer], role: str, day: date) -> tuple[Officer, ...]:
    """Those of the staff who may act in this role that day."""
    return tuple(officer for officer in officers if role in officer.acts_as(day))
