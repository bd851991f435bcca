"""The offices on fakes: a clock that a test moves, and what runs between two acts."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random
from typing import Any

from aws_lambda_powertools.utilities.batch.exceptions import BatchProcessingError

from functions.core.facts import Officer
from functions.core.ports import Message
from functions.notify import relay, sweep
from functions.register import scans as scans_room
from functions.world import World
from infra.local.staff import roster
from tests.desk.browser import SITE
from tests.desk.machine import Machine
from tests.fakes import Down, furnish

MONDAY = datetime(2026, 3, 9, 2, 0, tzinfo=UTC)  # 09:00 in Batang
STAFF = {p["id"]: Officer(**{**p, "roles": tuple(p["roles"])}) for p in roster()}
SITI, BUDI = STAFF["siti"], STAFF["budi"]
PORTS = ("cases", "outbox", "staff", "workflow", "mail", "messenger", "scans", "signer", "verifier",
         "fingerprints", "seals", "press", "archive")  # fmt: skip


class Desk:
    """`deaf`: the stream loses everything that happens."""

    def __init__(self, world: World) -> None:
        self.world: Any = furnish(world)
        self.now, self.deaf = MONDAY, False
        random, numbers = Random(7), count(1)
        self.world.now = lambda: self.now
        self.world.pick = random.choice
        self.world.token = lambda: f"chance-{next(numbers)}-{random.getrandbits(64):x}"
        self.machine = Machine(self.world.workflow)
        self._told: set[tuple[str, str]] = set()
        for officer in STAFF.values():
            self.world.staff.appoint(officer)

    def later(self, **span: float) -> None:
        self.now += timedelta(**span)

    def settle(self) -> None:
        """Let stream and workflow run until nothing moves any more."""
        while self._listen() | self.machine.turn():
            pass

    def sweep(self) -> None:
        sweep.handler({}, None)
        self.settle()

    def arrive(self, key: str, content: bytes) -> None:
        """A scan was posted: the store tells of it."""
        version = self.world.scans.put(key, content)
        event = {"detail": {"object": {"key": key, "version-id": version}}}
        scans_room.handler(event, None)

    def case(self) -> Any:
        """The only case there is."""
        (number,) = self.world.cases.snapshots
        return self.world.cases.get(number)

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
        return repr((w.cases.snapshots, w.cases.events, w.cases.claims, w.outbox.entries,
                     w.staff.officers, w.mail.messages, w.messenger.notes, w.scans.versions,
                     w.archive.kept, w.workflow.started, w.workflow.resumed,
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
        events = {(case, f"event#{seq}"): raw for (case, seq), raw in self._events()}
        news = {key: kind for key, kind in {**events, **self._letters()}.items()
                if key not in self._told}  # fmt: skip
        self._told |= set(news)
        if not news or self.deaf:
            return False
        try:
            answer = relay.handler({"Records": [record(k, v) for k, v in news.items()]}, None)
            assert self.world.mail.down or not answer["batchItemFailures"], answer
        except BatchProcessingError:
            if not self.world.mail.down:
                raise
        return True

    def _events(self) -> list[tuple[tuple[str, int], str]]:
        cases = self.world.cases
        return [(key, cases.history(key[0])[key[1] - 1].kind) for key in cases.events]

    def _letters(self) -> dict[tuple[str, str], str]:
        return dict.fromkeys(self.world.outbox.entries, "mail")


def record(key: tuple[str, str], kind: str) -> dict[str, Any]:
    """The stream's word on one written item."""
    image = {"pk": {"S": key[0]}, "sk": {"S": key[1]}, "kind": {"S": kind}}
    return {
        "eventID": "/".join(key),
        "eventName": "INSERT",
        "eventSource": "aws:dynamodb",
        "dynamodb": {"NewImage": image, "SequenceNumber": "/".join(key)},
    }
