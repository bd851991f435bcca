"""KMS: MACs of links, keyed hashes, and sealed passwords."""

import base64
from collections.abc import Mapping
from typing import Any

from botocore.exceptions import ClientError

from functions.aws import available, code

MAC = "HMAC_SHA_256"


class KmsSigner:
    """Signs links with the newest key; `key` is its short name, `arn` its ARN."""

    def __init__(self, client: Any, key: str, arn: str) -> None:
        self._client, self.key, self._arn = client, key, arn

    def sign(self, payload: str) -> bytes:
        return _mac(self._client, self._arn, payload)


class KmsVerifier:
    """`keys`: the ARNs of all keys whose links still open, by short name."""

    def __init__(self, client: Any, keys: Mapping[str, str]) -> None:
        self._client, self._keys = client, keys

    def verify(self, key: str, payload: str, mac: bytes) -> bool:
        if key not in self._keys:
            return False
        with available("kms"):
            try:
                answer = self._client.verify_mac(
                    Message=payload.encode(), KeyId=self._keys[key], MacAlgorithm=MAC, Mac=mac
                )
            except ClientError as error:
                if code(error) != "KMSInvalidMacException":
                    raise
                return False
        return bool(answer["MacValid"])


class KmsFingerprints:
    def __init__(self, client: Any, arn: str) -> None:
        self._client, self._arn = client, arn

    def of(self, kind: str, value: str) -> str:
        return base64.b32encode(_mac(self._client, self._arn, f"{kind}\n{value}")).decode()[:40]


class KmsSeals:
    """Opens only for the case it was sealed for: the case is the encryption context."""

    def __init__(self, client: Any, arn: str) -> None:
        self._client, self._arn = client, arn

    def seal(self, text: str, case_id: str) -> str:
        with available("kms"):
            answer = self._client.encrypt(
                KeyId=self._arn, Plaintext=text.encode(), EncryptionContext={"case": case_id}
            )
        return base64.b64encode(answer["CiphertextBlob"]).decode()

    def open(self, sealed: str, case_id: str) -> str:
        with available("kms"):
            answer = self._client.decrypt(
                KeyId=self._arn,
                CiphertextBlob=base64.b64decode(sealed),
                EncryptionContext={"case": case_id},
            )
        return bytes(answer["Plaintext"]).decode()


def _mac(client: Any, arn: str, text: str) -> bytes:
    with available("kms"):
        answer = client.generate_mac(Message=text.encode(), KeyId=arn, MacAlgorithm=MAC)
    return bytes(answer["Mac"])
