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

TELLTALE = {"log", "monkeypatch"}


@pytest.fixture
def desk(request: pytest.FixtureRequest) -> Iterator[Desk]:
    """Both rooms, the relay and the sweep, standing on fakes.

    A test that reads the log or alters the code sees every act done anew.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", SITE)
        patch.setenv("UPLOAD_ORIGIN", ORIGIN)
        patch.setenv("SHOWN_ORIGINS", SHOWN)
        if TELLTALE & {*request.fixturenames}:
            patch.setattr("tests.desk.memory.known", {})
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
