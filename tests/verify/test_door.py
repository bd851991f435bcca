"""Signing in: by a code to one's own mailbox, until the end of the working day."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from functions.core.presence import TRIES, WRONGS
from functions.web.session import COOKIE
from tests.desk.browser import Answer, Browser, program
from tests.desk.office import BUDI, SITI, STAFF, Desk
from tests.desk.stages import reach

WRONG = "000000"
CODE = re.compile(r"Kode masuk Anda: ([0-9]{6})")


def _codes(desk: Desk, to: str = SITI.email) -> list[str]:
    return [CODE.findall(mail.text)[0] for mail in desk.mails(to, "Kode masuk")]


def _ask(desk: Desk, browser: Browser, to: str = SITI.email, path: str = "/petugas") -> Answer:
    page = browser.submit(path, {"email": to})
    desk.settle()
    return page


def _enter(browser: Browser, code: str, email: str = SITI.email, **more: str) -> Answer:
    return browser.submit("/petugas/kode", {"email": email, "code": code, **more})


def _signed_in(desk: Desk) -> Browser:
    browser = Browser()
    _ask(desk, browser)
    assert _enter(browser, _codes(desk)[-1]).location == "/antrean"
    return browser


def test_the_code_of_the_mail_opens_the_queue(desk: Desk) -> None:
    assert _signed_in(desk).get("/antrean").status == 200


def test_the_cookie_is_the_browsers_alone(desk: Desk) -> None:
    browser = Browser()
    _ask(desk, browser)
    kept = _enter(browser, _codes(desk)[-1]).cookies
    assert kept[0].startswith(f"{COOKIE}=batang/siti/")
    for cookie in kept:
        assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))


def test_a_cookie_set_beforehand_is_not_taken_over(desk: Desk) -> None:
    browser = Browser()
    browser.cookies[COOKIE] = planted = "batang/siti/geheim"
    _ask(desk, browser)
    _enter(browser, _codes(desk)[-1])
    assert browser.cookies[COOKIE] != planted
    other = Browser()
    other.cookies[COOKIE] = planted
    assert other.get("/antrean").status == 401


def test_nothing_at_rest_gives_code_or_session_away(desk: Desk) -> None:
    browser = _signed_in(desk)
    _ask(desk, Browser(), BUDI.email)
    kept = repr((desk.world.staff.lines, desk.world.outbox.entries))
    assert _codes(desk, BUDI.email)[-1] not in kept
    assert browser.cookies[COOKIE].rsplit("/", 1)[1] not in kept


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
    _ask(desk, Browser())
    assert _codes(desk) == []


def test_a_wrong_code_is_told_beside_the_field(desk: Desk) -> None:
    browser = Browser()
    _ask(desk, browser)
    answer = _enter(browser, WRONG)
    assert answer.status == 422
    assert "tidak cocok" in answer.error("code")
    assert COOKIE not in browser.cookies


def test_nobody_is_told_that_no_code_was_expected_of_them(desk: Desk) -> None:
    """G16: neither whether the address is one of ours, nor whether a code is out."""
    unasked = _enter(Browser(), WRONG)
    _ask(desk, Browser())
    known, unknown = _enter(Browser(), WRONG), _enter(Browser(), WRONG, "x@y.id")
    assert {a.status for a in (unasked, known, unknown)} == {422}
    assert len({a.error("code") for a in (unasked, known, unknown)}) == 1


def test_the_sixth_wrong_code_kills_the_right_one(desk: Desk) -> None:
    browser = Browser()
    _ask(desk, browser)
    for _ in range(TRIES):
        assert _enter(browser, WRONG).status == 422
    assert _enter(browser, WRONG).status == 429
    assert _enter(browser, _codes(desk)[-1]).status == 429


def test_asking_anew_gives_no_more_tries(desk: Desk) -> None:
    browser = Browser()
    for _ in range(TRIES):
        _ask(desk, browser)
        _enter(browser, WRONG)
        desk.later(minutes=1)
    _ask(desk, browser)
    assert _enter(browser, _codes(desk)[-1]).status == 429


def test_the_tries_are_forgotten_ten_minutes_after_the_first_code(desk: Desk) -> None:
    """However often a code is asked for meanwhile."""
    browser = Browser()
    for minute in range(11):
        _ask(desk, browser)
        _enter(browser, WRONG) if minute < TRIES else None
        desk.later(minutes=1)
    assert _enter(browser, _codes(desk)[-1]).status == 303


def test_a_stranger_keeps_no_officer_out_of_a_browser_that_was_in_before(desk: Desk) -> None:
    """Their wishes and tries touch codes for new browsers alone."""
    mine = _signed_in(desk)
    desk.later(minutes=1)
    _ask(desk, mine)
    code = _codes(desk)[-1]
    for _ in range(TRIES + 1):
        _ask(desk, Browser())
        _enter(Browser(), WRONG)
    assert _enter(mine, code).status == 303


def test_guessing_shuts_the_door_for_new_browsers_until_the_officer_was_in(desk: Desk) -> None:
    """G16: twenty wrong codes in all, however slowly they come."""
    mine = _signed_in(desk)
    desk.later(minutes=1)
    for _ in range(WRONGS):
        _ask(desk, stranger := Browser())
        assert _enter(stranger, WRONG).status == 422
        desk.later(minutes=11)
    _ask(desk, fresh := Browser())
    shut = _enter(fresh, _codes(desk)[-1])
    assert shut.status == 429
    assert "perangkat" in shut.body
    _ask(desk, mine)
    assert _enter(mine, _codes(desk)[-1]).status == 303
    desk.later(minutes=1)
    _ask(desk, fresh)
    assert _enter(fresh, _codes(desk)[-1]).status == 303


def test_sessions_and_codes_of_before_a_restore_open_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """G19."""
    browser, asking = _signed_in(desk), Browser()
    desk.later(minutes=1)
    _ask(desk, asking)
    monkeypatch.setitem(desk.world.env, "LINK_EPOCH", "1")
    assert browser.get("/antrean").status == 401
    assert _enter(asking, _codes(desk)[-1]).status == 422


def test_a_code_that_is_typed_while_another_is_made_costs_neither(desk: Desk) -> None:
    """Both write the officer's line: whoever is slower tries again."""
    browser = Browser()
    _ask(desk, browser)
    desk.later(minutes=1)
    keep, staff = desk.world.staff.keep, desk.world.staff

    def slower(*args: Any) -> None:
        del staff.keep
        _enter(Browser(), WRONG)
        keep(*args)

    staff.keep = slower
    _ask(desk, browser)
    vars(staff).pop("keep", None)
    assert len(_codes(desk)) == 2
    assert _enter(browser, _codes(desk)[-1]).status == 303


