"""Mails in S3, as the mail service put them there."""

from typing import Any

from functions.aws import available


class S3Inbox:
    def __init__(self, client: Any, bucket: str) -> None:
        self._client, self._bucket = client, bucket

    def read(self, key: str, most: int) -> bytes:
        with available("s3"):
            got = self._client.get_object(Bucket=self._bucket, Key=key)
            return bytes(got["Body"].read(most))
