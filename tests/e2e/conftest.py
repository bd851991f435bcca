"""One stage for all: the real stack, deployed by the CDK CLI onto the emulator."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pytest

from infra.demo.client import Client
from infra.demo.inbox import Inbox
from infra.demo.story import Story, read, stories
from infra.demo.walk import Walk, walk
from infra.local.ports import free_port
from infra.local.stage import Stage, local_stage
from tests.aws.receiver import Receiver, receiving

AT_ONCE = 8
VARIANTS = Path(__file__).with_name("stories")
Tell = Callable[..., Walk]
Name = TypeVar("Name")


@dataclass(kw_only=True)
class Post(Inbox):
    """Mails, and what came by the office's own messenger instead."""

    messenger: Receiver

    def mails(self) -> list[dict[str, Any]]:
        notes = [{"id": id_, **note["data"]} for id_, note in self.messenger.bodies.items()]
        return [*super().mails(), *(n for n in notes if n["address"] == self.address)]


@pytest.fixture(scope="session")
def messenger() -> Iterator[Receiver]:
    """Kemenperin's e-Pesan."""
    with receiving("") as receiver:
        yield receiver


@pytest.fixture(scope="session")
def stage(messenger: Receiver) -> Iterator[Stage]:
    with local_stage(free_port(), free_port(), messengers={"kemenperin": messenger.url}) as stage:
        secrets = stage.client("secretsmanager")
        [secret] = secrets.list_secrets()["SecretList"]
        messenger.secret = secrets.get_secret_value(SecretId=secret["ARN"])["SecretString"]
        yield stage


@pytest.fixture
def client(stage: Stage) -> Client:
    return Client(stage.site)


@pytest.fixture(scope="session")
def inboxes(stage: Stage, messenger: Receiver) -> Callable[[str], Inbox]:
    client = Client(stage.site)

    return lambda address: Post(client, stage.mailbox, address, messenger=messenger)


@pytest.fixture(scope="session")
def every_story() -> dict[str, Story]:
    """The demo's, and variants that it leaves out."""
    return stories() | {path.stem: read(path) for path in VARIANTS.glob("*.toml")}


@pytest.fixture(scope="session")
def tell(stage: Stage, inboxes: Callable[[str], Inbox], every_story: dict[str, Story]) -> Tell:
    """A story about to begin; `changes` to it."""

    def begin(name: str, **changes: Any) -> Walk:
        return walk(stage, every_story[name].model_copy(update=changes), inboxes)

    return begin


@pytest.fixture(scope="session")
def told(tell: Tell, every_story: dict[str, Story]) -> dict[str, Walk]:
    """Every story, walked to its end."""
    return together({name: tell(name) for name in every_story})


def together(walks: dict[Name, Walk]) -> dict[Name, Walk]:
    """All of them at once, each to its end: a walk is mostly waiting."""
    with ThreadPoolExecutor(AT_ONCE) as crew:
        list(crew.map(Walk.run, walks.values()))
    return walks
