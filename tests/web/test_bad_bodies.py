"""What is no command at all is refused on every route, and leaves everything as it was."""

import json
from itertools import product
from urllib.parse import urlencode

import pytest

from tests.desk.browser import FORM, JSON, Answer, Browser, ask, program
from tests.desk.office import Desk
from tests.desk.people import SERVICE
from tests.desk.posts import Ready

ACCEPTS = ("text/html", "application/json")
NO_OBJECTS = ["", "x", "[]", "7", "null", '"x"', "{", '{"email": NaN}', '{"email": Infinity}',
              "[" * 60_000, '{"a":' * 10_000, b"\xff\xfe{}", b'{"email": "\xff"}']  # fmt: skip


@pytest.fixture(params=["/petugas", SERVICE, "/pengaduan/ikuti"])
def door(desk: Desk, request: pytest.FixtureRequest) -> str:
    """A page of each room that is open to everybody."""
    return str(request.param)


def _form(ready: Ready, tail: str = "", **headers: str) -> Answer:
    """The good form as a browser sends it, with `tail` after it."""
    browser = Browser()
    form = browser.form(ready.path)
    cookies = [f"{name}={value}" for name, value in browser.cookies.items()]
    body = urlencode({**form.fields, **ready.good}) + tail
    return ask("POST", ready.path, body, {"content-type": FORM, **headers}, cookies)


def test_the_good_form_would_be_accepted(ready: Ready) -> None:
    """Else nothing below proved anything."""
    assert _form(ready).status in {200, 303}
    assert program("POST", ready.path, ready.good).status in {200, 201, 303, 404, 409, 410, 422}
    assert ready.post.looks or not ready.untouched()


def test_a_command_without_its_fields_is_asked_again(ready: Ready) -> None:
    answer = program("POST", ready.path, {})
    assert bool(ready.good) == (answer.status == 422)
    assert bool(ready.good) == bool(answer.view.get("problems"))
    assert bool(ready.good) == ready.untouched()


def test_an_unknown_field_is_refused_by_name(ready: Ready) -> None:
    answer = program("POST", ready.path, {**ready.good, "unheard-of": "x"})
    assert answer.status == 422
    assert answer.view["problems"]["unheard-of"] == "Isian ini tidak dikenal."
    assert ready.untouched()


def test_a_field_of_the_wrong_type_is_refused(ready: Ready) -> None:
    for name, value in product(ready.good, (7, None, True, ["x"], {"x": "y"}, [[[["x"]]]])):
        body = json.dumps({**ready.good, name: value})
        for accept in ACCEPTS:
            answer = ask("POST", ready.path, body, {**JSON, "accept": accept})
            assert answer.status == 422, (name, value, accept)
    assert ready.untouched()


@pytest.mark.parametrize("body", NO_OBJECTS)
def test_what_is_no_json_object_is_unreadable(door: str, body: str | bytes) -> None:
    assert ask("POST", door, body, JSON).status == 400


@pytest.mark.parametrize("depth", [10, 300, 700, 900])
def test_a_deep_value_is_refused_and_breaks_nothing(ready: Ready, depth: int) -> None:
    deep = '{"a":' * depth + "1" + "}" * depth
    for accept in ACCEPTS:
        answer = ask("POST", ready.path, deep, {**JSON, "accept": accept})
        assert answer.status in {400, 422}, accept
    assert ready.untouched()


def test_only_forms_and_json_are_read(ready: Ready) -> None:
    for kind in ("text/xml", "text/plain", "multipart/form-data", ""):
        answer = ask("POST", ready.path, json.dumps(ready.good), {**JSON, "content-type": kind})
        assert answer.status == 415, kind
    assert ready.untouched()


def test_more_than_64_kilobytes_are_too_much(ready: Ready) -> None:
    assert ask("POST", ready.path, "[" * 100_000, JSON).status == 413
    assert ready.untouched()


def test_kilobytes_are_counted_in_bytes(door: str) -> None:
    body = json.dumps({"email": "漢" * 22_000}, ensure_ascii=False)
    assert ask("POST", door, body, JSON).status == 413


def test_a_form_that_says_a_field_twice_or_in_no_alphabet_is_unreadable(ready: Ready) -> None:
    for tail in ("&nonce=twice", "&a=1&a=2", "&a=%FF", "&a=%C3%28"):
        assert _form(ready, tail).status == 400, tail
    assert ready.untouched()


def test_a_nonce_is_short(ready: Ready) -> None:
    """It is stored with the case."""
    answer = program("POST", ready.path, {**ready.good, "nonce": "x" * 1000})
    assert answer.status == 422
    assert ready.untouched()


def test_half_a_character_breaks_nothing(door: str) -> None:
    """JSON can say a lone surrogate; no answer can be written with it."""
    for accept in ACCEPTS:
        body = json.dumps({"email": "\ud800"})
        answer = ask("POST", door, body, {**JSON, "accept": accept})
        assert answer.status in {400, 422}, accept
        answer.body.encode()
