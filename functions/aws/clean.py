"""Clean scans in S3: put there by their hash, shown by their version."""

from typing import Any

from functions.aws import available


class S3Clean:
    def __init__(self, client: Any, presigner: Any, bucket: str) -> None:
        self._client, self._presigner, self._bucket = client, presigner, bucket

    def keep(self, key: str, content: bytes, type: str) -> str:
        with available("s3"):
            put = self._client.put_object(
                Bucket=self._bucket, Key=key, Body=content, ContentType=type
            )
            return str(put["VersionId"])

    def read(self, key: str, version: str) -> bytes:
        with available("s3"):
            got = self._client.get_object(Bucket=self._bucket, Key=key, VersionId=version)
            return bytes(got["Body"].read())

    def view(self, key: str, version: str, type: str) -> str:
        pinned = {"VersionId": version} if version else {}
        shown = {"ResponseContentType": type, "ResponseContentDisposition": "inline"}
        asked = {"Bucket": self._bucket, "Key": key, **pinned, **shown}
        with available("s3"):
            return str(
                self._presigner.generate_presigned_url("get_object", Params=asked, ExpiresIn=60)
            )
