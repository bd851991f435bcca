"""A staff file: one `[[staff]]` for each officer."""

import tomllib
from datetime import date
from pathlib import Path
from typing import NotRequired, TypedDict


class Person(TypedDict):
    """`until`: the last day of the decree; `active`: whether they serve, which they do if it is
    left out."""

    office: str
    id: str
    name: str
    roles: list[str]
    email: str
    until: NotRequired[date]
    active: NotRequired[bool]


class Unreadable(Exception):
    """The file is not there, or no staff file."""


def roster(file: Path) -> list[Person]:
    try:
        people: list[Person] = tomllib.loads(file.read_text("utf-8"))["staff"]
    except (OSError, ValueError) as error:
        raise Unreadable(f"{file}: {error}") from None
    except KeyError:
        raise Unreadable(f"{file} has no [[staff]]") from None
    return people
