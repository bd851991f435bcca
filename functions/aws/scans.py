"""Scans in S3: posted by the browser itself, under an exact key, within limits that S3 keeps."""

from typing import Any

from functions.aws import available
from functions.core.scans import LARGEST
from functions.core.stores import Invitation, Received

MINUTES = 15
BYTES = "application/octet-stream"  # nothing that a browser would run; the real type is sniffed


class S3Scans:
    def __init__(self, client: Any, presigner: Any, bucket: str) -> None:
        self._client, self._presigner, self._bucket = client, presigner, bucket

    def invite(self, key: str, after: str) -> Invitation:
        """`after` is where the browser is sent when the scan is there; "" answers 204."""
        ending = {"success_action_redirect": after} if after else {"success_action_status": "204"}
        fields = {"Content-Type": BYTES, **ending}
        limits = [["content-length-range", 1, LARGEST], *({k: v} for k, v in fields.items())]
        with available("s3"):
            post = self._presigner.generate_presigned_post(
                Bucket=self._bucket,
                Key=key,
                Fields=dict(fields),
                Conditions=limits,
                ExpiresIn=MINUTES * 60,
            )
        return Invitation(post["url"], post["fields"])

    def read(self, key: str, version: str = "") -> Received:
        pinned = {"VersionId": version} if version else {}
        with available("s3"):
            got = self._client.get_object(Bucket=self._bucket, Key=key, **pinned)
            return Received(bytes(got["Body"].read()), got["VersionId"], got["LastModified"])

    def put(self, key: str, content: bytes) -> None:
        with available("s3"):
            self._client.put_object(Bucket=self._bucket, Key=key, Body=content, ContentType=BYTES)
