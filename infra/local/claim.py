"""Each port's folder under build/local: its logs, its scratch space, and who holds it."""

import fcntl
import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from infra.local.errors import StartError

ROOT = Path(__file__).parents[2]
MARK = "LOKET_LOCAL_STAGE"
"""Every child of a stage, and every child's child, carries this variable: the stage's folder."""


@contextmanager
def claimed(port: int) -> Iterator[Path]:
    """The folder, held against a second stage and cleared of what a killed one left."""
    folder = ROOT / "build" / "local" / str(port)
    scratch = folder / "scratch"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        _hold(lock, port)
        end_leftovers(folder)
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(scratch, ignore_errors=True)


def _hold(lock: IO[str], port: int) -> None:
    """The system drops the lock when its holder dies, however it dies."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise StartError(
            f"A local stage already runs on port {port}. "
            f"Use it, or start another: make run PORT={port + 1} MAIL_PORT=1081"
        ) from error


def end_leftovers(folder: Path) -> None:
    """Only the holder of the folder may call this: then whatever carries its mark is orphaned."""
    for pid in leftovers(folder):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def leftovers(folder: Path, processes: Path = Path("/proc")) -> list[int]:
    mark = f"{MARK}={folder}".encode()
    environments = processes.glob("[0-9]*/environ")
    return [int(path.parent.name) for path in environments if mark in _variables(path)]


def _variables(environment: Path) -> list[bytes]:
    """Of a process that has ended or is another user's: none."""
    try:
        return environment.read_bytes().split(b"\0")
    except OSError:
        return []
