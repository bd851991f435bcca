"""How much memory a stage's processes take together."""

import re
from collections.abc import Iterable
from pathlib import Path
from threading import Event, Thread
from types import TracebackType
from typing import Self

from infra.local.claim import leftovers

_PSS = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)


class Peak:
    """The most that was seen while this context lasted; shared pages are counted once."""

    def __init__(self, folder: Path, every: float = 0.5) -> None:
        self._folder, self._every = folder, every
        self._done, self.megabytes = Event(), 0.0
        self._watcher = Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._watcher.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self._done.set()
        self._watcher.join()

    def _watch(self) -> None:
        while not self._done.wait(self._every):
            self.megabytes = max(self.megabytes, together(leftovers(self._folder)))


def together(pids: Iterable[int]) -> float:
    """Megabytes; a process that has just ended counts nothing."""
    return sum(_share(Path(f"/proc/{pid}/smaps_rollup")) for pid in pids) / 1024


def _share(rollup: Path) -> int:
    try:
        found = _PSS.search(rollup.read_text())
    except OSError:
        return 0
    return int(found[1]) if found else 0
