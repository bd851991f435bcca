"""Clean scans, as the fake and as S3 keeps them."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from functions.aws import presigner
from functions.aws.clean import S3Clean
from functions.core.errors import Unavailable
from functions.core.stores import CleanScans
from tests.aws.conftest import REGION
from tests.fakes import MemoryClean

BUCKET = "loket-clean"
KEY = f"BTG-2222-2222/ktp-direksi/{'ab' * 32}"


@pytest.fixture
def fake_clean() -> MemoryClean:
    return MemoryClean()


@pytest.fixture
def real_clean(aws: Callable[[str], Any]) -> S3Clean:
    s3 = aws("s3")
    s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
    s3.put_bucket_versioning(Bucket=BUCKET, VersioningConfiguration={"Status": "Enabled"})
    return S3Clean(s3, presigner(), BUCKET)


@pytest.fixture(params=["fake", "real"])
def clean(request: pytest.FixtureRequest) -> CleanScans:
    found: CleanScans = request.getfixturevalue(f"{request.param}_clean")
    return found


def test_what_was_kept_is_read_by_its_version(clean: CleanScans) -> None:
    """G13: whatever is kept under the same key afterwards."""
    first = clean.keep(KEY, b"one", "image/jpeg")
    second = clean.keep(KEY, b"two", "image/jpeg")
    assert (clean.read(KEY, first), clean.read(KEY, second)) == (b"one", b"two")


def test_a_version_that_was_never_kept_cannot_be_read(clean: CleanScans) -> None:
    with pytest.raises(Unavailable):
        clean.read(KEY, "c9")


def test_an_address_shows_one_version(clean: CleanScans) -> None:
    """G13"""
    versions = [clean.keep(KEY, content, "image/jpeg") for content in (b"one", b"two")]
    shown = [clean.view(KEY, version, "image/jpeg") for version in versions]
    assert KEY in shown[0]
    assert shown[0] != shown[1]


def test_an_address_lives_a_minute_and_names_version_and_type(real_clean: S3Clean) -> None:
    """G13"""
    address = urlsplit(real_clean.view(KEY, "v7", "image/jpeg"))
    asked = parse_qs(address.query)
    assert address.hostname == f"{BUCKET}.s3.{REGION}.amazonaws.com"
    assert asked["versionId"] == ["v7"]
    assert asked["X-Amz-Expires"] == ["60"]
    assert asked["response-content-type"] == ["image/jpeg"]
    assert asked["response-content-disposition"] == ["inline"]
    assert "X-Amz-Signature" in asked


def test_without_a_version_the_latest_is_shown(real_clean: S3Clean) -> None:
    assert "versionId" not in parse_qs(urlsplit(real_clean.view(KEY, "", "image/jpeg")).query)
