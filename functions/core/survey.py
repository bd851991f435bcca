"""The survey after delivery: the case knows that it was answered, never what was said."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from functions.core.chronicle import Chronicle
from functions.core.errors import Decided
from functions.core.facts import Actor
from functions.core.satisfaction import Ballot

ANSWERED = "Survei ini sudah Anda isi. Terima kasih."


@dataclass(frozen=True, kw_only=True)
class Survey(Chronicle):
    """`surveyed`: whether the applicant answered it."""

    surveyed: bool = False

    def survey(self, by: Actor, ballot: Ballot, at: datetime, *, nonce: str = "") -> Self:
        """Once. The ballot is written along with the case, and apart from it."""
        if self.surveyed:
            raise Decided(ANSWERED)
        news = replace(self.news, ballots=(*self.news.ballots, ballot))
        return replace(self, surveyed=True, nonce=nonce, news=news)._tell("surveyed", at, by.id)
