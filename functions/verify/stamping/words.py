"""The words of a stamp: which letters they have, and where they lie on a page."""

from collections.abc import Iterator, Sequence
from unicodedata import normalize

ANGLE = 30
"""Degrees by which the words rise from left to right."""


def drawable(words: str) -> str:
    """In the letters of ASCII, which the fonts at hand have: others lose their ornaments (é becomes
    e), or are left out."""
    return "".join(c for c in normalize("NFKD", words) if c.isascii() and c.isprintable())


def places(span: int, block: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Where blocks of this size begin that fill a square, each row shifted against the last."""
    across, down = block[0] * 5 // 4, block[1] * 5 // 2
    for row, y in enumerate(range(0, span, down)):
        for x in range(-(across // 2) * (row % 2), span, across):
            yield x, y


def block(lines: Sequence[str], size: int) -> tuple[int, int]:
    """How wide and high so many letters of this size are, at most."""
    longest = max((len(line) for line in lines), default=1)
    return max(1, longest * size * 11 // 20), max(1, len(lines) * leading(size))


def leading(size: int) -> int:
    return size * 13 // 10