def test_a_code_lives_ten_minutes(desk: Desk) -> None:
    browser = Browser()
    _ask(desk, browser)
    desk.later(minutes=10)
    assert _enter(browser, _codes(desk)[-1]).status == 422


def test_a_code_is_good_once(desk: Desk) -> None:
    browser = Browser()
    _ask(desk, browser)
    code = _codes(desk)[-1]
    _enter(browser, code)
    assert _enter(Browser(), code).status == 422


def test_a_newer_code_takes_the_place_of_the_older(desk: Desk) -> None:
    browser = Browser()
    _ask(desk, browser)
    desk.later(minutes=1)
    _ask(desk, browser)
    first, second = _codes(desk)
    assert _enter(browser, first).status == 422
    assert _enter(browser, second).status == 303


def test_a_code_may_be_typed_with_spaces_and_never_with_other_digits(desk: Desk) -> None:
    browser = Browser()
    _ask(desk, browser)
    code = _codes(desk)[-1]
    arabic = code.translate({ord("0") + n: 0x0660 + n for n in range(10)})
    assert _enter(browser, arabic).status == 422
    assert _enter(browser, f" {code[:3]} {code[3:]} ").status == 303


def test_the_session_ends_with_the_working_day(desk: Desk) -> None:
    browser = _signed_in(desk)
    desk.now = datetime(2026, 3, 9, 8, 59, tzinfo=UTC)
    assert browser.get("/antrean").status == 200
    desk.later(minutes=1)
    assert browser.get("/antrean").status == 401


def test_each_device_has_a_session_of_its_own(desk: Desk) -> None:
    first = _signed_in(desk)
    desk.later(minutes=1)
    second = _signed_in(desk)
    first.submit("/petugas/keluar", {})
    assert first.get("/antrean").status == 401
    assert second.get("/antrean").status == 200


def test_a_cookie_kept_after_leaving_opens_nothing(desk: Desk) -> None:
    browser = _signed_in(desk)
    kept = dict(browser.cookies)
    browser.submit("/petugas/keluar", {})
    browser.cookies = kept
    assert browser.get("/antrean").status == 401
    assert program("GET", "/antrean", cookie=f"{COOKIE}={kept[COOKIE]}").status == 401


@pytest.mark.parametrize(
    "change",
    [{"active": False}, {"roles": ("pimpinan",)}, {"email": "lain@batang.test"}],
)
def test_a_change_in_the_directory_ends_every_session_at_once(
    desk: Desk, change: dict[str, object]
) -> None:
    browser = _signed_in(desk)
    desk.appoint(replace(SITI, **change))  # type: ignore[arg-type]
    assert browser.get("/antrean").status == 401


def test_who_is_not_signed_in_is_shown_the_door_and_led_back(desk: Desk) -> None:
    page = Browser().get("/tugas/BTG-2222-2222.3")
    assert page.status == 401
    assert 'href="/petugas?lanjut=/tugas/BTG-2222-2222.3"' in page.body
    browser = Browser()
    _ask(desk, browser, path="/petugas?lanjut=/tugas/BTG-2222-2222.3")
    answer = _enter(browser, _codes(desk)[-1], next="/tugas/BTG-2222-2222.3")
    assert answer.location == "/tugas/BTG-2222-2222.3"


@pytest.mark.parametrize(
    "path", ["//evil.id", "https://evil.id", "/antrean@evil.id", "/p/x", "/antrean//evil", "é", ""]
)
def test_signing_in_leads_nowhere_else(desk: Desk, path: str) -> None:
    browser = Browser()
    _ask(desk, browser)
    assert _enter(browser, _codes(desk)[-1], next=path).location in {"/antrean", "/antrean//evil"}


def test_a_tasks_link_leads_through_the_door_to_the_task(desk: Desk) -> None:
    _, siti = reach(desk, "scheduling")
    browser = Browser()
    page = browser.submit(siti.link, {})
    desk.settle()
    assert SITI.email not in page.body
    form = {"link": siti.link[3:], "code": _codes(desk)[-1]}
    assert browser.submit("/petugas/kode", form).location == siti.link
    task = browser.get(siti.link).location
    assert browser.get(browser.get(task).location or task).status == 200


@pytest.mark.parametrize("shown", ["x", "a/b", "a/b/c/d", "//", "batang/siti/", "batang/hantu/x"])
def test_what_is_no_session_is_none(desk: Desk, shown: str) -> None:
    browser = Browser()
    browser.cookies[COOKIE] = shown
    assert browser.get("/antrean").status == 401
