"""One command that a room accepts: at which stage, and with what it would succeed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.desk.walks import Walk

Fields = Mapping[str, str]
Path = Callable[[Walk], str]
Good = Callable[[Walk], Fields]


@dataclass(frozen=True)
class Post:
    """`free`: the fields that hold a person's own words, with how long they may be; `lines`:
    those of them that may have several lines; `once`: what it shows is shown no second time;
    `looks`: it asks only, and changes nothing."""

    walk: type[Walk]
    stage: str
    path: Path
    good: Good
    free: Mapping[str, int]
    lines: frozenset[str] = frozenset()
    once: bool = False
    looks: bool = False


def at(path: str) -> Path:
    """A page that needs no link."""
    return lambda walk: path


def mine(page: str) -> Path:
    """A page of the applicant's link."""
    return lambda walk: walk.applicant.link + page


def task(role: str, page: str) -> Path:
    """A page of the newest task of a role's first officer."""
    return lambda walk: walk.officer(role).task + page


def queued(role: str, page: str) -> Path:
    """A page of the task that the officer takes out of the queue."""
    return lambda walk: walk.officer(role).queued + page


def folder(role: str, page: str) -> Path:
    """A page of the case's file, as a role's first officer asks for it."""
    return lambda walk: walk.officer(role).file + page


def says(**fields: str) -> Good:
    return lambda walk: fields


def judges(role: str, verdict: str = "sesuai", **more: str) -> Good:
    """The same word on everything that the page asks about, and `more`."""
    return lambda walk: {**walk.officer(role).verdicts(verdict), **more}


def several(*fields: str) -> frozenset[str]:
    return frozenset(fields)
