import pytest

from tests.complaints.mails import Postbox
from tests.desk.complaining import Complaint
from tests.desk.office import Desk


@pytest.fixture
def postbox(desk: Desk) -> Postbox:
    return Postbox(desk)


@pytest.fixture
def walk(desk: Desk) -> Complaint:
    """A complaint that lies on the usual desk."""
    return Complaint(desk).to("lodged")
