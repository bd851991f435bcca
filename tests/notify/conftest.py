from collections.abc import Iterator

import pytest

from functions.core.ports import Message
from tests.desk.office import Desk
from tests.notify.letters import KEPT, LETTERS, Written


@pytest.fixture(params=LETTERS)
def written(desk: Desk, request: pytest.FixtureRequest) -> Iterator[Written]:
    yield from KEPT.lend(desk, request.param)


@pytest.fixture
def letter(written: Written) -> Message:
    return written.message
