"""One stage for all: the real stack, deployed by the CDK CLI onto the emulator."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from infra.demo.client import Client
from infra.demo.inbox import Inbox
from infra.demo.seats import seats
from infra.demo.story import Story, Turn, read, stories
from infra.demo.walk import Walk, walk
from infra.local.ports import free_port
from infra.local.stage import Stage, local_stage
from tests.aws.receiver import Receiver, receiving
from tests.e2e.browsing import DESK, PHONE, sit

AT_ONCE = 8
PATIENCE = 10_000
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
VARIANTS = Path(__file__).with_name("stories")
Tell = Callable[..., Walk]
Inboxes = Callable[[str], Inbox]
Seat = Callable[[str], Client]
Chair = Callable[[str], Page]
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
def inboxes(stage: Stage, messenger: Receiver) -> Inboxes:
    client = Client(stage.site)

    return lambda address: Post(client, stage.mailbox, address, messenger=messenger)


@pytest.fixture(scope="session")
def every_story() -> dict[str, Story]:
    """The demo's, and variants that it leaves out."""
    return stories() | {path.stem: read(path) for path in VARIANTS.glob("*.toml")}


@pytest.fixture(scope="session")
def tell(stage: Stage, inboxes: Inboxes, every_story: dict[str, Story]) -> Tell:
    """A story about to begin; `changes` to it."""

    def begin(name: str, **changes: Any) -> Walk:
        return walk(stage, every_story[name].model_copy(update=changes), inboxes)

    return begin


@pytest.fixture(scope="session")
def told(tell: Tell, every_story: dict[str, Story]) -> dict[str, Walk]:
    """Every story, walked to its end."""
    return together({name: tell(name) for name in every_story})


@pytest.fixture(scope="session")
def waiting(tell: Tell) -> Walk:
    """A case on the verifiers' desk; nobody decides it."""
    told = tell("batang-tatap-muka")
    told.until_at("verify")
    return told


@pytest.fixture(scope="session")
def closed(tell: Tell) -> Walk:
    """A case whose account was made, and whose last row an officer skipped."""
    told = tell("batang-tatap-muka", turns=(Turn(at="sikap", helper=True, message="Ditelepon."),))
    told.run()
    return told


def together(walks: dict[Name, Walk]) -> dict[Name, Walk]:
    """All of them at once, each to its end: a walk is mostly waiting."""
    with ThreadPoolExecutor(AT_ONCE) as crew:
        list(crew.map(Walk.run, walks.values()))
    return walks


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def phone(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=PHONE, java_script_enabled=request.param)
    yield context
    context.close()


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE)
    yield context.new_page()
    context.close()


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=DESK)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def seat(stage: Stage) -> Seat:
    """An officer who is signed in, by their address, as a program."""
    door = seats(stage.site, stage.mailbox)
    return lambda email: Client(stage.site, door.cookie(email))


@pytest.fixture
def chair(stage: Stage, browser: Browser, seat: Seat) -> Iterator[Chair]:
    """The same at a browser of their own."""
    contexts: list[BrowserContext] = []

    def taken(email: str) -> Page:
        context = browser.new_context(viewport=DESK, base_url=stage.site)
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        sit(page, stage.site, seat(email).cookie)
        return page

    yield taken
    for context in contexts:
        context.close()
