"""What a program does by JSON, done by a person: each command is its page's form, filled in."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, ViewportSize, expect

from functions.web.session import COOKIE
from infra.demo.client import Answer, Client
from infra.local.claim import ROOT

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text()
FAULTS = """axe.run({rules: {"meta-refresh": {enabled: false}}}).then(
  r => r.violations.flatMap(v => v.nodes.map(n => v.id + " " + n.html)))"""
OVERFLOW = "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
BUTTONS = {"outcome", "instruction", "act", "way"}
PHONE, DESK = ViewportSize(width=390, height=844), ViewportSize(width=1280, height=900)
FOCUS = """it => {
  const {outlineStyle, outlineWidth} = getComputedStyle(document.activeElement);
  if (outlineStyle === "none" || !parseFloat(outlineWidth)) return "nobody sees where";
  return it === document.activeElement ? "there" : "elsewhere";
}"""
REACH = 80
TOKEN = re.compile(r"(?<=^/[pth]/)[^/]+|(?<=^/tugas/)[^/]+|(?<=^/berkas/)[^/]+")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


def follow(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).click()


def heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def row(page: Page, caption: str, text: str) -> str:
    """The line of that table which has this in it."""
    lines = page.get_by_role("table", name=caption).locator("tbody tr")
    return lines.filter(has_text=text).first.inner_text()


def faults(page: Page) -> list[str]:
    """What axe finds wrong for people who see, hear or move less.

    A page that waits for Loket reloads itself: that is all it is there for.
    """
    page.wait_for_load_state()
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found: list[str] = page.evaluate(FAULTS)
    return found


def sound(page: Page) -> None:
    """Shuts nobody out, and fits the width of the screen."""
    assert faults(page) == []
    assert page.evaluate(OVERFLOW) <= 0


def sound_anywhere(page: Page) -> None:
    """On a telephone as at a desk."""
    for screen in (PHONE, DESK):
        page.set_viewport_size(screen)
        sound(page)


def tab_to(page: Page, target: Locator) -> None:
    """By the keyboard alone, and seeing at each step where one is."""
    for _ in range(REACH):
        page.keyboard.press("Tab")
        where = target.evaluate(FOCUS)
        assert where in {"there", "elsewhere"}
        if where == "there":
            return
    raise AssertionError(f"{target} cannot be reached")


def go_by_key(page: Page, target: Locator, key: str = "Enter") -> None:
    """To where a link or a button leads."""
    tab_to(page, target)
    with page.expect_navigation():
        page.keyboard.press(key)


def sit(page: Page, site: str, cookie: str) -> None:
    """The browser has the session of whoever sits before it just now."""
    page.context.clear_cookies(name=COOKIE)
    if cookie:
        secure = site.replace("http://", "https://")
        value = cookie.partition("=")[2]
        kept = {"name": COOKIE, "value": value, "url": secure, "secure": True}
        page.context.add_cookies([kept])  # type: ignore[list-item]


@dataclass
class Critic:
    """Looks at each page that is `sound` or not, once for each of its kinds."""

    seen: set[tuple[str, str, int]] = field(default_factory=set)

    def __call__(self, page: Page) -> None:
        path = TOKEN.sub("", urlsplit(page.url).path)
        kind = path, page.locator("h1").inner_text(), page.locator("form").count()
        if kind not in self.seen:
            self.seen.add(kind)
            sound(page)


@dataclass(frozen=True)
class Person(Client):
    """A program's view of Loket, but for what it sends: that is typed and clicked.

    `look`: at every page that comes up.
    """

    page: Page = field(kw_only=True)
    look: Callable[[Page], object] = field(kw_only=True, default=lambda page: None)

    def post(self, url: str, /, **fields: Any) -> dict[str, Any]:
        """Open the page, fill in its form, press its button; what can be read after that."""
        if url == "/status":
            return super().post(url, **fields)
        self.open(url)
        form = self._form(fields)
        for name, value in _flat(fields):
            self._put(form, name, value)
        _button(form, fields).click()
        self.look(self.page)
        if "confirmed" in fields:
            press(self.page, "Kirim surel ini")
            self.look(self.page)
        assert not self.page.locator(".errors").count(), self.page.locator(".errors").inner_text()
        password = self.page.locator("#kata-sandi")
        return {"password": password.inner_text()} if password.count() else {}

    def upload(self, form: Mapping[str, Any], name: str, content: bytes) -> Answer:
        """Choose the file on the page, and send it from there."""
        self.open(form["script"]["after"].split("?")[0])
        control = self.page.locator(f'[id="berkas-{form["id"]}"]')
        pdf = content.startswith(b"%PDF")
        kind = "application/pdf" if pdf else "image/png"
        control.set_input_files({"name": name, "mimeType": kind, "buffer": content})
        self.page.locator("form.upload", has=control).locator("button").click()
        self.page.wait_for_url("**unggah=**")
        return Answer(303, {"location": self.page.url}, b"")

    def open(self, url: str) -> None:
        sit(self.page, self.site, self.cookie)
        self.page.goto(url if "://" in url else self.site + url)
        self.look(self.page)

    def _form(self, fields: Mapping[str, Any]) -> Locator:
        """The form of the page that takes these fields."""
        forms = self.page.locator("form:not(.upload)")
        for name, value in fields.items():
            if name in BUTTONS:
                forms = forms.filter(has=self.page.locator(f'[name="{name}"][value="{value}"]'))
        return forms.first

    def _put(self, form: Locator, name: str, value: str) -> None:
        control = form.locator(f'[name="{name}"]')
        if control.first.get_attribute("type") == "hidden":
            return
        if control.first.get_attribute("type") in {"radio", "checkbox"}:
            form.locator(f'[name="{name}"][value="{value}"]').check()
        else:
            control.fill(value)


def _flat(fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """As a form names them: `verdict.ktp`, `note.ktp`; without what is a button."""
    for name, value in fields.items():
        if name == "findings":
            yield from ((f"{k}.{id_}", v) for id_, found in value.items() for k, v in found.items())
        elif name not in {*BUTTONS, "confirmed"}:
            yield name, value


def _button(form: Locator, fields: Mapping[str, Any]) -> Locator:
    chosen = next(((n, v) for n, v in fields.items() if n in BUTTONS), None)
    if chosen:
        return form.locator(f'button[name="{chosen[0]}"][value="{chosen[1]}"]')
    return form.locator("button.button").last
