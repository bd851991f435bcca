"""An office's messenger, as its own programmers would write it: on loopback, in a thread."""

import hmac
import json
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

SECRET = "Ab3d" * 16


class Receiver(HTTPServer):
    """Takes what is signed with `secret`; `status`: its answer to all it could take.

    `asked`: the paths, in order. `bodies`: what it took, by id.
    """

    def __init__(self, secret: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.secret, self.status = secret, 204
        self.asked: list[str] = []
        self.times: list[str] = []
        self.bodies: dict[str, dict[str, Any]] = {}

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/e-pesan"

    def answer(self, headers: Mapping[str, str], body: bytes) -> int:
        if not self.genuine(headers, body):
            return 401
        if self.status < 300:
            self.bodies[headers["webhook-id"]] = json.loads(body)
        return self.status

    def genuine(self, headers: Mapping[str, str], body: bytes) -> bool:
        signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
        mac = hmac.new(b64decode(self.secret), signed, "sha256").digest()
        right = f"v1,{b64encode(mac).decode()}"
        given = headers["webhook-signature"].split(" ")
        return any(hmac.compare_digest(right, signature) for signature in given)


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.asked.append(self.path)
        self.server.times.append(self.headers["webhook-timestamp"])
        is_json = self.headers["content-type"] == "application/json"
        self.send_response(self.server.answer(self.headers, body) if is_json else 415)
        self.send_header("location", "/elsewhere")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Tests need no access log."""


@contextmanager
def receiving(secret: str) -> Iterator[Receiver]:
    with Receiver(secret) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
