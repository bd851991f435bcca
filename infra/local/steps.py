"""Progress for whoever waits: `  deploy ........ 3.2 s`."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic
from typing import TextIO

WIDTH = 24


@dataclass(frozen=True)
class Steps:
    out: TextIO

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """The name at once, the time when it is done; a failed step stays without a time."""
        begun = monotonic()
        self.out.write(f"  {name} ")
        self.out.flush()
        try:
            yield
        except BaseException:
            self.out.write("\n")
            raise
        took = f" {monotonic() - begun:.1f} s"
        self.out.write(f"{took:.>{WIDTH - len(name)}}\n")
