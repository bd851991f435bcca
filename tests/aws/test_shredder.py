"""Destruction, as the fake and as S3 do it: every version goes, and nobody else's."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from functions.aws.shredder import S3Shredder
from functions.aws.stamps import copies_of
from functions.core.errors import Unavailable
from functions.core.stores import Shredder
from tests.aws.conftest import REGION
from tests.fakes import MemoryArchive, MemoryClean, MemoryScans, MemoryShredder

CASE, NEIGHBOUR = "BTG-2222-2222", "BTG-2222-2222X"
SCANS, CLEAN, ARCHIVE, VIEWS = "scans", "clean", "archive", "views"


@dataclass(frozen=True)
class Place:
    """`post` a scan, `keep` a signed paper, `copy` one for a viewer; `left`: the keys that are
    still there."""

    shredder: Shredder
    post: Callable[[str], object]
    keep: Callable[[str], object]
    copy: Callable[[str], object]
    left: Callable[[], set[str]]


@pytest.fixture
def fake_place() -> Place:
    scans, archive, views = MemoryScans(), MemoryArchive(), MemoryArchive()
    return Place(
        MemoryShredder(scans, MemoryClean(), archive, views),
        lambda key: scans.put(key, b"x"),
        lambda key: archive.keep(key, b"x", "application/pdf"),
        lambda key: views.keep(key, b"x", "image/jpeg"),
        lambda: {*scans.versions, *archive.kept, *views.kept},
    )


@pytest.fixture
def s3(aws: Callable[[str], Any]) -> Any:
    client = aws("s3")
    for name in (SCANS, CLEAN, ARCHIVE, VIEWS):
        client.create_bucket(
            Bucket=name,
            CreateBucketConfiguration={"LocationConstraint": REGION},
            ObjectLockEnabledForBucket=name == ARCHIVE,
        )
        if name != VIEWS:
            client.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
    lock = {"DefaultRetention": {"Mode": "GOVERNANCE", "Days": 3653}}
    client.put_object_lock_configuration(
        Bucket=ARCHIVE,
        ObjectLockConfiguration={"ObjectLockEnabled": "Enabled", "Rule": lock},
    )
    return client


@pytest.fixture
def real_place(s3: Any) -> Place:
    return Place(
        S3Shredder(s3, [SCANS, CLEAN], ARCHIVE, VIEWS),
        lambda key: s3.put_object(Bucket=SCANS, Key=key, Body=b"x"),
        lambda key: s3.put_object(Bucket=ARCHIVE, Key=key, Body=b"x"),
        lambda key: s3.put_object(Bucket=VIEWS, Key=key, Body=b"x"),
        lambda: {key for bucket in (SCANS, CLEAN, ARCHIVE, VIEWS) for key in keys_in(s3, bucket)},
    )


@pytest.fixture(params=["fake", "real"])
def place(request: pytest.FixtureRequest) -> Place:
    found: Place = request.getfixturevalue(f"{request.param}_place")
    return found


def keys_in(s3: Any, bucket: str) -> list[str]:
    """Of every version, and of every marker that hides one."""
    told = s3.list_object_versions(Bucket=bucket)
    return [v["Key"] for v in (*told.get("Versions", ()), *told.get("DeleteMarkers", ()))]


def test_every_version_of_a_case_goes_from_scans_and_archive(place: Place) -> None:
    for _ in range(2):
        place.post(f"{CASE}/ktp/1-a")
    place.keep(f"{CASE}/surat/abc")
    assert place.shredder.destroy(CASE) == 3
    assert place.left() == set()


def test_copies_made_for_viewers_go_with_what_they_are_of(place: Place) -> None:
    for number in (CASE, NEIGHBOUR):
        place.copy(f"{copies_of(number)}abc")
    assert place.shredder.destroy(CASE) == 1
    assert place.left() == {f"{copies_of(NEIGHBOUR)}abc"}


def test_other_cases_keep_what_they_have(place: Place) -> None:
    kept = {f"{NEIGHBOUR}/ktp/1-a", "BTG-3333-3333/ktp/1-a"}
    for key in (*kept, f"{CASE}/ktp/1-a"):
        place.post(key)
    place.shredder.destroy(CASE)
    assert place.left() == kept


def test_destroying_again_destroys_nothing(place: Place) -> None:
    place.post(f"{CASE}/ktp/1-a")
    assert [place.shredder.destroy(CASE) for _ in range(2)] == [1, 0]


def test_what_a_marker_hides_goes_too_with_the_marker(s3: Any, real_place: Place) -> None:
    for bucket in (SCANS, CLEAN):
        s3.put_object(Bucket=bucket, Key=f"{CASE}/ktp/1-a", Body=b"x")
        s3.delete_object(Bucket=bucket, Key=f"{CASE}/ktp/1-a")
    assert real_place.shredder.destroy(CASE) == 4
    assert real_place.left() == set()


def test_more_than_one_call_deletes_still_all_goes(
    real_place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("functions.aws.shredder.MOST", 2)
    for n in range(5):
        real_place.post(f"{CASE}/ktp/{n}-a")
    assert real_place.shredder.destroy(CASE) == 5
    assert real_place.left() == set()


def test_what_one_object_refuses_is_no_success(s3: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """G20"""
    s3.put_object(Bucket=SCANS, Key=f"{CASE}/ktp/1-a", Body=b"x")
    refusal = {"Errors": [{"Key": f"{CASE}/ktp/1-a", "Code": "AccessDenied"}]}
    monkeypatch.setattr(s3, "delete_objects", lambda **_: refusal)
    with pytest.raises(Unavailable):
        S3Shredder(s3, [SCANS], ARCHIVE, VIEWS).destroy(CASE)
