"""What a case holds besides its place in the workflow."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from functions.core.errors import Gone, TooMany

TRIES = 5
SHOWN = "Kata sandi awal sudah pernah ditampilkan. Hubungi LPSE bila Anda lupa."
Verdict = Literal["sesuai", "tidak-jelas", "kedaluwarsa", "belum-ada"]

VERDICTS: dict[str, str] = {
    "sesuai": "Sesuai",
    "tidak-jelas": "Tidak jelas",
    "kedaluwarsa": "Kedaluwarsa",
    "belum-ada": "Belum ada",
}


@dataclass(frozen=True)
class Actor:
    """Who acts: an applicant (id = role) or an officer with a role.

    `style`: "Plh." or "Plt." of an officer who acts in another's stead.
    """

    id: str
    role: str
    style: str = ""

    @property
    def standing(self) -> Mapping[str, str]:
        """What history says of it, beside the id."""
        return {"as": f"{self.style} {self.role}"} if self.style else {}

    @property
    def applies(self) -> bool:
        """Whether it is the applicant in person."""
        return self.id == self.role


@dataclass(frozen=True)
class Hand:
    """The officer who took a task up, so that their colleagues need not."""

    id: str
    name: str


@dataclass(frozen=True)
class OpenStep:
    """Where a case waits for a person. `token` is the workflow's and leaves no server; `reminded`:
    how often whoever it waits for was reminded; `look`: when the sweep looks whether its officers
    need it again; `late`: how often they were since its end; `paused`: since when its time stands
    still; `hand`: who took it up, of those who may; `rows`: the paper's that are to be done;
    `touched`: whether answers or scans changed since it began, or an officer set about it."""

    id: str
    by: str
    round: int
    since: datetime
    due: datetime | None
    token: str
    reminded: int = 0
    look: datetime | None = None
    late: int = 0
    paused: datetime | None = None
    hand: Hand | None = None
    rows: tuple[int, ...] = ()
    touched: bool = False


@dataclass(frozen=True)
class Transit:
    """Decided, or just opened, and not yet arrived at `target`; no token: not yet started."""

    target: str
    since: datetime
    outcome: str = ""
    token: str = ""


@dataclass(frozen=True)
class Finding:
    """The verifier's word on one document or section; `mended`: answered anew since."""

    verdict: Verdict
    note: str = ""
    mended: bool = False


@dataclass(frozen=True)
class Meeting:
    """A video call; `sequence` rises with each rebooking."""

    starts: datetime
    minutes: int
    url: str
    sequence: int = 0


@dataclass(frozen=True)
class Account:
    """An account made in SPSE; `sealed` is the initial password under KMS, base64.

    `capacity`: as what the officer made it; `outside`: how it was handed over, if not by Loket.
    """

    user_id: str
    at: datetime
    by: str
    sealed: str = ""
    capacity: str = ""
    outside: str = ""
    tries: int = 0
    shown_at: datetime | None = None

    @property
    def waits(self) -> bool:
        """Whether the password can still be seen."""
        return self.sealed != "" and self.tries < TRIES

    def tried(self) -> "Account":
        if not self.sealed:
            raise Gone(SHOWN)
        if self.tries >= TRIES:
            raise TooMany("Percobaan sudah habis. Hubungi LPSE untuk kata sandi awal yang baru.")
        return replace(self, tries=self.tries + 1)

    def locked(self) -> "Account":
        return replace(self, tries=TRIES)

    def shown(self, at: datetime) -> "Account":
        if not self.sealed:
            raise Gone(SHOWN)
        return replace(self, sealed="", shown_at=at)

    def resealed(self, sealed: str) -> "Account":
        return replace(self, sealed=sealed, tries=0, shown_at=None, outside="")


@dataclass(frozen=True)
class Closed:
    end: str
    at: datetime
    reason: str = ""


@dataclass(frozen=True)
class Claim:
    """A value that this case holds; an exclusive one may be held by one case at a time.

    `fingerprint` is the keyed hash of the value's canonical form. What one office's application
    knows, another's does not: `kind` names the office where it is one's own.
    """

    kind: str
    fingerprint: str
    exclusive: bool = True


Reader = Literal["applicant", "officer", "holder", "principal"]


@dataclass(frozen=True)
class Letter:
    """A mail to be sent. `to` is the id of the officer, or of the account's holder; `event`: the
    number of the line of history that it is about, if it is about one."""

    name: str
    reader: Reader = "applicant"
    to: str = ""
    step: str = ""
    round: int = 0
    due: datetime | None = None
    event: int = 0
