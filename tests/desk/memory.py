"""What was once done at a desk is remembered: from the same start, the same acts lead to the same.

All that an act changes is in whoever acts, in their desk and in its world: as bytes, these are both
what tells two starts apart and from where one goes on.
"""

import pickle
from collections.abc import Callable, Mapping
from hashlib import sha256
from io import BytesIO
from typing import Any

Acts = Mapping[str, Callable[[Any], object]]
Place = tuple[object, ...]
known: dict[Place, bytes] = {}


def lead(who: Any, acts: Acts) -> None:
    """`who` through these acts; but what is remembered of them is not done again."""
    try:
        begin = _place(who)
    except pickle.PicklingError:  # a world that is no fake: what it does is not all here
        _each(who, acts)
    else:
        _rest(who, acts, begin)


def _each(who: Any, acts: Acts) -> None:
    for act in acts.values():
        act(who)


def _rest(who: Any, acts: Acts, begin: Place) -> None:
    names = tuple(acts)
    done = next((n for n in range(len(names), 0, -1) if (*begin, *names[:n]) in known), 0)
    if done:
        go_on(who, known[*begin, *names[:done]])
    for n, name in enumerate(names[done:], start=done + 1):
        acts[name](who)
        known[*begin, *names[:n]] = text = written(who)
        go_on(who, text)  # as whoever remembers it will


def _place(who: Any) -> Place:
    """Where `who` begins. The environment names the test: that makes no difference."""
    env = {k: v for k, v in who.desk.world.env.items() if k != "PYTEST_CURRENT_TEST"}
    return type(who), sha256(repr(sorted(env.items())).encode() + written(who)).digest()


def _roots(who: Any) -> tuple[Any, ...]:
    """What stays itself, whatever becomes of it."""
    return who, who.desk, who.desk.world, who.desk.world.env


def written(who: Any) -> bytes:
    """All that may change."""
    text = BytesIO()
    _Writer(text, who).dump([vars(changing) for changing in _roots(who)[:3]])
    return text.getvalue()


def go_on(who: Any, text: bytes) -> None:
    """From where this was written."""
    roots = _roots(who)
    for changing, state in zip(roots, _Reader(BytesIO(text), roots).load(), strict=False):
        vars(changing).clear()
        for name, value in state.items():
            setattr(changing, name, value)


class _Writer(pickle.Pickler):
    def __init__(self, text: BytesIO, who: Any) -> None:
        super().__init__(text, pickle.HIGHEST_PROTOCOL)
        self._places = {id(root): place for place, root in enumerate(_roots(who))}

    def persistent_id(self, found: Any) -> int | None:
        return self._places.get(id(found))


class _Reader(pickle.Unpickler):
    def __init__(self, text: BytesIO, roots: tuple[Any, ...]) -> None:
        super().__init__(text)
        self._roots = roots

    def persistent_load(self, place: int) -> Any:
        return self._roots[place]
