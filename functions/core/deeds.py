"""What people did in a case, as it is kept: a visit, a disposition, a signature, a pause."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Guest:
    """A line of the guest book (buku tamu); `by` wrote it: an officer's id, or the visitor."""

    at: datetime
    by: str
    name: str
    company: str
    address: str
    phone: str
    email: str
    purpose: str


@dataclass(frozen=True)
class Seen:
    """The originals lay before this officer."""

    by: str
    at: datetime


@dataclass(frozen=True)
class Disposition:
    """Passed on with an instruction; `to` is the role that it went to, `style` in whose stead it
    was: "Plh.", "Plt." or "" for one's own."""

    step: str
    role: str
    by: str
    name: str
    to: str
    instruction: str
    at: datetime
    style: str = ""


@dataclass(frozen=True)
class Pause:
    """The office's clock stood still; `cause` is one of the SOP's, `reason` its words."""

    step: str
    cause: str
    reason: str
    by: str
    since: datetime
    until: datetime | None = None


@dataclass(frozen=True)
class Disclosure:
    """What a request on data was met with: `to` which mailbox. `parts`: by case, of whoever did not
    apply there, the names of what is on them, each with the mark of what it then said."""

    to: str
    parts: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Signed:
    """The applicant's statement; `name` as typed, "" if it was signed on paper and uploaded.

    `sha256`: of the very bytes kept.
    """

    name: str
    at: datetime
    sha256: str
    type: str
