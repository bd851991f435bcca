"""The end of what a case knows of people: destroyed when its time has come, unless it is held back.

What stays is in no way personal: the number, the service, the times, the end, and the history,
whose chain goes on to hold.
"""

from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from typing import Self

from functions.core.chronicle import MACHINERY, Chronicle
from functions.core.errors import Decided, Gone, NotNow
from functions.core.facts import Actor, Claim, Closed
from functions.core.kinds import DONE
from functions.core.sop import Sop

SCHEDULE, REQUEST = "retensi", "permintaan"
GROUNDS = {SCHEDULE: "menurut jadwal retensi", REQUEST: "atas permintaan pemilik data"}
GONE = "Data permohonan ini sudah dimusnahkan sesuai jadwal retensi."
CONDEMNED = "Data permohonan ini sedang dimusnahkan."
HELD = "Pemusnahan data permohonan ini sedang ditahan."
FREE = "Pemusnahan data permohonan ini tidak sedang ditahan."
TOO_EARLY = "Data permohonan ini belum boleh dimusnahkan."
SETTLED = timedelta(hours=1)
"""How long after its end a case may still get what was on its way: letters, uploads."""
KEPT = frozenset({
    "id", "sop", "office", "opened_at", "execution", "rounds", "promised", "stopped", "held",
    "closed", "seq", "head", "revision", "news", "barred",
})  # fmt: skip
"""The fields that stay, `closed` without its reason; every other one goes back to its beginning.
Whom a complaint was about does not hear of it afterwards either."""


@dataclass(frozen=True)
class Hold:
    """Erasing waits. `reason`: in the words of whoever held it back; `lifted`: of whoever let it
    go."""

    by: str
    reason: str
    since: datetime
    until: datetime | None = None
    lifted: str = ""


@dataclass(frozen=True, kw_only=True)
class Erasable(Chronicle):
    """`legal_holds`: the one that lasts is the last; `doomed`: since when the person's own request
    to be erased is granted; `condemned`: since when what is stored may be gone; `erased`: since
    when nothing personal is left."""

    closed: Closed | None = None
    shares: tuple[Claim, ...] = ()
    legal_holds: tuple[Hold, ...] = ()
    doomed: datetime | None = None
    condemned: datetime | None = None
    erased: datetime | None = None

    def share(self, *claims: Claim) -> Self:
        """Values that other cases may hold as well; those shared before give way to these."""
        left = (c for c in self.shares if c not in claims)
        news = replace(self.news, releases=(*self.news.releases, *left))
        return replace(self, shares=claims, news=news).claim(*claims)

    @property
    def hold(self) -> Hold | None:
        """The legal hold that lasts."""
        last = self.legal_holds[-1] if self.legal_holds else None
        return None if last is None or last.until else last

    def kept_until(self, sop: Sop) -> datetime | None:
        """When it is to be erased; None, as long as it is not to be."""
        if self.closed is None or self.erased or self.hold:
            return None
        if self.condemned:
            return self.condemned
        ends = self._retained_until(sop, self.closed)
        return min(ends, max(self.doomed, self.closed.at + SETTLED)) if self.doomed else ends

    def demand_unerased(self) -> None:
        """Gone, if there is nothing left to see."""
        if self.erased:
            raise Gone(GONE)

    def demand_uncondemned(self) -> None:
        """Decided, once nothing can keep or bring back what is stored."""
        if self.condemned:
            raise Decided(CONDEMNED)

    def put_hold(self, by: Actor, reason: str, at: datetime, *, nonce: str = "") -> Self:
        """Nothing is erased until the hold is lifted. History is told without its words."""
        self.demand_unerased()
        self.demand_uncondemned()
        if self.hold:
            raise Decided(HELD)
        kept = replace(self, legal_holds=(*self.legal_holds, Hold(by.id, reason, at)), nonce=nonce)
        return kept._tell("held-back", at, by.id, by.standing)

    def lift_hold(self, by: Actor, reason: str, at: datetime, *, nonce: str = "") -> Self:
        if self.hold is None:
            raise Decided(FREE)
        over = replace(self.hold, until=at, lifted=reason)
        free = replace(self, legal_holds=(*self.legal_holds[:-1], over), nonce=nonce)
        return free._tell("let-go", at, by.id, by.standing)

    def doom(self, sop: Sop, by: Actor, why: str, at: datetime, *, nonce: str = "") -> Self:
        """The person's request to be erased is granted. `why`: what it is known by, such as the
        request's number, for history; no words of a person.

        NotNow while a hold lasts, or while what was done has to be kept for the archive.
        """
        self.demand_unerased()
        self.demand_uncondemned()
        if self.closed is None:
            raise NotNow(TOO_EARLY)
        if self.hold:
            raise NotNow(HELD)
        if self.closed.end == DONE and at < self._retained_until(sop, self.closed):
            raise NotNow(TOO_EARLY)
        doomed = replace(self, doomed=self.doomed or at, nonce=nonce)
        return doomed._tell("doomed", at, by.id, {"request": why, **by.standing})

    def condemn(self, sop: Sop, at: datetime) -> Self:
        """Its time has come: what is stored is destroyed from now on, and no hold is put any more.
        NotNow before."""
        if self.condemned:
            return self
        until = self.kept_until(sop)
        if until is None or at < until:
            raise NotNow(TOO_EARLY)
        return replace(self, condemned=at)._tell("condemned", at, MACHINERY)

    def erase(self, sop: Sop, objects: int, at: datetime) -> Self:
        """All that is personal goes, with the values by which it is found. `objects`: how many
        stored scans and papers were destroyed since it was condemned."""
        if self.closed is None or self.condemned is None:
            raise NotNow(TOO_EARLY)
        kept = {f.name: getattr(self, f.name) for f in fields(self) if f.name in KEPT}
        kept |= {"closed": replace(self.closed, reason=""), "email": "", "erased": at}
        kept |= {"news": replace(self.news, releases=(*self.news.releases, *self.shares))}
        detail = self._told_of(sop, self.closed) | {"objects": str(objects)}
        return type(self)(**kept)._tell("erased", at, MACHINERY, detail)

    def _told_of(self, sop: Sop, closed: Closed) -> dict[str, str]:
        return {
            "ground": REQUEST if self.doomed else SCHEDULE,
            "rule": str(sop.retention[closed.end].keep),
            "end": closed.end,
            "ended": closed.at.isoformat(),
        }

    def _retained_until(self, sop: Sop, closed: Closed) -> datetime:
        return closed.at + sop.retention[closed.end].keep.calendar
