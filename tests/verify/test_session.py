"""A session is of one browser, until the end of the working day."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from functions.web.session import COOKIE
from tests.desk.browser import Browser, program
from tests.desk.office import BUDI, SITI, Desk
from tests.verify.door import ask, codes, enter, signed_in


def test_the_cookie_is_the_browsers_alone(desk: Desk) -> None:
    browser = Browser()
    ask(desk, browser)
    kept = enter(browser, codes(desk)[-1]).cookies
    assert kept[0].startswith(f"{COOKIE}=batang/siti/")
    for cookie in kept:
        assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))


def test_a_cookie_set_beforehand_is_not_taken_over(desk: Desk) -> None:
    browser = Browser()
    browser.cookies[COOKIE] = planted = "batang/siti/geheim"
    ask(desk, browser)
    enter(browser, codes(desk)[-1])
    assert browser.cookies[COOKIE] != planted
    other = Browser()
    other.cookies[COOKIE] = planted
    assert other.get("/antrean").status == 401


def test_nothing_at_rest_gives_code_or_session_away(desk: Desk) -> None:
    browser = signed_in(desk)
    ask(desk, Browser(), BUDI.email)
    kept = repr((desk.world.staff.lines, desk.world.outbox.entries))
    assert codes(desk, BUDI.email)[-1] not in kept
    assert browser.cookies[COOKIE].rsplit("/", 1)[1] not in kept


def test_sessions_and_codes_of_before_a_restore_open_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """G19."""
    browser, asking = signed_in(desk), Browser()
    desk.later(minutes=1)
    ask(desk, asking)
    monkeypatch.setitem(desk.world.env, "LINK_EPOCH", "1")
    assert browser.get("/antrean").status == 401
    assert enter(asking, codes(desk)[-1]).status == 422


def test_the_session_ends_with_the_working_day(desk: Desk) -> None:
    browser = signed_in(desk)
    desk.now = datetime(2026, 3, 9, 8, 59, tzinfo=UTC)
    assert browser.get("/antrean").status == 200
    desk.later(minutes=1)
    assert browser.get("/antrean").status == 401


def test_each_device_has_a_session_of_its_own(desk: Desk) -> None:
    first = signed_in(desk)
    desk.later(minutes=1)
    second = signed_in(desk)
    first.submit("/petugas/keluar", {})
    assert first.get("/antrean").status == 401
    assert second.get("/antrean").status == 200


def test_a_cookie_kept_after_leaving_opens_nothing(desk: Desk) -> None:
    browser = signed_in(desk)
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
    browser = signed_in(desk)
    desk.appoint(replace(SITI, **change))  # type: ignore[arg-type]
    assert browser.get("/antrean").status == 401


@pytest.mark.parametrize("shown", ["x", "a/b", "a/b/c/d", "//", "batang/siti/", "batang/hantu/x"])
def test_what_is_no_session_is_none(desk: Desk, shown: str) -> None:
    browser = Browser()
    browser.cookies[COOKIE] = shown
    assert browser.get("/antrean").status == 401
