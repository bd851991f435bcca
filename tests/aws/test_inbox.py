"""Mails, as the fake and as S3 keep them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from functions.aws.inbox import S3Inbox
from functions.core.errors import Unavailable
from functions.core.stores import Inbox
from tests.aws.conftest import REGION
from tests.fakes import MemoryInbox

BUCKET = "loket-inbox"
KEY = "batang/m1"


@dataclass(frozen=True)
class Place:
    """`put`: as the mail service does it."""

    inbox: Inbox
    put: Callable[[str, bytes], object]


@pytest.fixture
def fake_place() -> Place:
    inbox = MemoryInbox()
    return Place(inbox, inbox.put)


@pytest.fixture
def real_place(aws: Callable[[str], Any]) -> Place:
    s3 = aws("s3")
    s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})

    def put(key: str, content: bytes) -> object:
        return s3.put_object(Bucket=BUCKET, Key=key, Body=content)

    return Place(S3Inbox(s3, BUCKET), put)


@pytest.fixture(params=["fake", "real"])
def place(request: pytest.FixtureRequest) -> Place:
    found: Place = request.getfixturevalue(f"{request.param}_place")
    return found


def test_a_mail_is_read_as_it_came(place: Place) -> None:
    place.put(KEY, b"From: x\r\n\r\n\xff")
    assert place.inbox.read(KEY, 100) == b"From: x\r\n\r\n\xff"


def test_no_more_of_it_is_read_than_is_asked_for(place: Place) -> None:
    place.put(KEY, b"x" * 1000)
    assert place.inbox.read(KEY, 10) == b"x" * 10


def test_an_empty_mail_is_read_as_nothing(place: Place) -> None:
    place.put(KEY, b"")
    assert place.inbox.read(KEY, 10) == b""


def test_what_is_not_there_cannot_be_read(place: Place) -> None:
    with pytest.raises(Unavailable):
        place.inbox.read(KEY, 10)
