"""How much a PDF may hold. What is counted is refused as soon as it is too much."""

from dataclasses import dataclass

from functions.register.cleansing.unclean import LARGE, Unclean

ONE, ALL = 64_000_000, 256_000_000
"""Bytes of a stream, and of all of them, once decoded."""
THINGS, DEPTH = 300_000, 50
"""Values in all, and how deep they may lie in each other."""


@dataclass
class Count:
    things: int = 0
    decoded: int = 0

    def thing(self, depth: int) -> None:
        self.things += 1
        if self.things > THINGS or depth > DEPTH:
            raise Unclean(LARGE)

    def bytes(self, size: int) -> None:
        self.decoded += size
        if size > ONE or self.decoded > ALL:
            raise Unclean(LARGE)
