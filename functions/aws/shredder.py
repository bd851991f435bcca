"""Destruction in S3: every version and every delete marker under a case's number."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from functions.aws import available
from functions.core.errors import Unavailable

MOST = 1000
"""How many versions one call deletes."""


class S3Shredder:
    """`archive`: the bucket whose objects are under a lock, which may be lifted here alone."""

    def __init__(self, client: Any, buckets: Sequence[str], archive: str) -> None:
        self._client, self._buckets, self._archive = client, buckets, archive

    def destroy(self, case_id: str) -> int:
        with available("s3"):
            loose = sum(self._empty(bucket, case_id) for bucket in self._buckets)
            return loose + self._empty(self._archive, case_id, BypassGovernanceRetention=True)

    def _empty(self, bucket: str, case_id: str, **lifting: bool) -> int:
        found = [*self._versions(bucket, f"{case_id}/")]
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
