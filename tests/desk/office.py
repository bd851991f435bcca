"""The offices on fakes: a clock that a test moves, and what runs between two acts."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, Self

from aws_lambda_powertools.utilities.batch.exceptions import BatchProcessingError

from functions.core.officer import Officer, acting
from functions.core.ports import Message
from functions.core.presence import Presence
from functions.core.staff import appointed
from functions.notify import relay, sweep
from functions.offices import all_offices
from functions.register import scans as scans_room
from functions.verify import retention
from functions.verify.appoint import known
from functions.web.session import Session
from functions.world import World
from infra.local.staff import roster
from tests.desk.browser import SITE, seat, secret_of
from tests.desk.machine import Machine
from tests.desk.memory import lead
from tests.desk.stream import record
from tests.fakes import Down, furnish

LONG = datetime(2040, 1, 1, tzinfo=UTC)
MONDAY = datetime(2026, 3, 9, 2, 0, tzinfo=UTC)  # 09:00 in Batang
STAFF = {p["id"]: Officer(**{**p, "roles": tuple(p["roles"]), "standing": 1}) for p in roster()}
SITI, BUDI = STAFF["siti"], STAFF["budi"]
PORTS = ("cases", "outbox", "staff", "workflow", "mail", "messenger", "scans", "signer", "verifier",
         "fingerprints", "seals", "press", "archive", "shredder", "clean", "malware",
         "stamps", "suppressions", "counters")  # fmt: skip


class Desk:
    """`deaf`: the stream loses everything that happens."""

    def __init__(self, world: World) -> None:
        self.world: Any = furnish(world)
        self.now, self.deaf = MONDAY, False
        self._random, self._chances = Random(7), 0
        self.world.now, self.world.token = self._clock, self._token
        self.world.pick = self._random.choice
        self.machine = Machine(self.world.workflow)
        self._told: set[tuple[tuple[str, str], datetime]] = set()
        lead(self, {"staffed": Desk._staff})

    @property
    def desk(self) -> Self:
        return self

    def _staff(self) -> None:
        for officer in STAFF.values():
            self.appoint(officer)

    def _clock(self) -> datetime:
        return self.now

    def _token(self) -> str:
        self._chances += 1
        return f"chance-{self._chances}-{self._random.getrandbits(64):x}"

    def appoint(self, officer: Officer) -> Officer:
        """As an operator does it; and the officer signs in at once, for a long time."""
        before = known(officer.office, officer.id)
        anew = replace(officer, standing=before.standing if before else 0)
        self.world.staff.appoint([anew], [appointed(before, anew, "", self.now)])
        return self.sign_in(officer.office, officer.id)

    def sign_in(self, office: str, officer: str) -> Officer:
        """Without a code, which has tests of its own."""
        presence: Presence = self.world.staff.presence(office, officer)
        opened = Session(office, officer, secret_of(officer)).hash(self.world.epoch)
        self.world.staff.keep(replace(presence, sessions={opened: LONG}), self.now)
        return presence.officer

    def seat_of(self, address: str) -> str:
        """What goes before a path that whoever reads this mailbox asks for."""
        staff = (o for office in all_offices() for o in self.world.staff.everybody(office))
        return next(seat(o.office, o.id) for o in staff if o.email == address)

    def holders(self, office: str, role: str) -> tuple[Officer, ...]:
        """Who may act in this role today."""
        day = all_offices()[office].today(self.now)
        return acting(self.world.staff.everybody(office), role, day)

    def later(self, **span: float) -> None:
        self.now += timedelta(**span)

    def settle(self) -> None:
        """Let stream and workflow run until nothing moves any more."""
        while self._listen() | self.machine.turn():
            pass

    def sweep(self) -> None:
        sweep.handler({}, None)
        self.settle()

    def retire(self, **later: float) -> None:
        """The hourly destruction runs, so much later."""
        self.later(**later)
        retention.handler({}, None)
        self.settle()

    def arrive(self, key: str, content: bytes) -> None:
        """A scan was posted: the store tells of it."""
        version = self.world.scans.put(key, content, self.now)
        event = {"detail": {"object": {"key": key, "version-id": version}}}
        scans_room.handler(event, None)

    def case(self) -> Any:
        """The only case there is."""
        (number,) = self.world.cases.snapshots
        return self.world.cases.get(number)

    def hashes(self, name: str) -> list[str]:
        """Of the files of its document of this name, in their order."""
        return [leaf.sha256 for leaf in self.case().documents[name].leaves]

    def history(self, kind: str = "") -> list[Any]:
        return [e for e in self.world.cases.history(self.case().id) if kind in {"", e.kind}]

    def mails(self, to: str, subject: str = "") -> list[Message]:
        return [m for m in self.world.mail.to(to) if subject in m.subject]

    def link(self, to: str, room: str) -> str:
        """The newest link in the mailbox, as a path."""
        sent = (*self.world.mail.to(to), *self.world.messenger.to(to))
        found = [word.removeprefix(SITE) for letter in sent
                 for word in letter.text.split() if word.startswith(f"{SITE}/{room}/")]  # fmt: skip
        assert found, f"no letter to {to} has a link to /{room}/"
        return "/".join(found[-1].split("/")[:3])

    def state(self) -> str:
        """All that is stored anywhere, to be compared."""
        w = self.world
        return repr((w.cases.snapshots, w.cases.events, w.cases.claims, w.cases.box,
                     w.outbox.entries, w.staff.lines, w.staff.news, w.mail.messages,
                     w.messenger.notes, w.scans.versions, w.clean.versions, w.counters.tallies,
                     w.archive.kept, w.suppressions.kept, w.workflow.started, w.workflow.resumed,
                     w.workflow.waiting))  # fmt: skip

    @contextmanager
    def down(self, port: str) -> Iterator[None]:
        with self.instead(port, Down()):
            yield

    @contextmanager
    def instead(self, port: str, other: Any) -> Iterator[None]:
        kept = getattr(self.world, port)
        setattr(self.world, port, other)
        try:
            yield
        finally:
            setattr(self.world, port, kept)

    @contextmanager
    def before_save(self, act: Callable[[], object]) -> Iterator[None]:
        """`act` happens just before the next saving of a case: somebody is faster."""
        save, cases = self.world.cases.save, self.world.cases

        def slower(*args: Any) -> Any:
            del cases.save
            act()
            return save(*args)

        cases.save = slower
        yield
        vars(cases).pop("save", None)

    def _listen(self) -> bool:
        """Hand the relay what was written since it was last told."""
        events = {(case, f"event#{seq}"): (case, seq) for case, seq in self.world.cases.events}
        written = {**dict.fromkeys(events, MONDAY), **self._letters()}
        fresh = {(key, at) for key, at in written.items()} - self._told
        news = {key: self._kind(events.get(key)) for key in written if (key, written[key]) in fresh}
        self._told |= fresh
        if not news or self.deaf:
            return False
        try:
            answer = relay.handler({"Records": [record(k, v) for k, v in news.items()]}, None)
            assert self.world.mail.down or not answer["batchItemFailures"], answer
        except BatchProcessingError:
            if not self.world.mail.down:
                raise
        return True

    def _kind(self, event: tuple[str, int] | None) -> str:
        """Of an event; what is none is a mail."""
        return self.world.cases.history(event[0])[event[1] - 1].kind if event else "mail"

    def _letters(self) -> dict[tuple[str, str], datetime]:
        """With the time at which each was written last."""
        return {key: entry.sent.at for key, entry in self.world.outbox.entries.items()}
