"""Signing in: by a code to one's own mailbox, at a door that tells nobody who is an officer."""

from dataclasses import replace
from datetime import date

import pytest

from tests.desk.browser import Browser, program
from tests.desk.office import SITI, STAFF, Desk
from tests.desk.stages import reach
from tests.verify.door import ask, codes, enter, signed_in


def test_the_code_of_the_mail_opens_the_queue(desk: Desk) -> None:
    assert signed_in(desk).get("/antrean").status == 200


def test_the_door_tells_nobody_who_is_an_officer(desk: Desk) -> None:
    """G16."""
    addresses = (SITI.email, "x@y.id", STAFF["lidia"].email)
    answers = [program("POST", "/petugas", {"email": a}) for a in addresses]
    assert {a.status for a in answers} == {200}
    told = {a.body.replace(address, "") for a, address in zip(answers, addresses, strict=True)}
    assert len(told) == 1
    desk.settle()
    assert {m.to for m in desk.world.mail.messages} == {SITI.email, STAFF["lidia"].email}


def test_the_door_sends_one_mail_a_minute(desk: Desk) -> None:
    for _ in range(10):
        program("POST", "/petugas", {"email": SITI.email.upper()})
    desk.settle()
    assert len(desk.mails(SITI.email)) == 1


@pytest.mark.parametrize("change", [{"active": False}, {"until": date(2026, 3, 8)}])
def test_who_serves_no_more_gets_no_code(desk: Desk, change: dict[str, object]) -> None:
    desk.appoint(replace(SITI, **change))  # type: ignore[arg-type]
    ask(desk, Browser())
    assert codes(desk) == []


def test_who_is_not_signed_in_is_shown_the_door_and_led_back(desk: Desk) -> None:
    page = Browser().get("/tugas/BTG-2222-2222.3")
    assert page.status == 401
    assert 'href="/petugas?lanjut=/tugas/BTG-2222-2222.3"' in page.body
    browser = Browser()
    ask(desk, browser, path="/petugas?lanjut=/tugas/BTG-2222-2222.3")
    answer = enter(browser, codes(desk)[-1], next="/tugas/BTG-2222-2222.3")
    assert answer.location == "/tugas/BTG-2222-2222.3"


@pytest.mark.parametrize(
    "path", ["//evil.id", "https://evil.id", "/antrean@evil.id", "/p/x", "/antrean//evil", "é", ""]
)
def test_signing_in_leads_nowhere_else(desk: Desk, path: str) -> None:
    browser = Browser()
    ask(desk, browser)
    assert enter(browser, codes(desk)[-1], next=path).location in {"/antrean", "/antrean//evil"}


def test_a_tasks_link_leads_through_the_door_to_the_task(desk: Desk) -> None:
    _, siti = reach(desk, "scheduling")
    browser = Browser()
    page = browser.submit(siti.link, {})
    desk.settle()
    assert SITI.email not in page.body
    form = {"link": siti.link[3:], "code": codes(desk)[-1]}
    assert browser.submit("/petugas/kode", form).location == siti.link
    task = browser.get(siti.link).location
    assert browser.get(browser.get(task).location or task).status == 200
