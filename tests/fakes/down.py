"""A port behind which nothing answers."""

from typing import Any, NoReturn

from functions.core.errors import Unavailable


class Down:
    """In the place of any port: whatever it is asked is Unavailable."""

    def __getattr__(self, name: str) -> Any:
        return _fail


def _fail(*_: object, **__: object) -> NoReturn:
    raise Unavailable("down")
