"""Cases brought somewhere once, for all the tests that change nothing of them."""

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from tests.desk.office import Desk

T = TypeVar("T")


class Keeper(Generic[T]):
    """What was made at a desk, by name, with the desk and its state just after."""

    def __init__(self, make: Callable[[Desk, str], T]) -> None:
        self._make = make
        self._kept: dict[str, tuple[Desk, T, str]] = {}

    def lend(self, desk: Desk, name: str) -> Iterator[T]:
        """It stays for the next test if this one leaves everything as it was."""
        if name in self._kept:
            self._move_into(desk, self._kept[name][0])
        else:
            made = self._make(desk, name)
            self._kept[name] = desk, made, desk.state()
        owner, made, before = self._kept[name]
        yield made
        if owner.state() != before:
            del self._kept[name]

    def _move_into(self, desk: Desk, kept: Desk) -> None:
        """The rooms look at this test's world: it gets all that the kept desk's has."""
        vars(desk.world).clear()
        vars(desk.world).update(vars(kept.world))
        kept.world = desk.world
