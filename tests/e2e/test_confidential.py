"""Each account goes to its own holder alone, by the office's own messenger where it has one."""

from typing import Any

import pytest

from infra.demo.client import Client, Refusal
from infra.demo.inbox import Inbox, until
from infra.demo.story import Turn
from infra.demo.walk import Walk
from infra.local.stage import Stage
from tests.aws.receiver import Receiver
from tests.e2e.conftest import Tell


@pytest.fixture
def walk(told: dict[str, Walk]) -> Walk:
    return told["kemenperin-tiga-akun"]


def notes(messenger: Receiver, address: str) -> list[dict[str, Any]]:
    every = [note["data"] for note in messenger.bodies.values()]
    return [note for note in every if note["address"] == address]


def test_each_holder_gets_one_note_signed_by_loket(walk: Walk, messenger: Receiver) -> None:
    for person in walk.story.holders[:2]:
        [note] = notes(messenger, person["surel"])
        assert note["name"] == person["nama"]
        assert walk.applicant.number in note["subject"]


def test_what_was_handed_over_outside_is_not_sent(walk: Walk, messenger: Receiver) -> None:
    assert notes(messenger, walk.story.holders[2]["surel"]) == []
    told = walk.applicant.client.view(walk.applicant.link)["people"]
    assert [how for _, _, how in told] == [
        "Sudah dibuka pemegang",
        "Sudah dibuka pemegang",
        "Diserahkan langsung di loket, tanda terima nomor 12",
    ]


def test_nothing_of_an_account_goes_by_mail(stage: Stage, walk: Walk) -> None:
    for person in walk.story.holders:
        mails = Inbox(Client(stage.site), stage.mailbox, person["surel"]).mails()
        assert mails == []


def test_a_holder_opens_their_own_account_once(walk: Walk) -> None:
    first, second = walk.story.holders[:2]
    client = walk.applicant.client
    link = walk.inboxes(first["surel"]).link("sudah aktif", "/h/")
    with pytest.raises(Refusal) as refused:
        client.post(link, fact=first["nip"])
    assert refused.value.answer.status == 410
    theirs = client.view(walk.inboxes(second["surel"]).link("sudah aktif", "/h/"))
    assert client.view(link)["user_id"] != theirs["user_id"]


def test_anothers_number_opens_nothing(tell: Tell) -> None:
    walk = tell("kemenperin-tiga-akun", turns=())
    step = walk.until_at("account")
    officer = walk.officer(step.by)
    officer.act(step.kind, walk.task(step), Turn(at=step.id))
    first, second = walk.story.holders[:2]
    link = walk.inboxes(first["surel"]).link("sudah aktif", "/h/")
    with pytest.raises(Refusal) as refused:
        walk.applicant.client.post(link, fact=second["nip"])
    assert refused.value.answer.status == 422
    shown = walk.applicant.client.post(link, fact=first["nip"])
    assert shown["password"] == officer.passwords["h1"]


def test_a_note_waits_for_a_messenger_that_does_not_answer(
    stage: Stage, tell: Tell, messenger: Receiver
) -> None:
    walk = tell("kemenperin-satu-ppk")
    step = walk.until_at("account")
    address = walk.story.holders[0]["surel"]
    messenger.status = 503
    asked = len(messenger.asked)
    walk.officer(step.by).act(step.kind, walk.task(step), Turn(at=step.id))
    until(lambda: len(messenger.asked) > asked or None, "a try")
    messenger.status = 204
    assert notes(messenger, address) == []
    until(lambda: _sent_again(stage, walk, messenger, address), "the note")


def _sent_again(stage: Stage, walk: Walk, messenger: Receiver, address: str) -> bool | None:
    """As if the time until the next try were over."""
    dynamodb, table = stage.client("dynamodb"), stage.outputs["CasesTable"]
    of_case = {":number": {"S": walk.applicant.number}, ":mail": {"S": "mail#"}}
    letters = dynamodb.query(
        TableName=table,
        KeyConditionExpression="pk = :number AND begins_with(sk, :mail)",
        ExpressionAttributeValues=of_case,
    )["Items"]
    for waiting in (item for item in letters if "wake_due" in item):
        dynamodb.update_item(
            TableName=table,
            Key={"pk": waiting["pk"], "sk": waiting["sk"]},
            UpdateExpression="SET wake_due = :long_ago",
            ExpressionAttributeValues={":long_ago": {"S": "2026"}},
        )
    stage.client("lambda").invoke(FunctionName=stage.outputs["SweepFunction"])
    return bool(notes(messenger, address)) or None


def test_the_same_user_id_twice_is_refused(tell: Tell, told: dict[str, Walk]) -> None:
    """G12: across an office's cases, in capitals or not."""
    taken = told["melawi-kuasa"].story.user_id
    walk = tell("melawi-perorangan")
    step = walk.until_at("account")
    made = {"outcome": "disetujui", "user_id": taken.upper()}
    with pytest.raises(Refusal) as refused:
        walk.officer(step.by).client.post(f"{walk.task(step)}/akun", **made)
    assert refused.value.answer.status == 422
    assert "user_id" in refused.value.answer.view["problems"]


def test_the_applicants_own_password_is_shown_once(told: dict[str, Walk]) -> None:
    """G6."""
    walk = told["babel-jeda"]
    with pytest.raises(Refusal) as refused:
        walk.applicant.client.post(f"{walk.applicant.link}/akun", fact=walk.story.given["nip"])
    assert refused.value.answer.status == 410
