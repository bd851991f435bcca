"""The stories that people play through an SOP: who they are, and what they do unlike the usual.

One TOML file under `stories/` each. A story does not say how a step is done: that follows from
the step's kind. It says what is answered, and what happens otherwise than at once and in order.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any, Self

from functions.core.form import Frozen
from functions.core.sop import Sop
from functions.sops import current
from infra.demo.papers import invented

HERE = Path(__file__).with_name("stories")
Fields = Mapping[str, str]


class Halt(Frozen):
    """Why the clock stands still before the step is done after all; `by`: the role that says so."""

    by: str
    cause: str
    reason: str


class Turn(Frozen):
    """What is said the first, second... time at the step `at`; what is left out is as usual.

    `helper`: an officer does for the applicant what is the applicant's.
    `answers`: what is mended, by section. `way`: of signing. `change`: words of the letter, and
    what they become. `outside`: by holder, how the account was handed over without Loket.
    """

    at: str
    helper: bool = False
    outcome: str = ""
    message: str = ""
    findings: Mapping[str, Fields] = {}
    answers: Mapping[str, Fields] = {}
    way: str = ""
    own: str = ""
    change: tuple[str, str] | None = None
    outside: Fields = {}
    halt: Halt | None = None


class Story(Frozen):
    """`answers` by section; `holders`: those who get accounts, where it is not the applicant;
    `guest`: the line in the guest book; `signature`: the name typed under a statement."""

    title: str
    sop: str
    answers: Mapping[str, Fields]
    holders: tuple[Fields, ...] = ()
    guest: Fields = {}
    signature: str = ""
    turns: tuple[Turn, ...] = ()

    @property
    def service(self) -> Sop:
        return current(self.sop)

    @property
    def given(self) -> dict[str, str]:
        """All answers, whatever their section."""
        return {name: value for part in self.answers.values() for name, value in part.items()}

    @property
    def user_id(self) -> str:
        """The one that the applicant registered, where applicants do."""
        asked = self.service.fields(self.given)
        return next((self.given[f.id] for f in asked if f.type == "user-id"), "")

    def retold(self, random: Random) -> Self:
        """The same story with people who were never there before."""
        return type(self).model_validate(_invented(self.model_dump(), random))


def stories() -> dict[str, Story]:
    """All there are, by the name of their file."""
    return {path.stem: read(path) for path in sorted(HERE.glob("*.toml"))}


def read(path: Path) -> Story:
    return Story.model_validate(tomllib.loads(path.read_text()))


def _invented(part: Any, random: Random) -> Any:
    if isinstance(part, str):
        return invented(part, random)
    if isinstance(part, Mapping):
        return {name: _invented(value, random) for name, value in part.items()}
    if isinstance(part, list | tuple):
        return [_invented(value, random) for value in part]
    return part
