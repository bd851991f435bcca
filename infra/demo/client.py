"""A program's view of Loket: JSON over HTTP, to any *.localhost name."""

import http.client
import json
import secrets
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any, Self
from urllib.parse import urlsplit

LOOPBACK = "127.0.0.1"
JSON = {"accept": "application/json"}
SENT = {**JSON, "content-type": "application/json"}


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def view(self) -> dict[str, Any]:
        view: dict[str, Any] = json.loads(self.body)
        return view


class Refusal(Exception):
    """An answer other than 2xx or 3xx, where none was expected."""

    def __init__(self, method: str, url: str, answer: Answer) -> None:
        super().__init__(
            f"{method} {urlsplit(url).path[:60]}: {answer.status} {answer.body!r:.400}"
        )
        self.answer = answer


@dataclass(frozen=True)
class Client:
    """`site`: where paths without a host go; `cookie`: of an officer who is signed in."""

    site: str
    cookie: str = ""

    def get(self, url: str, **headers: str) -> Answer:
        return self.ask("GET", url, headers={**JSON, **headers})

    def post(self, url: str, /, **fields: Any) -> dict[str, Any]:
        """What Loket answers to a command; a command is never sent twice."""
        return self.send(url, **fields).view

    def send(self, url: str, /, **fields: Any) -> Answer:
        answer = self.ask("POST", url, self.body(**fields), SENT)
        if answer.status >= 400:
            raise Refusal("POST", url, answer)
        return answer

    def body(self, **fields: Any) -> bytes:
        """A command as it is sent, by a key of its own."""
        return json.dumps({"nonce": secrets.token_hex(8), **fields}).encode()

    def seated(self, cookie: str) -> Self:
        """The same, with an officer's session."""
        return replace(self, cookie=cookie)

    def view(self, url: str) -> dict[str, Any]:
        answer = self.get(url)
        if answer.status >= 400:
            raise Refusal("GET", url, answer)
        return answer.view

    def file(self, url: str) -> bytes:
        """What is behind a link to download, wherever it leads."""
        answer = self.get(url, accept="*/*")
        if answer.status == 303:
            return self.file(answer.headers["location"])
        if answer.status >= 400:
            raise Refusal("GET", url, answer)
        return answer.body

    def upload(self, form: Mapping[str, Any], name: str, content: bytes) -> Answer:
        """Post a file as a browser posts the page's plain form."""
        boundary = secrets.token_hex(12)
        parts = [_part(boundary, field, value.encode()) for field, value in form["fields"].items()]
        parts.append(_part(boundary, "file", content, name))
        body = b"".join(parts) + f"--{boundary}--\r\n".encode()
        headers = {"content-type": f"multipart/form-data; boundary={boundary}"}
        return self.ask("POST", str(form["action"]), body, headers)

    def ask(
        self, method: str, url: str, body: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Every *.localhost is this machine, whatever its resolver thinks of it."""
        parts = urlsplit(url if "://" in url else self.site + url)
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        connection = http.client.HTTPConnection(LOOPBACK, parts.port or 80, timeout=30)
        with closing(connection):
            kept = {"cookie": self.cookie} if self.cookie else {}
            told = {"host": parts.netloc, **kept, **(headers or {})}
            connection.request(method, path or "/", body, told)
            answer = connection.getresponse()
            found = {name.lower(): answer.getheader(name, "") for name, _ in answer.getheaders()}
            return Answer(answer.status, found, answer.read())


def _part(boundary: str, field: str, value: bytes, filename: str = "") -> bytes:
    named = f'; filename="{filename}"' if filename else ""
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="{field}"{named}\r\n\r\n'
    return head.encode() + value + b"\r\n"
