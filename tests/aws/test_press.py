"""The press, as the fake and as a Lambda is asked to print."""

import json
from collections.abc import Callable
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest

from functions.aws.press import LambdaPress
from functions.core.errors import Unavailable
from functions.core.paper import Facts, Paper, Words
from functions.core.ports import Press
from functions.notify.press import handler
from tests.fakes import MemoryPress

NAME = "loket-press"
PAPER = Paper(
    letterhead=("LPSE Kabupaten Batang",),
    title="Surat Pernyataan",
    blocks=(Words(text="Yang bertanda tangan:"), Facts(rows=(("Nama", "Désirée"),))),
)
OTHER = PAPER.model_copy(update={"title": "Lembar Disposisi"})
Aws = Callable[[str], Any]


class Lambda:
    """A client whose Lambda prints, or is `jammed`; `asked`: what it was sent."""

    def __init__(self, client: Any, jammed: bool = False) -> None:
        self.client, self.jammed, self.asked = client, jammed, list[dict[str, Any]]()
        client.meta.events.register("before-call.lambda.Invoke", self._run)

    def _run(self, params: dict[str, Any], **_: Any) -> tuple[Any, dict[str, Any]]:
        self.asked.append(params)
        if self.jammed:
            told, more = {"errorType": "Jammed"}, {"FunctionError": "Unhandled"}
        else:
            told, more = handler(json.loads(params["body"]), None), {}
        payload = BytesIO(json.dumps(told).encode())
        return SimpleNamespace(status_code=200), {"Payload": payload, **more}


@pytest.fixture(params=["fake", "real"])
def press(request: pytest.FixtureRequest) -> Press:
    if request.param == "fake":
        return MemoryPress()
    return LambdaPress(Lambda(request.getfixturevalue("aws")("lambda")).client, NAME)


def test_a_paper_becomes_a_pdf(press: Press) -> None:
    assert press.pdf(PAPER).startswith(b"%PDF-1.4")


def test_the_same_paper_gives_the_same_bytes_and_another_gives_others(press: Press) -> None:
    assert press.pdf(PAPER) == press.pdf(PAPER.model_copy())
    assert press.pdf(PAPER) != press.pdf(OTHER)


def test_the_press_is_waited_for_and_sent_the_paper_as_it_is(aws: Aws) -> None:
    told = Lambda(aws("lambda"))
    LambdaPress(told.client, NAME).pdf(PAPER)
    (sent,) = told.asked
    assert f"/functions/{NAME}/invocations" in sent["url"]
    assert sent["headers"].get("X-Amz-Invocation-Type", "RequestResponse") == "RequestResponse"
    assert Paper.model_validate_json(sent["body"]) == PAPER


def test_a_press_that_jams_is_unavailable(aws: Aws) -> None:
    jammed = Lambda(aws("lambda"), jammed=True)
    with pytest.raises(Unavailable):
        LambdaPress(jammed.client, NAME).pdf(PAPER)
