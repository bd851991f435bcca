import pytest

from tests.desk.mailman import tell
from tests.desk.office import Desk
from tests.desk.officer import Officer
from tests.desk.people import WULAN
from tests.desk.stages import reach


@pytest.fixture
def caller(desk: Desk) -> Officer:
    """An officer whose applicant, about to mend, did not get the mail that says so."""
    _, siti = reach(desk, "mending")
    tell(desk, "bounced", desk.mails(WULAN, "perlu dilengkapi")[-1])
    return siti
