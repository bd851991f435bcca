"""A complaint on its way: what was said by both sides, and who must not see it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from functions.core.chronicle import Detail
from functions.core.errors import Decided, NotNow
from functions.core.facts import Actor, Letter
from functions.core.kinds import DONE
from functions.core.timing import Timed

OBJECTED = "Keberatan hanya dapat diajukan satu kali."
ONCE = "Laporan ini sudah pernah dibuka kembali."
OVER = "Masa untuk membuka kembali laporan ini sudah lewat."
MOST, LARGEST = 50, 100_000
"""How many free messages a talk has at most, and how many bytes all of them."""
FULL = "Percakapan ini sudah terlalu panjang. Hubungi kantor melalui saluran lain."
SPOKEN = "pesan"
"""The letter that tells of a message."""


@dataclass(frozen=True)
class Said:
    """One message. `by` is an officer's id, or "" for who complains; `outcome`: the decision that
    the words came with, if they came with one."""

    at: datetime
    by: str
    name: str
    text: str
    outcome: str = ""


@dataclass(frozen=True, kw_only=True)
class Complaint(Timed):
    """`channel`: by which it came in; `grade`: how grave it is, by the office's own grades;
    `barred`: officers whom it is about, who never see it; `handler`: the step at which it was
    answered last; `reopened`: when it was taken up again after its end."""

    channel: str = ""
    grade: str = ""
    barred: tuple[str, ...] = ()
    messages: tuple[Said, ...] = ()
    objected: bool = False
    handler: str = ""
    reopened: datetime | None = None

    @property
    def told(self) -> Detail:
        """What history says of how it came."""
        return {"channel": self.channel} if self.channel else {}

    def said(self, said: Said) -> tuple[Said, ...]:
        """All messages, with this one; NotNow, if there is no room for it. A decision always has
        its words."""
        free = [one.text for one in (*self.messages, said) if not one.outcome]
        size = len("".join(free).encode())
        if not said.outcome and (len(free) > MOST or size > LARGEST):
            raise NotNow(FULL)
        return (*self.messages, said)

    def say(self, said: Said, by: Actor, at: datetime, *, nonce: str = "") -> Self:
        """A message to the other side; the words stay out of history."""
        told = replace(self, messages=self.said(said), nonce=nonce)
        step = self.here.id if self.here else ""
        letters = [Letter(SPOKEN)] if said.by else self._to_hand(step)
        return told._tell("said", at, by.id, {"step": step} if step else {}, letters)

    def _to_hand(self, step: str) -> list[Letter]:
        """To the officer who took the complaint up; others find the message when they do."""
        hand = self.here.hand if self.here else None
        if hand is None or self.here is None:
            return []
        return [Letter(SPOKEN, "officer", hand.id, step, self.here.round)]

    def bar(self, officers: Iterable[str]) -> Self:
        """Nor do these officers see it, from now on."""
        barred = tuple(sorted({*self.barred, *officers}))
        return self if barred == self.barred else replace(self, barred=barred)

    def demand_objectable(self) -> None:
        if self.objected:
            raise Decided(OBJECTED)

    def demand_reopenable(self, end: str, until: datetime, at: datetime) -> None:
        """NotNow, unless it ended as answered, not long ago, and for the first time."""
        if end != DONE or not self.handler:
            raise NotNow
        if self.reopened:
            raise NotNow(ONCE)
        if at > until:
            raise NotNow(OVER)
