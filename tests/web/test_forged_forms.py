"""A form that did not come from our own page has no effect."""

from urllib.parse import urlencode

from tests.desk.browser import FORM, SITE, Browser, ask, program
from tests.desk.posts import Ready


def test_a_form_without_its_token_is_refused(ready: Ready) -> None:
    form = Browser().form(ready.path)
    answer = Browser().send(form, ready.good)
    assert answer.status == 403
    assert ready.untouched()


def test_a_form_with_another_token_is_refused(ready: Ready) -> None:
    browser = Browser()
    form = browser.form(ready.path)
    for token in ("", "x", "chance-1", "é"):
        assert browser.send(form, {**ready.good, "form_token": token}).status == 403, token
    assert ready.untouched()


def test_a_form_or_json_from_a_foreign_page_is_refused(ready: Ready) -> None:
    browser = Browser()
    form = browser.form(ready.path)
    for origin in ("https://evil.test", f"{SITE}.evil.test", "http://loket.test"):
        assert browser.send(form, ready.good, origin=origin).status == 403, origin
        assert program("POST", ready.path, ready.good, origin=origin).status == 403, origin
    assert ready.untouched()


def test_a_form_that_mentions_json_still_needs_its_token(ready: Ready) -> None:
    """A sandboxed foreign page may send this without the browser asking us first."""
    headers = {"content-type": f"{FORM}; as=json", "origin": "null"}
    assert ask("POST", ready.path, urlencode(ready.good), headers).status == 403
    assert ready.untouched()


def test_the_cookie_is_the_browsers_alone(ready: Ready) -> None:
    (cookie,) = ask("GET", ready.path).cookies
    assert cookie.startswith("__Host-formulir=")
    for word in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
        assert word in cookie
    assert "Domain" not in cookie


def test_our_own_origin_is_welcome(ready: Ready) -> None:
    browser = Browser()
    form = browser.form(ready.path)
    assert browser.send(form, ready.good, origin=SITE).status in {200, 303}
