"""The processes a stage starts: none of them outlives it."""

import http.client
import os
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

from infra.local.claim import ROOT
from infra.local.errors import StartError
from infra.local.ports import LOOPBACK

PATIENCE = 30.0
FAULT = re.compile(r"^\s*Value error, (.+?)(?: \[type=.*)?$", re.MULTILINE)
TELLING = re.compile(r"❌|Error\b|Exception\b|CREATE_FAILED|EADDRINUSE")


@dataclass(frozen=True)
class Child:
    name: str
    process: subprocess.Popen[bytes]
    log: Path

    def finish(self) -> None:
        """Wait for its end, which must be a good one."""
        if self.process.wait():
            raise self.failed()

    def answer(self, port: int, path: str) -> None:
        """Wait until it answers a GET of this path."""
        until = monotonic() + PATIENCE
        while not _answers(port, path):
            if self.process.poll() is not None or monotonic() > until:
                raise self.failed()
            sleep(0.05)

    def failed(self) -> StartError:
        told = telling(self.log.read_text(errors="replace"))
        return StartError(f"{self.name} failed: {told} (all of it: {self.log.relative_to(ROOT)})")


@contextmanager
def child(
    name: str, command: Sequence[str], environment: Mapping[str, str], log: Path
) -> Iterator[Child]:
    """In a session of its own: Ctrl-C reaches it through us, and its children end with it."""
    with log.open("wb") as out:
        process = subprocess.Popen(
            [*_mortal(), *command],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield Child(name, process, log)
    finally:
        end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """Outright: what these processes know is in memory and scratch files, and goes with them."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def telling(output: str) -> str:
    """What a check of a file said; or the last line that names an error; or the last line."""
    if said := FAULT.findall(output):
        return str(said[-1])
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if TELLING.search(line)]
    return (errors or lines or ["it said nothing"])[-1].removeprefix("❌").strip()


def _mortal() -> list[str]:
    """Linux ends a child whose parent was killed; elsewhere the next start does."""
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", "KILL"] if setpriv else []


def _answers(port: int, path: str) -> bool:
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=PATIENCE)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()
