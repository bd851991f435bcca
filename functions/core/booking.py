"""The video call of a case: what the applicant asks for, what is agreed, and the times held."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Self

from functions.core.chronicle import Chronicle
from functions.core.facts import Actor, Claim, Meeting


@dataclass(frozen=True, kw_only=True)
class Booking(Chronicle):
    """`meeting`: the call that is planned; `former`: the last one that was called off. `wished`,
    `wish`: when the applicant could, as a time and in words. `slots`: the office's times that no
    other case may have. `consented`: since when the applicant agrees to a screenshot."""

    office: str
    meeting: Meeting | None = None
    former: Meeting | None = None
    wish: str = ""
    wished: datetime | None = None
    slots: tuple[datetime, ...] = ()
    consented: datetime | None = None

    @property
    def sequence(self) -> int:
        """Of the next call in a calendar: after the last call, and its calling off."""
        return self.former.sequence + 2 if self.former else 0

    def asked(self, now: datetime) -> datetime | None:
        """The time that the applicant chose, while it is still to come."""
        return self.wished if self.wished and self.wished > now else None

    def consent(self, by: Actor, at: datetime) -> Self:
        """The applicant agrees to a screenshot of the call."""
        if self.consented:
            return self
        return replace(self, consented=at)._tell("consented", at, by.id)

    def book(self, by: Actor, slot: datetime, at: datetime, *, nonce: str = "") -> Self:
        """The applicant chooses a time for the call that the office is to plan."""
        asked = replace(self, wished=slot, wish="", slots=(slot,), nonce=nonce)
        told = asked._tell("wished", at, by.id, {"starts": slot.astimezone(UTC).isoformat()})
        return told._rebooked(self)

    def _rebooked(self, before: Self) -> Self:
        """Claim the times that are new since `before`, let go of those that are not held any more,
        and remember the call that is off."""
        left = [slot_of(self.office, s) for s in before.slots if s not in self.slots]
        news = replace(self.news, releases=(*self.news.releases, *left))
        off = before.meeting if self.meeting is None else None
        kept = replace(self, news=news, former=off or self.former)
        return kept.claim(*(slot_of(self.office, s) for s in self.slots if s not in before.slots))


def slot_of(office: str, starts: datetime) -> Claim:
    """A time of the office's calls, as one case may hold it."""
    return Claim(f"panggilan-{office}", starts.astimezone(UTC).isoformat())
