"""The local stage comes up again after every kind of end."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from infra.demo.client import Client
from infra.demo.inbox import until
from infra.local.claim import ROOT, leftovers
from infra.local.ports import free_port

READY = "Ready after"


@contextmanager
def running(port: int, mail_port: int) -> Iterator[subprocess.Popen[str]]:
    """`make run`'s command, once it says that it is ready."""
    ports = ["--port", str(port), "--mail-port", str(mail_port)]
    command = [sys.executable, "-m", "infra.local", *ports]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment
    ) as stage:
        assert stage.stdout
        told = next((line for line in stage.stdout if READY in line), "")
        assert READY in told
        try:
            yield stage
        finally:
            stage.kill()


def test_it_starts_again_after_every_kind_of_end() -> None:
    port, mail_port = free_port(), free_port()
    for end in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
        with running(port, mail_port) as stage:
            stage.send_signal(end)
            stage.wait(timeout=20)
    with running(port, mail_port):
        assert Client(f"http://loket.localhost:{port}").get("/").status == 200
    until(lambda: not leftovers(ROOT / "build" / "local" / str(port)) or None, "a clean end")
