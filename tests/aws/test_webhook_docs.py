"""What docs/webhook.md tells the offices' programmers is true."""

import re
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from functions.aws.webhook import WebhookMessenger
from tests.aws.given import NINE
from tests.aws.receiver import SECRET, Receiver
from tests.aws.test_webhook import NOTE

DOCS = (Path(__file__).parents[2] / "docs" / "webhook.md").read_text()


def block(language: str) -> str:
    (found,) = re.findall(rf"```{language}\n(.*?)```", DOCS, re.DOTALL)
    return str(found)


@pytest.fixture
def programmed() -> dict[str, Any]:
    """The Python of the docs, run."""
    names: dict[str, Any] = {}
    exec(block("python"), names)
    return names


def at(moment: float) -> SimpleNamespace:
    """A `time` that stands still."""
    return SimpleNamespace(time=lambda: moment)


def test_the_documented_check_takes_what_is_sent(
    programmed: dict[str, Any], webhook: WebhookMessenger, receiver: Receiver,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    programmed["time"] = at(NINE.timestamp() + 299)

    def documented(headers: Mapping[str, str], body: bytes) -> bool:
        return bool(programmed["genuine"](headers, body, SECRET))

    monkeypatch.setattr(receiver, "genuine", documented)
    webhook.deliver(NOTE)
    assert NOTE.id in receiver.bodies


def test_the_documented_check_takes_the_documented_example_and_no_other(
    programmed: dict[str, Any],
) -> None:
    told = dict(line.split(maxsplit=1) for line in block("text").splitlines())
    secret, body = told.pop("secret"), told.pop("body").encode()
    moment = int(told["webhook-timestamp"])
    programmed["time"], genuine = at(moment), programmed["genuine"]
    assert genuine(told, body, secret)
    assert not genuine(told, body + b" ", secret)
    assert not genuine(told, body, "Zz9z" * 16)
    programmed["time"] = at(moment + 301)
    assert not genuine(told, body, secret)
