from collections.abc import Iterator

import pytest

from tests.desk.keeping import Keeper
from tests.desk.office import Desk
from tests.desk.posts import POSTS, Ready

_kept = Keeper(Ready)


@pytest.fixture(params=POSTS)
def ready(desk: Desk, request: pytest.FixtureRequest) -> Iterator[Ready]:
    """Before each command of both rooms in turn."""
    yield from _kept.lend(desk, request.param)


@pytest.fixture(params=[n for n, p in POSTS.items() if p.free])
def wordy(desk: Desk, request: pytest.FixtureRequest) -> Iterator[Ready]:
    """Before each command that takes a person's own words."""
    yield from _kept.lend(desk, request.param)
