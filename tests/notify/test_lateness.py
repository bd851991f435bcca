"""A late officer: their desk and the role that the paper puts above it hear of it, once."""

import pytest

from tests.desk.office import STAFF, Desk
from tests.desk.walk import Walk
from tests.desk.walks import Babel, Kemenperin, Melawi

LATE = "Lewat batas waktu"
ABOVE = [(Melawi, "receiving", "markus"), (Babel, "at the subdivision", "iwan"),
         (Babel, "at the division", "ratna"), (Kemenperin, "receiving", "dian"),
         (Kemenperin, "at the centre", "bambang")]  # fmt: skip


@pytest.mark.parametrize(("walk", "stage", "superior"), ABOVE)
def test_who_is_above_a_late_officer_hears_of_it_once(
    desk: Desk, walk: type[Walk], stage: str, superior: str
) -> None:
    """The officers of the step are reminded by the same letter."""
    walk(desk).to(stage)
    for _ in range(20):
        desk.later(hours=12)
        desk.sweep()
    assert len(desk.mails(STAFF[superior].email, LATE)) == 1
    assert len(desk.history("escalated")) == 1
    here = desk.case().here
    busy = desk.world.staff.holders(walk.office, here.by)
    assert all(len(desk.mails(officer.email, LATE)) == 1 for officer in busy)
    told = {m.to for m in desk.world.mail.messages if LATE in m.subject}
    assert told <= {o.email for o in STAFF.values() if o.office == walk.office}
