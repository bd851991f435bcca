"""A case that was kept as long as it must be, and then destroyed."""

from tests.desk.office import Desk
from tests.desk.walks import Batang

YEARS = {"days": 3654}


def gone(desk: Desk) -> Batang:
    walk = Batang(desk).to("closed")
    desk.retire(**YEARS)
    return walk
