"""One stage for all: the real stack, deployed by the CDK CLI onto the emulator."""

from collections.abc import Iterator

import pytest

from infra.demo.client import Client
from infra.demo.inbox import Inbox
from infra.demo.people import Verifier
from infra.local.ports import free_port
from infra.local.stage import Stage, local_stage


@pytest.fixture(scope="session")
def stage() -> Iterator[Stage]:
    with local_stage(free_port(), free_port()) as stage:
        yield stage


@pytest.fixture
def client(stage: Stage) -> Client:
    return Client(stage.site)


@pytest.fixture
def verifier(stage: Stage, client: Client) -> Verifier:
    return Verifier(client, Inbox(client, stage.mailbox, stage.staff[0]["email"]))
