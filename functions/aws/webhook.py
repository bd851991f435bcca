"""An office's confidential channel as a webhook, signed as the Standard Webhooks convention says.

docs/webhook.md tells those who receive it.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hmac import digest
from typing import Any

from urllib3 import PoolManager, Timeout
from urllib3.exceptions import HTTPError

from functions.aws import available
from functions.core.errors import Unavailable
from functions.core.ports import Note

PATIENCE = Timeout(connect=3, read=5)


@dataclass(frozen=True)
class Endpoint:
    """`secret`: the name under which Secrets Manager keeps what signs."""

    url: str
    secret: str


class WebhookMessenger:
    """Tries once: the outbox tries again."""

    def __init__(
        self, client: Any, endpoints: Mapping[str, Endpoint], now: Callable[[], datetime]
    ) -> None:
        self._client, self._endpoints, self._now = client, endpoints, now
        self._keys: dict[str, bytes] = {}
        self._http = PoolManager(retries=False)

    def carries(self, office: str) -> bool:
        return office in self._endpoints

    def deliver(self, note: Note) -> None:
        endpoint = self._endpoints[note.office]
        body = _body(note)
        status = self._post(endpoint.url, body, self._headers(note.id, body, endpoint.secret))
        if not 200 <= status < 300:
            raise Unavailable(f"webhook: {status}")

    def _headers(self, id: str, body: bytes, secret: str) -> dict[str, str]:
        time = str(int(self._now().timestamp()))
        mac = digest(self._key(secret), f"{id}.{time}.".encode() + body, "sha256")
        return {
            "content-type": "application/json",
            "webhook-id": id,
            "webhook-timestamp": time,
            "webhook-signature": f"v1,{b64encode(mac).decode()}",
        }

    def _key(self, secret: str) -> bytes:
        if secret not in self._keys:
            with available("secretsmanager"):
                answer = self._client.get_secret_value(SecretId=secret)
            text = str(answer["SecretString"]).removeprefix("whsec_")
            self._keys[secret] = b64decode(text, validate=True)
        return self._keys[secret]

    def _post(self, url: str, body: bytes, headers: Mapping[str, str]) -> int:
        """The status alone: nothing that the receiver adds is read or followed."""
        try:
            answer = self._http.request(
                "POST", url, body=body, headers=headers, timeout=PATIENCE, preload_content=False
            )
        except HTTPError as error:
            raise Unavailable("webhook") from error
        answer.close()
        return answer.status


def _body(note: Note) -> bytes:
    data = {
        "office": note.office,
        "name": note.name,
        "address": note.address,
        "subject": note.subject,
        "text": note.text,
    }
    return json.dumps({"type": "confidential.note", "data": data}, ensure_ascii=False).encode()
