"""An applicant who stays silent: reminders, then the step's own end; by machine and by sweep."""

import pytest

from functions.sops import current
from tests.desk.office import Desk
from tests.desk.walk import Walk
from tests.desk.walks import Babel, Kemenperin, Melawi

SILENT = [
    (Melawi, "registered", "kedaluwarsa"), (Melawi, "visiting", "kedaluwarsa"),
    (Melawi, "mending", "kedaluwarsa"), (Melawi, "signing", "selesai"),
    (Babel, "registered", "kedaluwarsa"), (Babel, "mending", "kedaluwarsa"),
    (Kemenperin, "registered", "kedaluwarsa"), (Kemenperin, "mending", "kedaluwarsa"),
]  # fmt: skip
IDS = [f"{walk.office} {stage}" for walk, stage, _ in SILENT]


@pytest.mark.parametrize(("walk", "stage", "end"), SILENT, ids=IDS)
def test_the_machine_gives_up_waiting(desk: Desk, walk: type[Walk], stage: str, end: str) -> None:
    there = walk(desk).to(stage)
    desk.machine.lapse(desk.case().id)
    desk.settle()
    assert desk.case().closed.end == end
    assert desk.mails(there.applicant.address)[-1].tags["letter"] == end
    assert not desk.case().holds


@pytest.mark.parametrize(("walk", "stage", "end"), SILENT, ids=IDS)
def test_the_sweep_reminds_and_then_ends_what_the_machine_forgot(
    desk: Desk, walk: type[Walk], stage: str, end: str
) -> None:
    """G1."""
    there = walk(desk).to(stage)
    step = current(there.sop).step(desk.case().here.id)
    before = len(desk.mails(there.applicant.address))
    for _ in range(65):
        desk.later(days=1)
        desk.sweep()
    letters = [m.tags["letter"] for m in desk.mails(there.applicant.address)[before:]]
    reminders = [step.kinds.reminds] * len(step.reminders)
    assert letters == [*reminders, "akan-berakhir", end]
    assert desk.case().closed.end == end


def test_the_last_notice_names_the_day_on_which_silence_ends_the_case(desk: Desk) -> None:
    walk = Babel(desk).to("mending")
    desk.later(days=7)
    desk.sweep()
    desk.later(days=14)
    desk.sweep()
    desk.later(days=6)
    desk.sweep()
    mail = desk.mails(walk.applicant.address)[-1]
    assert mail.subject.endswith("akan ditutup pada Rabu, 8 April 2026")
    assert "kedaluwarsa" in mail.text


def test_a_visitor_who_is_reminded_knows_what_to_bring(desk: Desk) -> None:
    walk = Melawi(desk).to("visiting")
    desk.later(days=3, minutes=1)
    desk.sweep()
    (mail,) = desk.mails(walk.applicant.address, "menunggu kedatangan")
    assert "Fotokopi NPWP Perusahaan" in mail.text


def test_a_statement_left_unsigned_is_a_row_skipped(desk: Desk) -> None:
    """G9."""
    walk = Melawi(desk).to("signing")
    desk.machine.lapse(desk.case().id)
    desk.settle()
    assert walk.applicant.rows[7] == "skipped"
