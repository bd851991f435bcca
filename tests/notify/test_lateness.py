"""A late officer: whoever has the task hears first, then the next above, and so on to the head."""

import pytest

from tests.desk.office import STAFF, Desk
from tests.desk.walk import Walk
from tests.desk.walks import Babel, Kemenperin, Melawi

LATE = "lewat batas waktu"
ABOVE = [(Melawi, "receiving", "markus"), (Babel, "at the subdivision", "iwan"),
         (Babel, "at the division", "ratna"), (Kemenperin, "receiving", "dian"),
         (Kemenperin, "at the centre", "bambang")]  # fmt: skip


@pytest.mark.parametrize(("walk", "stage", "superior"), ABOVE)
def test_who_is_above_a_late_officer_hears_of_it(
    desk: Desk, walk: type[Walk], stage: str, superior: str
) -> None:
    made = walk(desk).to(stage)
    due = desk.case().here.due
    desk.now = due
    desk.later(seconds=1)
    desk.sweep()
    busy = {officer.email for officer in desk.holders(made.office, desk.case().here.by)}
    assert {m.to for m in desk.world.mail.messages if LATE in m.subject} == busy
    desk.later(minutes=15)
    desk.sweep()
    (told,) = desk.mails(STAFF[superior].email, LATE)
    assert desk.case().id in told.text
    assert len([e for e in desk.history("deviated") if e.detail["what"] == "late"]) == 1


@pytest.mark.parametrize(("walk", "stage", "superior"), ABOVE)
def test_nobody_of_another_office_hears_and_nobody_is_flooded(
    desk: Desk, walk: type[Walk], stage: str, superior: str
) -> None:
    walk(desk).to(stage)
    for _ in range(20):
        desk.later(hours=12)
        desk.sweep()
    told = [m.to for m in desk.world.mail.messages if LATE in m.subject]
    assert set(told) <= {o.email for o in STAFF.values() if o.office == walk.office}
    assert max(told.count(to) for to in told) <= 3


def test_half_of_its_time_later_the_holder_is_reminded_and_nobody_else(desk: Desk) -> None:
    Babel(desk).to("at the division")
    here = desk.case().here
    desk.now = here.look
    desk.sweep()
    (told,) = [m for m in desk.world.mail.messages if "mendekati batas waktu" in m.subject]
    assert told.to == STAFF["hendra"].email or told.to == STAFF["ratna"].email
    assert "Giliran: belum diambil" in told.text
    assert [e.detail["what"] for e in desk.history("deviated")] == ["paused"]
