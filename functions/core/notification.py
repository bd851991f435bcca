"""The letter that an office writes at the end: drafted, corrected, signed, archived, sent.

Each of drafting, correcting and signing is another person's work.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from functions.core.errors import NotAllowed, NotNow
from functions.core.kinds import Apart


@dataclass(frozen=True)
class Version:
    """One wording of the letter, and whose it is; `style`: "Plh." or "Plt." in another's stead."""

    text: str
    by: str
    name: str
    at: datetime
    style: str = ""


@dataclass(frozen=True)
class Notification:
    """`versions`: as drafted last, then as corrected last; `drafters`, `correctors`: all who ever
    worded it. `signer` uploaded the signed one, which is kept under `sha256`; `stead` is their
    style and name, if they signed in another's stead; `number` is the office's own, given on
    archiving."""

    versions: tuple[Version, ...] = ()
    drafters: frozenset[str] = frozenset()
    correctors: frozenset[str] = frozenset()
    signer: str = ""
    stead: str = ""
    number: str = ""
    sha256: str = ""
    archived_at: datetime | None = None

    @property
    def text(self) -> str:
        return self.versions[-1].text if self.versions else ""

    def demand_apart(self, by: str, whom: Apart) -> None:
        """NotAllowed for whoever drafted it, or for all who had a hand in its wording."""
        hands = self.drafters if whom == "drafter" else self.drafters | self.correctors
        if by in hands:
            raise NotAllowed("Surat ini diperiksa dan ditandatangani oleh orang lain.")

    def drafted(self, version: Version) -> "Notification":
        """A first draft, or one begun anew."""
        drafters = self.drafters | {version.by}
        return Notification((version,), drafters=drafters, correctors=self.correctors)

    def corrected(self, version: Version) -> "Notification":
        if not self.versions:
            raise NotNow
        correctors = self.correctors | {version.by}
        return replace(self, versions=(self.versions[0], version), correctors=correctors)

    def signed(self, by: str, sha256: str, stead: str = "") -> "Notification":
        return replace(self, signer=by, stead=stead, sha256=sha256)

    def archived(self, number: str, at: datetime) -> "Notification":
        return replace(self, number=number, archived_at=at)
