"""What holds for every address of the rooms, at every stage of a case."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from functions.web.assets import version
from tests.desk.browser import Answer, Browser, ask, program
from tests.desk.complaining import COMPLAINTS
from tests.desk.counter import COUNTERS
from tests.desk.hearing import Heard
from tests.desk.keeping import Keeper
from tests.desk.office import Desk
from tests.desk.people import SERVICE
from tests.desk.stages import addresses
from tests.desk.walks import WALKS
from tests.fakes.scans import ORIGIN

SEEN = {200, 303, 401, 403, 404, 409, 410}
AT_COUNTER = [(walk, stage) for walk in COUNTERS for stage in list(walk.acts)[:4]]
HEARD = [(Heard, stage) for stage in ("weighing", "answering", "ruling")]
WALKED = [(walk, stage) for walk in (*WALKS, *COMPLAINTS) for stage in walk.acts]
STAGES = {
    f"{walk.__name__} {stage}": (walk, stage) for walk, stage in (*WALKED, *AT_COUNTER, *HEARD)
}


@dataclass(frozen=True)
class Look:
    """What one address answers: to a person, to a program, and to who asks for its head only."""

    page: Answer
    told: Answer
    head: Answer


class Looked:
    """A case that has come to a stage, and a look at every address that it then has."""

    def __init__(self, desk: Desk, name: str) -> None:
        walk, stage = STAGES[name]
        paths = addresses(walk(desk).to(stage))
        self.before = desk.state()
        self.looks = {path: self.look(path) for path in paths}

    def look(self, path: str) -> Look:
        return Look(Browser().get(path), program("GET", path), Browser().head(path))


_kept = Keeper(Looked)


@pytest.fixture(params=STAGES)
def looked(desk: Desk, request: pytest.FixtureRequest) -> Iterator[Looked]:
    yield from _kept.lend(desk, request.param)


def _is_guarded(answer: Answer) -> bool:
    policy = answer.headers["content-security-policy"]
    return (
        "unsafe" not in policy
        and "default-src 'none'" in policy
        and "frame-ancestors 'none'" in policy
        and f"form-action 'self' {ORIGIN}" in policy
        and answer.headers["cache-control"] == "no-store"
        and answer.headers["x-content-type-options"] == "nosniff"
        and answer.headers["referrer-policy"] == "no-referrer"
        and "max-age=" in answer.headers["strict-transport-security"]
    )


def test_every_page_is_html_for_people_and_json_for_programs(looked: Looked) -> None:
    for path, look in looked.looks.items():
        page, told = look.page, look.told
        assert page.status in SEEN, path
        assert page.status == told.status or (page.status, told.status) == (303, 200), path
        assert told.headers["content-type"] == "application/json", path
        assert isinstance(told.view, dict), path
        if page.status != 303:
            assert page.headers["content-type"] == "text/html; charset=utf-8", path
            assert page.body.startswith("<!doctype html>"), path


def test_every_answer_carries_the_security_headers(looked: Looked) -> None:
    for path, look in looked.looks.items():
        assert _is_guarded(look.page), path
        assert _is_guarded(look.told), path
        assert _is_guarded(program("POST", path, {"unheard-of": "x"})), path


def test_no_page_has_script_style_or_handler_of_its_own(looked: Looked) -> None:
    """The policy would not run them."""
    for path, look in looked.looks.items():
        body = look.page.body
        assert "<style" not in body, path
        assert " style=" not in body, path
        assert " onclick=" not in body, path
        assert body.count("<script") == body.count('<script defer src="/static/'), path


def test_looking_changes_nothing(desk: Desk, looked: Looked) -> None:
    """G5: neither the first look nor another."""
    assert desk.state() == looked.before
    for path in looked.looks:
        looked.look(path)
    desk.settle()
    assert desk.state() == looked.before


def test_head_says_what_get_says(looked: Looked) -> None:
    for path, look in looked.looks.items():
        head, get = look.head, look.page
        assert (head.status, head.headers) == (get.status, get.headers), path


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS"])
def test_no_page_takes_another_method(desk: Desk, method: str) -> None:
    for path in ("/", SERVICE, "/status", "/petugas", "/t/x", "/antrean/x"):
        assert ask(method, path).status == 405, path


@pytest.mark.parametrize(
    "path",
    ["/nothing", "//", "/%2e%2e", "/../etc/passwd", "/p/", "/p/x/y/z", "/t/", "/daftar",
     "/daftar/unknown", "/static/x/../../world.py", "/static/x/forms.py"],
)  # fmt: skip
def test_an_unknown_path_is_not_found_and_says_nothing(desk: Desk, path: str) -> None:
    for answer in (Browser().get(path), program("GET", path)):
        assert answer.status == 404
        assert path not in answer.body
        assert _is_guarded(answer)


def test_static_files_may_be_kept_but_not_sniffed(desk: Desk) -> None:
    for name in ("loket.css", "loket.js", "loket.svg"):
        answer = ask("GET", f"/static/{version()}/{name}")
        assert answer.status == 200
        assert "immutable" in answer.headers["cache-control"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "max-age=" in answer.headers.get("strict-transport-security", ""), name


@pytest.mark.parametrize("path", ["/static/{version}/loket.css", "/openapi.json"])
def test_head_of_a_file_says_what_get_says(desk: Desk, path: str) -> None:
    path = path.format(version=version())
    head, get = ask("HEAD", path), ask("GET", path)
    assert (head.status, head.headers) == (get.status, get.headers)
