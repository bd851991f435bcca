import pytest

from tests.desk.office import Desk
from tests.desk.people import TRADER, Vendor
from tests.register.ballots import Box
from tests.register.leaves import filler


@pytest.fixture
def company(desk: Desk) -> Vendor:
    return filler(desk)


@pytest.fixture
def rival(desk: Desk) -> Vendor:
    """Another applicant who waits for a call."""
    return Vendor(desk, "dua@maju.co.id", TRADER).apply("daring")


@pytest.fixture
def box(desk: Desk) -> Box:
    """In July: the first half of the year is over."""
    desk.later(days=120)
    return Box(desk)
