"""The archive in S3: a bucket that keeps what is put into it under a lock, by its hash."""

from typing import Any

from functions.aws import available


class S3Archive:
    def __init__(self, client: Any, presigner: Any, bucket: str) -> None:
        self._client, self._presigner, self._bucket = client, presigner, bucket

    def keep(self, key: str, content: bytes, type: str) -> None:
        with available("s3"):
            self._client.put_object(Bucket=self._bucket, Key=key, Body=content, ContentType=type)

    def view(self, key: str, type: str) -> str:
        shown = {"ResponseContentType": type, "ResponseContentDisposition": "inline"}
        with available("s3"):
            return str(
                self._presigner.generate_presigned_url(
                    "get_object", Params={"Bucket": self._bucket, "Key": key, **shown}, ExpiresIn=60
                )
            )
