import pytest

from tests.complaints.mails import Postbox
from tests.desk.office import Desk


@pytest.fixture
def postbox(desk: Desk) -> Postbox:
    return Postbox(desk)
