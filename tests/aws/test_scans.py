"""Scans, as the fake and as S3 keeps them."""

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import pytest

from functions.aws import presigner
from functions.aws.scans import S3Scans
from functions.core.errors import Unavailable
from functions.core.scans import LARGEST, key_of, upload_of
from functions.core.stores import Invitation, Scans
from tests.aws.conftest import REGION
from tests.fakes import MemoryScans

BUCKET = "loket-scans"
KEY = key_of("BTG-2222-2222", "ktp-direksi", upload_of(1, "u1", instead="ab" * 32))
AFTER = "https://loket.test/p/x/dokumen?ada=ktp-direksi"


@dataclass(frozen=True)
class Place:
    """`put`: posts a scan as a browser would, and says which version it got."""

    scans: Scans
    put: Callable[[str, bytes], str]


@pytest.fixture
def fake_place() -> Place:
    scans = MemoryScans()
    return Place(scans, scans.put)


@pytest.fixture
def real_place(aws: Callable[[str], Any]) -> Place:
    s3 = aws("s3")
    s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
    s3.put_bucket_versioning(Bucket=BUCKET, VersioningConfiguration={"Status": "Enabled"})

    def put(key: str, content: bytes) -> str:
        return str(s3.put_object(Bucket=BUCKET, Key=key, Body=content)["VersionId"])

    return Place(S3Scans(s3, presigner(), BUCKET), put)


@pytest.fixture(params=["fake", "real"])
def place(request: pytest.FixtureRequest) -> Place:
    found: Place = request.getfixturevalue(f"{request.param}_place")
    return found


def policy(invitation: Invitation) -> list[Any]:
    """What the bucket demands of a post, as the signed policy says."""
    found = json.loads(base64.b64decode(invitation.fields["policy"]))["conditions"]
    return list(found)


def test_a_form_is_for_one_key_and_one_type(place: Place) -> None:
    fields = place.scans.invite(KEY, "").fields
    assert (fields["key"], fields["Content-Type"]) == (KEY, "application/octet-stream")
    assert fields["success_action_status"] == "204"


def test_a_form_leads_back_to_the_page_it_came_from(place: Place) -> None:
    fields = place.scans.invite(KEY, AFTER).fields
    assert fields["success_action_redirect"] == AFTER
    assert "success_action_status" not in fields


def test_the_version_that_was_examined_is_the_version_that_is_read(place: Place) -> None:
    """G13"""
    first = place.put(KEY, b"%PDF-1")
    second = place.put(KEY, b"%PDF-2")
    for version, content in ((first, b"%PDF-1"), (second, b"%PDF-2")):
        read = place.scans.read(KEY, version)
        assert (read.content, read.version) == (content, version)


def test_without_a_version_the_latest_is_read_and_named(place: Place) -> None:
    place.put(KEY, b"%PDF-1")
    second = place.put(KEY, b"%PDF-2")
    read = place.scans.read(KEY)
    assert (read.content, read.version) == (b"%PDF-2", second)


def test_when_a_scan_was_posted_is_known_with_its_zone(place: Place) -> None:
    place.put(KEY, b"%PDF-1")
    assert place.scans.read(KEY).at.tzinfo is not None


def test_what_came_by_another_way_is_read_like_what_was_posted(place: Place) -> None:
    place.scans.put(KEY, b"%PDF-3")
    assert place.scans.read(KEY).content == b"%PDF-3"


def test_what_was_never_posted_cannot_be_read(place: Place) -> None:
    with pytest.raises(Unavailable):
        place.scans.read(KEY)


@pytest.mark.parametrize("after", ["", AFTER])
def test_the_bucket_itself_keeps_the_forms_limits(real_place: Place, after: str) -> None:
    """Key, type, size and where to go next: none of them is the browser's to choose."""
    invitation = real_place.scans.invite(KEY, after)
    demanded = policy(invitation)
    assert ["content-length-range", 1, LARGEST] in demanded
    signed = {k: v for rule in demanded if isinstance(rule, dict) for k, v in rule.items()}
    assert (signed["key"], signed["bucket"]) == (KEY, BUCKET)
    loose = set(invitation.fields) - {"policy", "x-amz-signature"} - set(signed)
    assert loose == set()
    assert not any(isinstance(rule, list) and rule[0] == "starts-with" for rule in demanded)


def test_the_limit_is_five_million_bytes() -> None:
    assert LARGEST == 5_000_000


def test_a_form_is_signed_for_a_quarter_of_an_hour(real_place: Place) -> None:
    invitation = real_place.scans.invite(KEY, "")
    signed = json.loads(base64.b64decode(invitation.fields["policy"]))
    begun = invitation.fields["x-amz-date"]
    minutes = (_minute(signed["expiration"]) - _minute(begun)) % (24 * 60)
    assert minutes in {14, 15}


def test_forms_are_the_buckets_own(real_place: Place) -> None:
    """Pages allow no other origin in their content policy."""
    host = f"{BUCKET}.s3.{REGION}.amazonaws.com"
    assert urlsplit(real_place.scans.invite(KEY, "").action).hostname == host


def _minute(stamp: str) -> int:
    """Of the day, of "2026-03-02T09:15:00Z" or "20260302T090000Z"."""
    time = stamp.split("T")[1].replace(":", "")
    return int(time[:2]) * 60 + int(time[2:4])
