import pytest

from tests.desk.office import Desk
from tests.desk.posts import POSTS, Ready


@pytest.fixture(params=POSTS)
def ready(desk: Desk, request: pytest.FixtureRequest) -> Ready:
    """Before each command of both rooms in turn."""
    return Ready(desk, request.param)


@pytest.fixture(params=[n for n, p in POSTS.items() if p.free])
def wordy(desk: Desk, request: pytest.FixtureRequest) -> Ready:
    """Before each command that takes a person's own words."""
    return Ready(desk, request.param)
