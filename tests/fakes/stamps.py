"""Stamps in memory: which pages were shown, and what was written across them."""

from collections.abc import Iterable

from functions.core.document import Leaf


class MemoryStamps:
    def __init__(self) -> None:
        self.shown: list[tuple[tuple[Leaf, ...], tuple[str, ...]]] = []

    def show(self, pages: Iterable[Leaf], lines: Iterable[str]) -> str:
        copy = tuple(pages), tuple(lines)
        self.shown.append(copy)
        return f"https://views.test/views/{self.shown.index(copy) + 1}"
