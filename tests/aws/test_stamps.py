"""Stamps, as the fake and as a Lambda is asked for them; and the bucket of copies."""

import json
from collections.abc import Callable
from io import BytesIO
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from functions.aws import presigner
from functions.aws.stamps import LambdaStamps, S3Views
from functions.core.document import Leaf
from functions.core.errors import Unavailable
from functions.core.stores import Stamps
from tests.aws.conftest import REGION
from tests.fakes import MemoryStamps

NAME, BUCKET = "loket-stamp", "loket-views"
NUMBER = "BTG-2222-2222"
FRONT = Leaf(f"{NUMBER}/ktp-direksi/aa", "v1", "image/jpeg", 100, "aa")
BACK = Leaf(f"{NUMBER}/ktp-direksi/bb", "v2", "application/pdf", 200, "bb")
LINES = ("LPSE Kabupaten Batang", "dilihat Siti Rahmawati, 9 Maret 2026 09.00 WIB")
Aws = Callable[[str], Any]


class Lambda:
    """A client whose Lambda makes copies, or `fails`; `asked`: what it was sent."""

    def __init__(self, client: Any, fails: bool = False) -> None:
        self.client, self.fails, self.asked = client, fails, list[dict[str, Any]]()
        client.meta.events.register("before-call.lambda.Invoke", self._run)

    def _run(self, params: dict[str, Any], **_: Any) -> tuple[Any, dict[str, Any]]:
        self.asked.append(params)
        told = {"errorType": "Smudged"} if self.fails else {"type": "application/pdf"}
        more = {"FunctionError": "Unhandled"} if self.fails else {}
        payload = BytesIO(json.dumps(told).encode())
        return SimpleNamespace(status_code=200), {"Payload": payload, **more}


def views(aws: Aws) -> S3Views:
    return S3Views(aws("s3"), presigner(), BUCKET)


def stamps_of(aws: Aws, told: Lambda) -> LambdaStamps:
    return LambdaStamps(told.client, NAME, views(aws))


@pytest.fixture(params=["fake", "real"])
def stamps(request: pytest.FixtureRequest) -> Stamps:
    if request.param == "fake":
        return MemoryStamps()
    aws = request.getfixturevalue("aws")
    return stamps_of(aws, Lambda(aws("lambda")))


def test_a_copy_has_an_address_that_names_no_person(stamps: Stamps) -> None:
    """G8"""
    address = stamps.show([FRONT, BACK], LINES)
    assert urlsplit(address).path.startswith("/views/")
    assert not any(word in address for word in ("Siti", "Rahmawati", "ktp"))


def test_the_same_copy_is_at_the_same_place_and_another_is_not(stamps: Stamps) -> None:
    """G2: a second click shows what the first one did."""
    asked = [([FRONT], LINES), ([FRONT], LINES), ([BACK], LINES), ([FRONT], LINES[:1])]
    paths = [urlsplit(stamps.show(*one)).path for one in asked]
    assert paths[0] == paths[1]
    assert len({*paths}) == 3


def test_the_lambda_is_waited_for_and_told_which_pages_and_words(aws: Aws) -> None:
    told = Lambda(aws("lambda"))
    stamps_of(aws, told).show(iter([FRONT, BACK]), iter(LINES))
    (sent,) = told.asked
    assert f"/functions/{NAME}/invocations" in sent["url"]
    assert sent["headers"].get("X-Amz-Invocation-Type", "RequestResponse") == "RequestResponse"
    body = json.loads(sent["body"])
    assert body.pop("key").startswith(f"views/{NUMBER}/")
    assert body == {
        "pages": [{"key": p.key, "version": p.version, "type": p.type} for p in (FRONT, BACK)],
        "lines": [*LINES],
    }


def test_the_address_lives_a_minute_and_shows_what_was_made_in_the_page(aws: Aws) -> None:
    """G13"""
    address = urlsplit(stamps_of(aws, Lambda(aws("lambda"))).show([FRONT], LINES))
    asked = parse_qs(address.query)
    assert address.hostname == f"{BUCKET}.s3.{REGION}.amazonaws.com"
    assert address.path.startswith(f"/views/{NUMBER}/")
    assert asked["X-Amz-Expires"] == ["60"]
    assert asked["response-content-type"] == ["application/pdf"]
    assert asked["response-content-disposition"] == ["inline"]


def test_a_copy_that_cannot_be_made_is_unavailable(aws: Aws) -> None:
    """G20: no unmarked copy takes its place."""
    with pytest.raises(Unavailable):
        stamps_of(aws, Lambda(aws("lambda"), fails=True)).show([FRONT], LINES)


def test_a_copy_is_kept_with_its_type(aws: Aws) -> None:
    s3 = aws("s3")
    s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
    views(aws).keep(f"views/{NUMBER}/x", b"%PDF-", "application/pdf")
    got = s3.get_object(Bucket=BUCKET, Key=f"views/{NUMBER}/x")
    assert (got["Body"].read(), got["ContentType"]) == (b"%PDF-", "application/pdf")
