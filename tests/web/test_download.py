"""A room's downloads: bytes under a name, kept by nobody unless told."""

import base64
from typing import Any

import pytest
from aws_lambda_powertools.event_handler import Response

from functions.core.errors import NotAllowed, NotFound, Unavailable
from functions.web.answer import Outside
from functions.web.download import PDF, Download
from functions.web.room import Room

BYTES = b"%PDF-1.7\n\x00\xff\xfe no text"
room = Room(lambda: Outside("https://loket.test", "https://scans.test", lambda: "token"))
REFUSALS = {"unknown": NotFound(), "foreign": NotAllowed(), "down": Unavailable("press")}


@room.download("/papers/<name>/pdf")
def paper(name: str) -> Download:
    if name in REFUSALS:
        raise REFUSALS[name]
    if name == "faulty":
        raise RuntimeError("secret")
    return Download(f"{name}.pdf", PDF, BYTES)


@room.download("/kept")
def kept() -> Download:
    return Download("kept.pdf", PDF, BYTES, keep="max-age=300")


@room.file("/text")
def text() -> Response[str]:
    return Response(200, "text/plain", "text")


def _ask(path: str, method: str = "GET", **headers: str) -> dict[str, Any]:
    event = {
        "version": "2.0",
        "rawPath": path,
        "headers": headers,
        "requestContext": {"stage": "$default", "http": {"method": method, "path": path}},
    }
    return room(event, None)


def _bytes(answer: dict[str, Any]) -> bytes:
    assert answer["isBase64Encoded"] is True
    return base64.b64decode(answer["body"], validate=True)


def test_the_bytes_arrive_as_they_were_made() -> None:
    answer = _ask("/papers/sheet/pdf")
    assert answer["statusCode"] == 200
    assert answer["headers"]["Content-Type"] == PDF
    assert _bytes(answer) == BYTES


def test_programs_get_the_same_file() -> None:
    asked = _ask("/papers/sheet/pdf", accept="application/json")
    assert _bytes(asked) == BYTES


def test_head_says_what_get_says() -> None:
    head, get = _ask("/papers/sheet/pdf", "HEAD"), _ask("/papers/sheet/pdf")
    assert (head["statusCode"], head["headers"]) == (get["statusCode"], get["headers"])


def test_a_download_opens_in_the_browser_under_its_name() -> None:
    headers = _ask("/papers/sheet/pdf")["headers"]
    assert headers["Content-Disposition"] == 'inline; filename="sheet.pdf"'


@pytest.mark.parametrize("name", ['a"; x="b', "a\r\nSet-Cookie: x=1", "surat_é/../x\\y"])
def test_no_name_breaks_out_of_its_header(name: str) -> None:
    said = Download(name, PDF, b"").headers["Content-Disposition"]
    assert said.isascii()
    assert said.isprintable()
    assert said.count('"') == 2
    assert not {"/", "\\"} & set(said.split('"')[1])


def test_nobody_keeps_a_download_unless_told() -> None:
    assert _ask("/papers/sheet/pdf")["headers"]["Cache-Control"] == "no-store"
    assert _ask("/kept")["headers"]["Cache-Control"] == "max-age=300"


def test_a_download_carries_the_security_headers() -> None:
    headers = _ask("/papers/sheet/pdf")["headers"]
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "max-age=" in headers["Strict-Transport-Security"]


@pytest.mark.parametrize(
    ("name", "status"), [("unknown", 404), ("foreign", 403), ("down", 503), ("faulty", 500)]
)
@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_a_refusal_is_a_page_or_json_never_a_file(name: str, status: int, accept: str) -> None:
    answer = _ask(f"/papers/{name}/pdf", accept=accept)
    assert answer["statusCode"] == status
    assert answer["isBase64Encoded"] is False
    assert answer["headers"]["Content-Type"].startswith(accept)
    assert "Content-Disposition" not in answer["headers"]
    assert "secret" not in answer["body"]
    assert ("Retry-After" in answer["headers"]) == (status == 503)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_a_download_takes_no_other_method(method: str) -> None:
    assert _ask("/papers/sheet/pdf", method)["statusCode"] in {404, 405}


def test_text_stays_text() -> None:
    answer = _ask("/text")
    assert (answer["isBase64Encoded"], answer["body"]) == (False, "text")
