"""What is told of a case as it changes: its history, and what is to be written along with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Self

from functions.core.errors import Decided
from functions.core.facts import Claim, Letter
from functions.core.history import GENESIS, Event
from functions.core.satisfaction import Ballot

Detail = Mapping[str, str]
MACHINERY = "loket"
"""Who acts when nobody does."""


@dataclass(frozen=True)
class News:
    """What a verb brought about and saving must write: none of it is part of the snapshot.

    `lifts`: the fingerprints of mailboxes that may be written to again.
    """

    events: tuple[Event, ...] = ()
    letters: tuple[Letter, ...] = ()
    claims: tuple[Claim, ...] = ()
    releases: tuple[Claim, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    lifts: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Chronicle:
    """`seq`, `head`: length and last seal of the history; `revision`: how often it was saved;
    `nonce`: of the request last acted on."""

    id: str
    seq: int = 0
    head: str = GENESIS
    revision: int = 0
    nonce: str = ""
    news: News = field(default_factory=News)

    def claim(self, *claims: Claim) -> Self:
        """Hold these values from the next saving on."""
        return replace(self, news=replace(self.news, claims=(*self.news.claims, *claims)))

    def _lift(self, fingerprints: Iterable[str]) -> Self:
        return replace(self, news=replace(self.news, lifts=tuple(dict.fromkeys(fingerprints))))

    def write(self, *letters: Letter) -> Self:
        """Send these letters along with the next saving."""
        return replace(self, news=replace(self.news, letters=(*self.news.letters, *letters)))

    def settled(self) -> Self:
        """As it stands once its news are written."""
        return replace(self, revision=self.revision + 1, news=News())

    def heard(self, nonce: str) -> bool:
        """Whether this very request was the last one acted on.

        `nonce`: the asker's key, ":" and a hash of what was asked; the same key for something
        else is Decided away.
        """
        if nonce != self.nonce and nonce.split(":")[0] == self.nonce.split(":")[0] != "":
            raise Decided
        return nonce != "" and nonce == self.nonce

    def _tell(
        self, kind: str, at: datetime, by: str, detail: Detail | None = None,
        letters: Iterable[Letter] = (), rows: tuple[int, ...] = (),
    ) -> Self:  # fmt: skip
        event = Event(kind, at, by, detail or {}, rows, self.seq + 1, self.head)
        events, sent = (*self.news.events, event), (*self.news.letters, *letters)
        news = replace(self.news, events=events, letters=sent)
        return replace(self, seq=event.seq, head=event.digest(self.id), news=news)
