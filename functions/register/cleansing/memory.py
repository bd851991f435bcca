"""A bound on memory that holds whatever a library does: an allocation beyond it is refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from resource import RLIM_INFINITY, RLIMIT_AS, getpagesize, getrlimit, setrlimit

MORE = 700_000_000
"""What opening one scan may take, in bytes; its Lambda has twice as much."""


@contextmanager
def bounded() -> Iterator[None]:
    """For the whole process, so not for two threads at once; a Lambda has one."""
    soft, hard = getrlimit(RLIMIT_AS)
    most = _held() + MORE
    setrlimit(RLIMIT_AS, (most if hard == RLIM_INFINITY else min(most, hard), hard))
    try:
        yield
    finally:
        setrlimit(RLIMIT_AS, (soft, hard))


def _held() -> int:
    pages, _, _ = Path("/proc/self/statm").read_text().partition(" ")
    return int(pages) * getpagesize()
