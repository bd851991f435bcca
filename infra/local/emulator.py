"""MiniStack: AWS in one process, on the loopback interface only."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from infra.local.children import Child, child
from infra.local.environment import REGION, environment
from infra.local.ports import LOOPBACK


@contextmanager
def emulator(folder: Path, port: int, smtp_port: int) -> Iterator[Child]:
    settings = environment(folder, port) | {
        "BIND_HOST": LOOPBACK,
        "GATEWAY_PORT": str(port),
        "IOT_MTLS_ENABLED": "0",
        "LOG_LEVEL": "INFO",
        "MINISTACK_REGION": REGION,
        "SMTP_HOST": f"{LOOPBACK}:{smtp_port}",
    }
    command = [sys.executable, "-m", "infra.local.emulated"]
    with child("The emulator", command, settings, folder / "emulator.log") as ministack:
        ministack.answer(port, "/_ministack/health")
        yield ministack
