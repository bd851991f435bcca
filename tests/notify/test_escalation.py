"""What is late is heard of above the desk where it lies, whatever the SOP says of superiors."""

from dataclasses import replace
from datetime import timedelta
from io import StringIO

import pytest

from functions.core.attention import wake_at
from functions.core.facts import Officer, OpenStep
from functions.core.sop import HEAD, Sop
from functions.core.step import Step
from functions.notify.sweep import wake
from functions.offices import all_offices
from functions.sops import all_sops
from functions.verify.appoint import handler as appoint
from tests.desk.browser import SITE
from tests.desk.office import SITI, STAFF, Desk
from tests.desk.stages import reach
from tests.infra.walks import at_step

BOSS = STAFF["wahyu"]
LATE = "Lewat batas waktu"
DESKS = [
    pytest.param(sop, step, id=f"{sop.id}-{step.id}")
    for sop in all_sops().values()
    for step in sop.steps
    if step.kinds.waits and step.by != sop.applicant
]


def test_where_the_paper_names_nobody_above_the_offices_head_hears(desk: Desk) -> None:
    reach(desk, "approving")
    desk.later(days=3)
    desk.sweep()
    (told,) = desk.mails(BOSS.email, LATE)
    assert f"{SITE}/petugas" in told.text
    assert f"{SITE}/t/" not in told.text
    assert all_offices()["batang"].head in told.text
    (own,) = desk.mails(SITI.email, LATE)
    assert f"{SITE}/t/" in own.text


def test_where_there_is_nobody_to_tell_it_is_tried_until_there_is(
    desk: Desk, log: StringIO
) -> None:
    reach(desk, "approving")
    for officer in desk.world.staff.everybody("batang"):
        desk.world.staff.appoint(replace(officer, active=False))
    for _ in range(3):
        desk.later(days=3)
        desk.sweep()
    assert desk.history("escalated") == []
    assert "nobody to tell" in log.getvalue()
    desk.world.staff.appoint(BOSS)
    desk.sweep()
    assert len(desk.mails(BOSS.email, LATE)) == 1
    assert len(desk.history("escalated")) == 1


@pytest.mark.parametrize("office", all_offices())
def test_every_office_may_appoint_its_head(desk: Desk, office: str) -> None:
    told = {"id": "puncak", "name": "Puncak", "email": "puncak@kantor.test", "roles": [HEAD]}
    appoint({**told, "office": office}, None)
    assert "puncak" in {officer.id for officer in desk.world.staff.holders(office, HEAD)}


def test_it_is_said_once(desk: Desk) -> None:
    reach(desk, "approving")
    for _ in range(5):
        desk.later(days=3)
        desk.sweep()
    assert len(desk.mails(BOSS.email, LATE)) == 1
    assert len(desk.history("escalated")) == 1


def test_the_head_may_look_at_no_task(desk: Desk) -> None:
    """Hearing of it is no right to decide it."""
    _, siti = reach(desk, "approving")
    desk.world.staff.appoint(replace(SITI, roles=(HEAD,)))
    assert siti.browser.get(siti.task).status == 403


@pytest.mark.parametrize(("sop", "step"), DESKS)
def test_every_officers_wait_is_heard_of_by_somebody_else(desk: Desk, sop: Sop, step: Step) -> None:
    above = sop.superior(step.by)
    assert above != step.by
    desk.world.staff.appoint(Officer("atas", sop.office, "Atas", "atas@kantor.test", (above,)))
    case = at_step(sop, step, desk.now)
    desk.world.cases.save(case)
    desk.now = wake_at(case, sop)
    wake(case.id)
    desk.settle()
    (told,) = desk.mails("atas@kantor.test", LATE)
    assert step.title in told.subject


@pytest.mark.parametrize(("sop", "step"), DESKS)
def test_an_officers_wait_without_a_time_of_its_own_is_not_left_for_ever(
    desk: Desk, sop: Sop, step: Step
) -> None:
    """Such as a visit, whose hour is the visitor's to choose."""
    untimed = OpenStep(step.id, step.by, 1, desk.now, None, "token")
    case = replace(at_step(sop, step, desk.now), here=untimed)
    assert wake_at(case, sop) == desk.now + step.expires.calendar
    assert timedelta(0) < step.expires.calendar < timedelta(days=90)
