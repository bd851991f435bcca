"""The offices' messengers: as the fake plays them, and as a webhook that somebody receives."""

import json
import logging
import socket
from dataclasses import asdict, replace
from datetime import timedelta
from typing import Any

import pytest
from urllib3 import Timeout

from functions.aws.webhook import Endpoint, WebhookMessenger
from functions.core.errors import Unavailable
from functions.core.ports import Messenger, Note
from functions.world import World
from tests.aws.given import NINE, NUMBER
from tests.aws.receiver import SECRET, Receiver
from tests.fakes import MemoryMessenger

NOTE = Note(
    id=f"{NUMBER}/mail#000007#0",
    office="batang",
    name="Désirée Wulandari",
    address="wulan@kantor.test",
    subject=f"Akun Anda siap \N{EN DASH} {NUMBER}",
    text="Buka tautan ini: https://loket.test/p/1.abc\n",
)


@pytest.fixture(params=["fake", "real"])
def messenger(request: pytest.FixtureRequest) -> Messenger:
    if request.param == "fake":
        return MemoryMessenger("batang")
    found: Messenger = request.getfixturevalue("webhook")
    return found


def to(url: str, secrets: Any, name: str = "signing") -> WebhookMessenger:
    return WebhookMessenger(secrets, {"batang": Endpoint(url, name)}, lambda: NINE)


def test_a_messenger_carries_for_its_own_office_only(messenger: Messenger) -> None:
    assert messenger.carries("batang")
    assert not messenger.carries("melawi")


def test_the_stage_names_who_has_a_messenger(secrets: Any, receiver: Receiver) -> None:
    told = {"batang": {"url": receiver.url, "secret": "signing"}}
    world = World({"MESSENGERS": json.dumps(told)}, client=lambda _: secrets, now=lambda: NINE)
    world.messenger.deliver(NOTE)
    assert NOTE.id in receiver.bodies


def test_a_stage_that_names_nobody_carries_for_nobody(secrets: Any) -> None:
    assert not World({}, client=lambda _: secrets).messenger.carries("batang")


def test_a_note_may_be_delivered_again(messenger: Messenger) -> None:
    messenger.deliver(NOTE)
    messenger.deliver(NOTE)


def test_a_repeated_note_is_known_by_its_id(webhook: WebhookMessenger, receiver: Receiver) -> None:
    fake = MemoryMessenger("batang")
    for note in (NOTE, NOTE, replace(NOTE, id="other")):
        webhook.deliver(note)
        fake.deliver(note)
    assert len(receiver.asked) == 3
    assert list(receiver.bodies) == list(fake.notes) == [NOTE.id, "other"]


def test_a_note_says_what_a_mail_would_to_one_holder(
    webhook: WebhookMessenger, receiver: Receiver
) -> None:
    webhook.deliver(NOTE)
    said = {key: value for key, value in asdict(NOTE).items() if key != "id"}
    assert receiver.bodies[NOTE.id] == {"type": "confidential.note", "data": said}


def test_a_note_tells_when_it_was_sent(webhook: WebhookMessenger, receiver: Receiver) -> None:
    webhook.deliver(NOTE)
    assert receiver.times == [str(int(NINE.timestamp()))]


def test_the_clock_is_asked_for_each_note(secrets: Any, receiver: Receiver) -> None:
    times = iter([NINE, NINE + timedelta(minutes=2)])
    webhook = WebhookMessenger(
        secrets, {"batang": Endpoint(receiver.url, "signing")}, lambda: next(times)
    )
    webhook.deliver(NOTE)
    webhook.deliver(NOTE)
    assert [int(t) - int(NINE.timestamp()) for t in receiver.times] == [0, 120]


def test_what_another_secret_signs_is_not_taken(
    webhook: WebhookMessenger, receiver: Receiver
) -> None:
    receiver.secret = "Zz9z" * 16
    with pytest.raises(Unavailable):
        webhook.deliver(NOTE)
    assert receiver.bodies == {}


@pytest.mark.parametrize("status", [200, 201, 202, 204])
def test_any_success_will_do(webhook: WebhookMessenger, receiver: Receiver, status: int) -> None:
    receiver.status = status
    webhook.deliver(NOTE)


@pytest.mark.parametrize("status", [301, 307, 308, 400, 404, 410, 429, 500, 503])
def test_a_note_that_was_not_taken_is_tried_once_and_follows_nobody(
    webhook: WebhookMessenger, receiver: Receiver, status: int
) -> None:
    receiver.status = status
    with pytest.raises(Unavailable, match=str(status)):
        webhook.deliver(NOTE)
    assert receiver.asked == ["/e-pesan"]


def test_a_receiver_that_says_nothing_is_not_waited_for(
    secrets: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("functions.aws.webhook.PATIENCE", Timeout(connect=1, read=0.05))
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        with pytest.raises(Unavailable):
            to(f"http://127.0.0.1:{port}/", secrets).deliver(NOTE)


def test_a_receiver_that_is_not_there_is_unavailable(secrets: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    with pytest.raises(Unavailable):
        to(f"http://127.0.0.1:{port}/", secrets).deliver(NOTE)


def test_who_does_not_speak_tls_is_told_nothing_over_https(
    secrets: Any, receiver: Receiver
) -> None:
    with pytest.raises(Unavailable):
        to(receiver.url.replace("http:", "https:"), secrets).deliver(NOTE)
    assert receiver.asked == []


def test_the_secret_is_read_once(
    webhook: WebhookMessenger, secrets: Any, receiver: Receiver
) -> None:
    reads: list[Any] = []
    secrets.meta.events.register("before-call.secretsmanager", lambda **_: reads.append(1))
    webhook.deliver(NOTE)
    webhook.deliver(NOTE)
    assert (len(reads), len(receiver.asked)) == (1, 2)


def test_a_secret_may_be_written_as_the_convention_has_it(secrets: Any, receiver: Receiver) -> None:
    secrets.create_secret(Name="prefixed", SecretString=f"whsec_{SECRET}")
    to(receiver.url, secrets, "prefixed").deliver(NOTE)
    assert NOTE.id in receiver.bodies


def test_nothing_of_a_note_is_logged(
    webhook: WebhookMessenger, receiver: Receiver, caplog: pytest.LogCaptureFixture
) -> None:
    """G8"""
    receiver.status = 500
    with caplog.at_level(logging.DEBUG, "urllib3"), pytest.raises(Unavailable) as refused:
        webhook.deliver(NOTE)
    told = caplog.text + str(refused.value)
    assert "e-pesan" in told
    for private in (NOTE.name, NOTE.address, NOTE.subject, NOTE.text.strip(), SECRET):
        assert private not in told


def test_nothing_in_an_id_can_add_a_header(webhook: WebhookMessenger, receiver: Receiver) -> None:
    with pytest.raises(ValueError, match="header"):
        webhook.deliver(replace(NOTE, id="x\r\nwebhook-signature: v1,evil"))
    assert receiver.asked == []
