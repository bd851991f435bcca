"""A page that waits for an upload to be examined: it asks again by itself, but not for ever."""

from collections.abc import Callable
from urllib.parse import urlencode

from pydantic import BaseModel

from functions.core.case import Case
from functions.core.completeness import pending

TURNS = 90
"""Of two seconds each: long enough for a second try of whoever examines."""
Asked = Callable[[str], str]


class Waiting(BaseModel):
    """`again`: where the page asks next; "" once it has waited long enough."""

    again: str


def waiting(case: Case, name: str, asked: Asked) -> Waiting | None:
    """What `?unggah=UPLOAD` waits for, if it is not examined yet; `?ke=N`: how often it asked."""
    return _waiting(case, name, asked("unggah"), asked)


def waiting_among(case: Case, name: str, asked: Asked) -> Waiting | None:
    """The same on a page of several documents, by `?unggah=NAME.UPLOAD`."""
    of, _, upload = asked("unggah").rpartition(".")
    return _waiting(case, name, upload, asked) if of == name else None


def _waiting(case: Case, name: str, upload: str, asked: Asked) -> Waiting | None:
    if not pending(case, name, upload):
        return None
    said = asked("ke")
    turn = int(said) if said.isdecimal() and len(said) < 4 else 0
    again = "?" + urlencode({"unggah": asked("unggah"), "ke": turn + 1})
    return Waiting(again=again if turn < TURNS else "")
