"""What is late is heard of above the desk where it lies, whatever the SOP says of superiors."""

from dataclasses import replace
from datetime import timedelta
from io import StringIO

import pytest

from functions.core.attention import wake_at
from functions.core.facts import OpenStep
from functions.core.officer import Officer
from functions.core.sop import HEAD, Sop
from functions.core.step import Step
from functions.core.watch import first_look
from functions.notify.sweep import wake
from functions.offices import all_offices
from functions.sops import all_sops
from functions.verify.appoint import handler as appoint
from tests.desk.browser import SITE
from tests.desk.office import SITI, STAFF, Desk
from tests.desk.people import TRADER, Vendor
from tests.desk.stages import reach
from tests.infra.walks import at_step

BOSS = STAFF["wahyu"]
LATE = "lewat batas waktu"
DESKS = [
    pytest.param(sop.at("batang"), step, id=f"{sop.id}-{step.id}")
    for sop in all_sops().values()
    for step in sop.steps
    if step.kinds.waits and step.by != sop.applicant
]
BELOW = [desk for desk in DESKS if desk.values[1].by != HEAD]
"""All but the head's own, whom nobody is above."""


def _late(desk: Desk) -> None:
    """The time is over, and those at the desk had theirs to act on it."""
    for _ in range(3):
        desk.later(days=1)
        desk.sweep()


def test_where_the_paper_names_nobody_above_the_offices_head_hears(desk: Desk) -> None:
    reach(desk, "approving")
    _late(desk)
    told = desk.mails(BOSS.email, LATE)[0]
    assert f"{SITE}/antrean" in told.text
    assert f"{SITE}/t/" not in told.text
    assert "Giliran: Verifikator LPSE" in told.text
    assert desk.mails(SITI.email, LATE)


def test_where_there_is_nobody_to_tell_it_is_tried_until_there_is(
    desk: Desk, log: StringIO
) -> None:
    reach(desk, "approving")
    for officer in desk.world.staff.everybody("batang"):
        desk.appoint(replace(officer, active=False))
    _late(desk)
    assert desk.history("alerted") == []
    assert "nobody to tell" in log.getvalue()
    desk.appoint(BOSS)
    desk.sweep()
    assert len(desk.mails(BOSS.email, LATE)) == 1
    assert len(desk.history("alerted")) == 1


@pytest.mark.parametrize("office", all_offices())
def test_every_office_may_appoint_its_head(desk: Desk, office: str) -> None:
    told = {"id": "puncak", "name": "Puncak", "email": "puncak@kantor.test", "roles": [HEAD]}
    appoint({**told, "office": office}, None)
    assert "puncak" in {officer.id for officer in desk.holders(office, HEAD)}


def test_many_late_tasks_make_one_mail_an_hour(desk: Desk) -> None:
    vendors = [Vendor(desk, f"pemohon{n}@maju.co.id", TRADER) for n in range(7)]
    for vendor in vendors:
        vendor.apply("daring")
    for _ in range(12):
        desk.later(minutes=5)
        desk.sweep()
    assert len(desk.mails(SITI.email, "batas waktu")) <= 2
    for _ in range(12):
        desk.later(minutes=5)
        desk.sweep()
    last = desk.mails(SITI.email, "batas waktu")[-1]
    assert last.subject.startswith("7 tugas")
    assert last.text.count("Giliran:") == 7


def test_who_is_told_already_is_not_told_for_ever(desk: Desk) -> None:
    reach(desk, "approving")
    for _ in range(30):
        desk.later(days=1)
        desk.sweep()
    assert len(desk.mails(BOSS.email, LATE)) == 1
    assert wake_at(desk.case(), all_sops()[desk.case().sop]) is None


def test_the_head_may_look_at_no_task(desk: Desk) -> None:
    """Hearing of it is no right to decide it."""
    _, siti = reach(desk, "approving")
    desk.appoint(replace(SITI, roles=(HEAD,)))
    assert siti.browser.get(siti.task).status == 403


@pytest.mark.parametrize(("sop", "step"), BELOW)
def test_every_officers_wait_is_heard_of_by_somebody_else(desk: Desk, sop: Sop, step: Step) -> None:
    above = sop.superior(step.by)
    assert above != step.by
    desk.appoint(Officer("atas", sop.office, "Atas", "atas@kantor.test", (above,)))
    case = at_step(sop, step, desk.now)
    desk.world.cases.save(case)
    for _ in range(4):
        if due := wake_at(desk.world.cases.get(case.id), sop):
            desk.now = due + timedelta(seconds=1)
            wake(case.id)
            desk.settle()
    told = desk.mails("atas@kantor.test", "batas waktu")
    assert step.title in told[0].text


@pytest.mark.parametrize(("sop", "step"), DESKS)
def test_an_officers_wait_without_a_time_of_its_own_is_not_left_for_ever(
    desk: Desk, sop: Sop, step: Step
) -> None:
    """Such as a visit, whose hour is the visitor's to choose."""
    look = first_look(all_offices()[sop.office].calendar, step, desk.now, None)
    untimed = OpenStep(step.id, step.by, 1, desk.now, None, "token", look=look)
    case = replace(at_step(sop, step, desk.now), here=untimed)
    assert wake_at(case, sop) == desk.now + step.expires.calendar
    assert timedelta(0) < step.expires.calendar < timedelta(days=90)
