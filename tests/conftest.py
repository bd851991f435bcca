import logging
from collections.abc import Iterator
from io import StringIO

import pytest

from functions.web.room import logger
from functions.world import world
from tests.desk.browser import SITE
from tests.desk.office import BUDI, Desk
from tests.desk.people import Vendor, Verifier
from tests.desk.stages import reach
from tests.fakes.clean import SHOWN
from tests.fakes.scans import ORIGIN


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """Both rooms, the relay and the sweep, standing on fakes."""
    monkeypatch.setenv("SITE_URL", SITE)
    monkeypatch.setenv("UPLOAD_ORIGIN", ORIGIN)
    monkeypatch.setenv("SHOWN_ORIGINS", SHOWN)
    world.cache_clear()
    yield Desk(world())
    world.cache_clear()


@pytest.fixture
def log() -> Iterator[StringIO]:
    """All that the rooms, the relay and the sweep log, as it is written."""
    written = StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(logger.registered_formatter)
    logging.getLogger(logger.service).addHandler(handler)
    yield written
    logging.getLogger(logger.service).removeHandler(handler)


@pytest.fixture
def vendor(desk: Desk) -> Vendor:
    return Vendor(desk)


@pytest.fixture
def siti(desk: Desk) -> Verifier:
    return Verifier(desk)


@pytest.fixture
def budi(desk: Desk) -> Verifier:
    return Verifier(desk, BUDI.email)


@pytest.fixture
def both(desk: Desk) -> tuple[Vendor, Verifier]:
    """Who applied and waits for a call, and Siti, who is to say when."""
    return reach(desk, "scheduling")
