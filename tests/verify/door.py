"""The officers' door: a code is asked for, comes by mail, and is entered."""

import re

from tests.desk.browser import Answer, Browser
from tests.desk.office import SITI, Desk

WRONG = "000000"
CODE = re.compile(r"Kode masuk Anda: ([0-9]{6})")


def codes(desk: Desk, to: str = SITI.email) -> list[str]:
    return [CODE.findall(mail.text)[0] for mail in desk.mails(to, "Kode masuk")]


def ask(desk: Desk, browser: Browser, to: str = SITI.email, path: str = "/petugas") -> Answer:
    page = browser.submit(path, {"email": to})
    desk.settle()
    return page


def enter(browser: Browser, code: str, email: str = SITI.email, **more: str) -> Answer:
    return browser.submit("/petugas/kode", {"email": email, "code": code, **more})


def signed_in(desk: Desk) -> Browser:
    browser = Browser()
    ask(desk, browser)
    assert enter(browser, codes(desk)[-1]).location == "/antrean"
    return browser
