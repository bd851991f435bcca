"""A browser and a program at Loket's doors, within the test's own process."""

import base64
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qsl, urlencode

from functions.complaints.app import handler as complaints
from functions.register.app import handler as register
from functions.verify.app import handler as verify
from functions.web import following
from functions.web.session import COOKIE

SITE = "https://loket.test"
OFFICERS = ("/petugas", "/t/", "/tugas/", "/antrean", "/berkas", "/staf", "/loket", "/laporan",
            "/penyimpangan")  # fmt: skip
COMPLAINANTS = "/pengaduan"
ADDRESS = "203.0.113.7"
FORM = "application/x-www-form-urlencoded"
JSON = {"accept": "application/json", "content-type": "application/json"}


def seat(office: str, officer: str, path: str = "") -> str:
    """The path as this officer, signed in, asks for it: `batang/siti@/antrean`."""
    return f"{office}/{officer}@{path}"


def secret_of(officer: str) -> str:
    return f"sesi-{officer}"


def _session(who: str, path: str) -> str:
    """The cookie of an officer, or of who follows a complaint."""
    if path.startswith(COMPLAINANTS):
        return f"{following.COOKIE}={who}"
    return f"{COOKIE}={who}/{secret_of(who.split('/')[1])}"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    cookies: tuple[str, ...]
    body: str

    @property
    def view(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.body)
        return found

    @property
    def location(self) -> str:
        return self.headers.get("location", "")

    def error(self, name: str) -> str:
        """What the page says beside the field `name`."""
        found = re.search(rf'<p class="error" id="{re.escape(name)}-galat"[^>]*>(.*?)</p>',
                          self.body, re.S)  # fmt: skip
        return unescape(re.sub(r"<[^>]+>", "", found[1])).strip() if found else ""


def ask(
    method: str, path: str, body: str | bytes = "", headers: Mapping[str, str] | None = None,
    cookies: Iterable[str] = (), address: str = ADDRESS,
) -> Answer:  # fmt: skip
    """What the room behind `path` answers to an API Gateway event (HTTP API, payload 2.0)."""
    who, _, path = path.rpartition("@")
    cookies = [*cookies, _session(who, path)] if who else [*cookies]
    place, _, query = path.removeprefix(SITE).partition("?")
    raw = isinstance(body, bytes)
    event = {
        "version": "2.0",
        "rawPath": place,
        "rawQueryString": query,
        "queryStringParameters": dict(parse_qsl(query, keep_blank_values=True)) or None,
        "headers": {"host": "loket.test", **(headers or {})},
        "cookies": cookies,
        "requestContext": {"stage": "$default", "http": _asked(method, place, address)},
        "body": base64.b64encode(body).decode() if isinstance(body, bytes) else body,
        "isBase64Encoded": raw,
    }
    found = _room(place)(event, None)
    given = {name.lower(): value for name, value in found["headers"].items()}
    return Answer(found["statusCode"], given, tuple(found.get("cookies", ())), found["body"])


def _asked(method: str, place: str, address: str) -> dict[str, str]:
    return {"method": method, "path": place, "sourceIp": address}


def _room(place: str) -> Any:
    if place.startswith(COMPLAINANTS):
        return complaints
    return verify if place.startswith(OFFICERS) else register


def program(method: str, path: str, fields: Any = None, **headers: str) -> Answer:
    """A program's request: JSON there, JSON back."""
    body = "" if fields is None else json.dumps(fields)
    return ask(method, path, body, {**JSON, **headers})


@dataclass
class Form:
    action: str
    fields: dict[str, str] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)


class Browser:
    """Keeps cookies, fills in forms; says "null" for its Origin, as our pages send no referrer."""

    def __init__(self) -> None:
        self.cookies: dict[str, str] = {}

    def get(self, path: str) -> Answer:
        return self._ask("GET", path)

    def head(self, path: str) -> Answer:
        return self._ask("HEAD", path)

    def form(self, path: str) -> Form:
        """The form of the page that is posted to Loket itself."""
        return self.form_of(path, self.get(path))

    def form_of(self, path: str, page: Answer) -> Form:
        """The form of a page that was already answered with."""
        assert page.status == 200, (page.status, page.body)
        who, at, _ = path.rpartition("@")
        forms = _Forms(path, page.body).found
        assert forms, "the page has no form"
        shown = forms[0]
        shown.action = shown.action if "@" in shown.action else f"{who}{at}{shown.action}"
        return shown

    def send(self, form: Form, fields: Mapping[str, str], **headers: str) -> Answer:
        body = urlencode({**form.fields, **fields})
        return self._ask("POST", form.action, body, {"content-type": FORM, **headers})

    def submit(self, path: str, fields: Mapping[str, str]) -> Answer:
        """Open the page, fill in its form, send it."""
        return self.send(self.form(path), fields)

    def _ask(
        self, method: str, path: str, body: str = "", headers: Mapping[str, str] | None = None
    ) -> Answer:
        every = {"accept": "text/html,*/*;q=0.8", "origin": "null", **(headers or {})}
        kept = [f"{name}={value}" for name, value in self.cookies.items()]
        answer = ask(method, path, body, every, kept)
        for cookie in answer.cookies:
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        return answer


_FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)


class _Forms(HTMLParser):
    """The posted forms of a page that are for Loket, with what they hold before one types.

    What lies outside of forms is not read: it is most of a page.
    """

    def __init__(self, path: str, page: str) -> None:
        super().__init__()
        self.path, self.found, self.inside, self.area = path, list[Form](), False, ""
        self.feed("".join(_FORM.findall(page)))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "form":
            self.inside = "enctype" not in said and said.get("method") == "post"
            if self.inside:
                self.found.append(Form(said.get("action") or self.path))
        elif self.inside and tag in {"input", "textarea"}:
            self._keep(said.get("name") or "", said.get("value") or "", said)
            self.area = said.get("name") or "" if tag == "textarea" else ""

    def handle_data(self, data: str) -> None:
        """The words of a textarea; the line end that they begin with is none of them."""
        if self.area:
            self.found[-1].fields[self.area] = data.removeprefix("\n")

    def _keep(self, name: str, value: str, said: Mapping[str, str | None]) -> None:
        self.found[-1].names.add(name)
        if said.get("type") not in {"radio", "checkbox"} or "checked" in said:
            self.found[-1].fields[name] = value

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "form"
        self.area = "" if tag == "textarea" else self.area
