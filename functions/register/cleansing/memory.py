"""A bound on memory that holds whatever a library does: an allocation beyond it is refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from resource import RLIMIT_AS, getpagesize, getrlimit, setrlimit

MORE = 1_000_000_000
"""What opening one scan may take, in bytes; its Lambda has half as much again."""


@contextmanager
def bounded() -> Iterator[None]:
    """For the whole process, so not for two threads at once; a Lambda has one."""
    soft, hard = getrlimit(RLIMIT_AS)
    setrlimit(RLIMIT_AS, (_held() + MORE, hard))
    try:
        yield
    finally:
        setrlimit(RLIMIT_AS, (soft, hard))


def _held() -> int:
    pages, _, _ = Path("/proc/self/statm").read_text().partition(" ")
    return int(pages) * getpagesize()
