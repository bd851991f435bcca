"""A new initial password is offered wherever the role that made the accounts has a later task."""

import pytest

from tests.desk.browser import Browser, program
from tests.desk.office import Desk
from tests.desk.officer import Officer
from tests.desk.samples import NIP, PEOPLE
from tests.desk.stages import reach
from tests.desk.walks import Kemenperin, Melawi

ANEW = {"password": "Baru-Sekali-88", "holder": "h3"}


def _offered(officer: Officer) -> bool:
    task = officer.task
    return f'href="{task}/sandi"' in Browser().get(task).body


@pytest.mark.parametrize("stage", ["drafting", "archiving", "sending"])
def test_every_later_task_of_who_made_the_accounts_leads_there(desk: Desk, stage: str) -> None:
    assert _offered(Kemenperin(desk).to(stage).team)


@pytest.mark.parametrize(("stage", "role"), [("correcting", "lpse"), ("signing", "ukpbj")])
def test_nobody_else_is_led_there_or_let_in(desk: Desk, stage: str, role: str) -> None:
    officer: Officer = getattr(Kemenperin(desk).to(stage), role)
    before = desk.case()
    assert not _offered(officer)
    assert program("POST", f"{officer.task}/sandi", ANEW).status == 409
    assert desk.case() == before


def test_before_there_is_an_account_there_is_none_to_issue_anew(desk: Desk) -> None:
    assert not _offered(Kemenperin(desk).to("approving").team)


def test_a_follow_up_leads_there_where_passwords_are_sealed_alone(desk: Desk) -> None:
    _, siti = reach(desk, "following")
    queued = siti.queued
    assert f'href="{queued}/sandi"' in Browser().get(queued).body


def test_where_the_applicant_chose_the_password_nothing_is_issued(desk: Desk) -> None:
    lidia = Melawi(desk).to("signing").officer("verifikator")
    queued = lidia.queued
    assert f"{queued}/sandi" not in Browser().get(queued).body
    assert program("POST", f"{queued}/sandi", {"password": "Baru-Sekali-88"}).status == 409


def test_who_was_handed_theirs_outside_opens_the_new_one_in_loket(desk: Desk) -> None:
    walk = Kemenperin(desk).to("drafting")
    assert walk.team.at(f"{walk.team.task}/sandi", ANEW).status == 303
    assert desk.case().accounts["h3"].outside == ""
    link = desk.link(PEOPLE[2]["surel"], "h")
    shown = program("POST", f"{link}/akun", {"fact": NIP[2]})
    assert shown.view["password"] == ANEW["password"]
