"""Whom no mail reaches is phoned: a call is open until an officer says what came of it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Self

from functions.core.application import Application
from functions.core.chronicle import MACHINERY, Detail
from functions.core.clock import Span
from functions.core.errors import Decided
from functions.core.facts import Actor, Claim, Letter
from functions.core.grievance import secret
from functions.core.handover import Handover
from functions.core.holders import APPLICANT
from functions.core.receipts import RANKS, UNREACHED
from functions.core.sop import Sop
from functions.core.step import Step
from functions.core.timing import DIGEST

TITLE = "Telepon pemohon: surel tidak sampai"
MOVED, KNOWS, SILENT = "alamat-baru", "sudah-tahu", "tidak-terhubung"
"""What may come of a call: another mailbox, told by phone, nobody answered."""
PROMPTLY = Span(1, "hari kerja")
"""By when somebody is to phone."""
SETTLED = "Panggilan ini sudah diselesaikan."


@dataclass(frozen=True)
class Call:
    """`letters`: the keys of those that did not arrive; `due`: by when somebody is to phone;
    `tries`: how often nobody answered."""

    since: datetime
    due: datetime
    letters: tuple[str, ...]
    tries: int = 0

    def about(self, key: str) -> "Call":
        return replace(self, letters=tuple(dict.fromkeys((*self.letters, key))))

    def without(self, keys: Collection[str]) -> "Call | None":
        left = tuple(key for key in self.letters if key not in keys)
        return replace(self, letters=left) if left else None


@dataclass(frozen=True)
class Mailbox:
    """Another address for one reader's letters: in the answer `field`, or, for "", the case's own.

    `claim`: what an open case holds with its own. `letters`: the keys of those that did not reach
    the former.
    """

    field: str
    email: str
    claim: Claim
    letters: frozenset[str]

    @property
    def holder(self) -> str:
        """Whose account's letters go there."""
        return self.field.rpartition(".")[2]


@dataclass(frozen=True, kw_only=True)
class Calling(Application, Handover):
    """`email`: the mailbox proven for the case. `call`: the call that is to be made. `bounces`:
    how letters came back, at the worst, by their keys. `holds`: the exclusive claims that end with
    the case. `moves`: how often another mailbox was named, by holder."""

    email: str
    call: Call | None = None
    bounces: Mapping[str, str] = field(default_factory=dict)
    holds: tuple[Claim, ...] = ()
    moves: Mapping[str, int] = field(default_factory=dict)

    def audience(self, holder: str = APPLICANT) -> str:
        """Whom a link names that went to this reader's present mailbox, and to none before."""
        moves = self.moves.get(holder, 0)
        return f"{holder}.{moves}" if moves else holder

    def bounced(
        self, key: str, letter: Letter, kind: str, at: datetime, due: datetime,
        callers: Iterable[str],
    ) -> Self:  # fmt: skip
        """The letter `key` did not arrive. If it never will, its reader is to be phoned by `due`,
        unless nobody may learn who it is; `callers`: the officers who hear of it in their digests.
        """
        if RANKS[kind] <= RANKS.get(self.bounces.get(key, ""), 0):
            return self
        known = replace(self, bounces={**self.bounces, key: kind})
        detail = {"letter": letter.name, "reader": letter.reader, "kind": kind}
        if kind not in UNREACHED or secret(self.answers):
            return known._tell("bounced", at, MACHINERY, detail)
        letters = [] if self.call else [Letter(DIGEST, "officer", to) for to in callers]
        call = (self.call or Call(at, due, ())).about(key)
        return replace(known, call=call)._tell("bounced", at, MACHINERY, detail, letters)

    def readdress(
        self, by: Actor, to: Mailbox, letters: Iterable[Letter], lifts: Iterable[str],
        at: datetime, *, nonce: str = "",
    ) -> Self:  # fmt: skip
        """The reader named another mailbox on the phone; `letters` go there anew. What was sealed
        for them before stays shut: nobody opens it by naming a mailbox."""
        called = self._called(by, {"outcome": MOVED, "field": to.field}, at, letters)
        moved = replace(called, call=self._open_call().without(to.letters), nonce=nonce)
        moved = moved._lift(lifts)._moved(to.holder)
        if to.field:
            return replace(moved, answers={**self.answers, to.field: to.email})
        moved = replace(moved, email=to.email)
        return moved._hold_instead(to.claim) if self.holds else moved

    def told_by_phone(
        self, by: Actor, lifts: Iterable[str], at: datetime, *, nonce: str = ""
    ) -> Self:
        """The reader knows by now; `lifts`: mailboxes that work again, as they say."""
        told = self._called(by, {"outcome": KNOWS}, at)
        return replace(told, call=None, nonce=nonce)._lift(lifts)

    def unanswered(self, by: Actor, due: datetime, at: datetime, *, nonce: str = "") -> Self:
        """Nobody answered: to be tried again by `due`."""
        call = self._open_call()
        told = self._called(by, {"outcome": SILENT}, at)
        return replace(told, call=replace(call, due=due, tries=call.tries + 1), nonce=nonce)

    def _called(
        self, by: Actor, told: Detail, at: datetime, letters: Iterable[Letter] = ()
    ) -> Self:
        self._open_call()
        detail = {name: value for name, value in told.items() if value}
        return self._tell("called", at, by.id, {**detail, **by.standing}, letters)

    def _open_call(self) -> Call:
        if self.call is None:
            raise Decided(SETTLED)
        return self.call

    def _moved(self, holder: str) -> Self:
        """Links that went to the former mailbox open nothing any more."""
        moves = {**self.moves, holder: self.moves.get(holder, 0) + 1}
        return replace(self._lock(holder), moves=moves)

    def _hold_instead(self, claim: Claim) -> Self:
        """The new mailbox in the place of the old, in one write."""
        left = tuple(c for c in self.holds if c.kind == claim.kind and c != claim)
        if not left:
            return self
        kept = tuple(c for c in self.holds if c.kind != claim.kind)
        news = replace(self.news, releases=(*self.news.releases, *left))
        return replace(self, holds=(*kept, claim), news=news).claim(claim)


def mailbox_field(sop: Sop, letter: Letter) -> str:
    """The answer with the mailbox of a reader who is no officer; "" for the case's own."""
    if letter.reader == "holder" and sop.holders:
        return f"{sop.holders.email}.{letter.to}"
    return sop.principal if letter.reader == "principal" else ""


def caller(sop: Sop, place: str) -> str:
    """The role that phones an applicant at this step or end: who helps there; else whose step led
    there; else who has the first of the officers' steps."""
    here = (step for step in sop.steps if step.id == place)
    leading = (step for step in reversed(sop.steps) if place in step.next.values())
    found = (_clerk(sop, step) for steps in (here, leading, sop.steps) for step in steps)
    return next(role for role in found if role)


def _clerk(sop: Sop, step: Step) -> str:
    """The officers' part in it, if they have one."""
    return step.helper if step.by == sop.applicant else step.by
