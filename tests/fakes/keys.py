"""Keys in memory: one fixed secret, never to be used for anything real."""

import base64
import hmac

from functions.core.errors import Unavailable

SECRET = b"only for tests"
KEY = "k1"


class HmacSigner:
    def __init__(self, key: str = KEY) -> None:
        self.key = key

    def sign(self, payload: str) -> bytes:
        return _mac(f"{self.key}\n{payload}")


class HmacVerifier:
    """`keys`: those whose links still open. `asked`: every payload it was asked about."""

    def __init__(self, *keys: str) -> None:
        self.keys = set(keys or (KEY,))
        self.asked: list[str] = []

    def verify(self, key: str, payload: str, mac: bytes) -> bool:
        self.asked.append(payload)
        return key in self.keys and hmac.compare_digest(_mac(f"{key}\n{payload}"), mac)


class PlainFingerprints:
    def of(self, kind: str, value: str) -> str:
        return base64.b32encode(_mac(f"{kind}\n{value}")).decode()[:40]


class PlainSeals:
    """Readable to a test, but opens only for the case it was sealed for."""

    def seal(self, text: str, case_id: str) -> str:
        return base64.b64encode(f"{case_id}\n{text}".encode()).decode()

    def open(self, sealed: str, case_id: str) -> str:
        owner, _, text = base64.b64decode(sealed).decode().partition("\n")
        if owner != case_id:
            raise Unavailable("kms")
        return text


def _mac(text: str) -> bytes:
    return hmac.digest(SECRET, text.encode(), "sha256")
