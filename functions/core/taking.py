"""Who of several officers does a task: offered to all who may, taken up by one."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from functions.core.errors import Decided, NotAllowed
from functions.core.facts import Actor, Hand, Letter, OpenStep
from functions.core.timing import Timed

TAKEN = "Tugas ini sedang dikerjakan {name}. Ambil alih dahulu bila Anda yang melanjutkan."


@dataclass(frozen=True, kw_only=True)
class Taking(Timed):
    def take(self, hand: Hand, at: datetime, *, seen: str = "", nonce: str = "") -> Self:
        """Take the task up, or over from `seen`, whom the officer knows to have it."""
        here = self._waiting()
        if here.hand == hand:
            raise Decided("Tugas ini sudah Anda ambil.")
        if here.hand and here.hand.id != seen:
            raise Decided(TAKEN.format(name=here.hand.name))
        before = {"from": here.hand.id} if here.hand else {}
        mine = replace(self, here=replace(here, hand=hand), nonce=nonce)
        return mine._tell("taken", at, hand.id, {"step": here.id, **before})

    def give_back(self, by: Actor, at: datetime, *, nonce: str = "") -> Self:
        """Whoever may do the task may take it up again."""
        here = self._waiting()
        if here.hand is None or here.hand.id != by.id:
            raise NotAllowed
        free = replace(self, here=replace(here, hand=None), nonce=nonce)
        return free._tell("given-back", at, by.id, {"step": here.id})

    def hand_to(
        self, to: Hand, by: str, at: datetime, *, told: bool = True, nonce: str = ""
    ) -> Self:
        """Another officer is to do the task; `told`: by a letter of its own."""
        here = self._waiting()
        letters = [Letter("tugas", "officer", to.id, here.id, here.round)] if told else []
        theirs = replace(self, here=replace(here, hand=to), nonce=nonce)
        return theirs._tell("handed", at, by, {"step": here.id, "to": to.id}, letters)

    def _demand_free(self, here: OpenStep, by: Actor) -> None:
        """Decided, while a colleague is at it; the applicant's own part is always theirs."""
        if here.hand and here.hand.id != by.id and not by.applies:
            raise Decided(TAKEN.format(name=here.hand.name))
