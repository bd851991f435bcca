"""What the core needs from the outside, in the core's own words.

Every port may raise Unavailable.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from functions.core.case import Case
from functions.core.facts import Letter
from functions.core.history import Event
from functions.core.ledger import Told
from functions.core.officer import Officer
from functions.core.paper import Paper
from functions.core.receipts import Receipt
from functions.core.records import EVERYTHING, Page, Sent, Sift, Whole
from functions.core.satisfaction import Ballot


class Cases(Protocol):
    def get(self, case_id: str) -> Case:
        """The case, or NotFound."""

    def save(self, case: Case, on_duty: Officer | None = None) -> Case:
        """Write the snapshot and all its news, or nothing: then Stale, Taken or NotAllowed.

        `on_duty`: the officer who acts, whose line in the directory must still be this one.
        """

    def whole(self, case_id: str) -> Whole:
        """The case with all that happened in it, in one reading; or NotFound."""

    def holding(self, kind: str, fingerprint: str) -> tuple[str, ...]:
        """The ids of the cases that hold this value."""

    def history(self, case_id: str) -> tuple[Event, ...]: ...

    def queue(
        self, office: str, roles: Iterable[str], start: str = "", sift: Sift = EVERYTHING
    ) -> Page:
        """What waits for these roles, the earliest due first: one page, of what comes after `start`
        and fits. One query for each role; a sifted page may be short, and yet not the last."""

    def ledger(self, office: str, month: str, *kinds: str) -> tuple[Told, ...]:
        """The lines of these kinds in the office's month, such as "2026-11", as time went by."""

    def ballots(self, office: str, month: str) -> tuple[Ballot, ...]:
        """What people said of the office in a month, in no order that tells anything."""

    def waking(self, until: datetime) -> tuple[str, ...]:
        """The ids of cases in transit, or with a reminder due, since before `until`."""

    def expiring(self, until: datetime) -> tuple[str, ...]:
        """The ids of ended cases that are to be erased before `until`, the earliest first."""


class Outbox(Protocol):
    def take(self, case_id: str, key: str, now: datetime) -> Letter | None:
        """Lease a letter for sending; None if it was sent or is being sent."""

    def sent(self, case_id: str, key: str, at: datetime, message_id: str) -> None: ...
    def doubted(self, case_id: str, key: str, at: datetime) -> None:
        """It was perhaps sent: for ten minutes its receipt may say so, then it is sent once more;
        doubted again, it is uncertain for good."""

    def dropped(self, case_id: str, key: str, status: str) -> None:
        """It will not be sent: "failed", "suppressed" or "unread"."""

    def told(self, case_id: str, key: str, receipt: Receipt) -> None:
        """What became of it, whatever was believed before, unless something graver is known."""

    def returned(self, case_id: str, key: str, at: datetime) -> None:
        """It was surely not sent: give it back, to be tried later; after five tries it failed."""

    def post(self, owner: str, letter: Letter, at: datetime) -> None:
        """Send a letter outside of any act, at most one a minute of its name and addressee.

        `owner`: a case's id, or "desk#OFFICE" for a letter to an officer about no one case.
        """

    def of(self, case_id: str) -> tuple[Sent, ...]: ...
    def unsent(self, until: datetime) -> tuple[tuple[str, str], ...]:
        """(case, key) of letters that should have left before `until`."""


class Counters(Protocol):
    def add(self, group: str, name: str, until: datetime | None = None) -> int:
        """One more of `name`, and how many there are now; forgotten some time after `until`."""

    def all(self, group: str) -> Mapping[str, int]:
        """Every count of the group, by name."""


class Suppressions(Protocol):
    """The mailboxes that nothing is sent to any more, by fingerprint."""

    def add(self, fingerprint: str, kind: str, at: datetime) -> None: ...
    def lift(self, fingerprint: str) -> None: ...
    def holds(self, fingerprint: str) -> bool: ...


class Workflow(Protocol):
    def start(self, name: str, sop: str, case_id: str, step: str) -> None:
        """Start an execution at `step`; its name makes a second start harmless."""

    def resume(self, token: str, outcome: str) -> bool:
        """Whether the workflow took the outcome; False if it no longer waits for it."""


@dataclass(frozen=True)
class Message:
    """One mail to one address; `attachments` by file name, (type, bytes)."""

    to: str
    sender: str
    sender_name: str
    reply_to: str
    subject: str
    text: str
    html: str
    attachments: Mapping[str, tuple[str, bytes]]
    tags: Mapping[str, str]


class Mail(Protocol):
    def send(self, message: Message) -> str:
        """The message's id; Unavailable if it was surely not sent, Doubtful if it perhaps was,
        Undeliverable if it never will be."""


@dataclass(frozen=True)
class Note:
    """A letter to one account's holder: `name`, known to the office by `address`. `id` stays the
    same however often the note is delivered."""

    id: str
    office: str
    name: str
    address: str
    subject: str
    text: str


class Messenger(Protocol):
    """An office's own confidential channel to each of its people."""

    def carries(self, office: str) -> bool: ...
    def deliver(self, note: Note) -> None:
        """Unavailable if it was surely or perhaps not taken; a repeated note is known by its id."""


class Signer(Protocol):
    key: str

    def sign(self, payload: str) -> bytes: ...


class Verifier(Protocol):
    def verify(self, key: str, payload: str, mac: bytes) -> bool: ...


class Fingerprints(Protocol):
    def of(self, kind: str, value: str) -> str:
        """A keyed hash of `value`, which cannot be guessed back without the key."""


class Seals(Protocol):
    def seal(self, text: str, case_id: str) -> str: ...
    def open(self, sealed: str, case_id: str) -> str: ...


class Press(Protocol):
    def pdf(self, paper: Paper) -> bytes:
        """The same paper gives the same bytes, so that their hash means something."""
