"""Destruction in S3: every version and every delete marker under a case's number, copies too."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from functions.aws import available
from functions.aws.stamps import copies_of
from functions.core.errors import Unavailable

MOST = 1000
"""How many versions one call deletes."""


class S3Shredder:
    """`archive`: the bucket whose objects are under a lock, which may be lifted here alone;
    `views`: the one of copies for viewers, which go last, as they are made from the others."""

    def __init__(self, client: Any, buckets: Sequence[str], archive: str, views: str) -> None:
        self._client, self._buckets = client, buckets
        self._archive, self._views = archive, views

    def destroy(self, case_id: str) -> int:
        own = f"{case_id}/"
        with available("s3"):
            loose = sum(self._empty(bucket, own) for bucket in self._buckets)
            signed = self._empty(self._archive, own, BypassGovernanceRetention=True)
            return loose + signed + self._empty(self._views, copies_of(case_id))

    def _empty(self, bucket: str, prefix: str, **lifting: bool) -> int:
        found = [*self._versions(bucket, prefix)]
        left = iter(found)
        while batch := [*islice(left, MOST)]:
            wanted = {"Objects": batch, "Quiet": True}
            told = self._client.delete_objects(Bucket=bucket, Delete=wanted, **lifting)
            if told.get("Errors"):
                raise Unavailable("s3")
        return len(found)

    def _versions(self, bucket: str, prefix: str) -> Iterator[dict[str, str]]:
        pages = self._client.get_paginator("list_object_versions")
        for page in pages.paginate(Bucket=bucket, Prefix=prefix):
            for version in (*page.get("Versions", ()), *page.get("DeleteMarkers", ())):
                yield {"Key": version["Key"], "VersionId": version["VersionId"]}
