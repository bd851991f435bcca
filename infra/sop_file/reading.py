"""An SOP file as it is read: every fault in a sentence, none of them a traceback."""

import tomllib
from pathlib import Path
from typing import Any, Self

from pydantic import ValidationError, model_validator

from functions.core.sop import Sop
from functions.core.soundness import faults


class Unsound(Exception):
    def __init__(self, found: list[str]) -> None:
        super().__init__("; ".join(found))
        self.faults = found


class Draft(Sop):
    """An SOP whose parts are looked at singly, that each fault may be told by itself."""

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        return self


def read(file: Path) -> Sop:
    draft = _draft(_table(file))
    if found := faults(draft):
        raise Unsound(found)
    return draft


def _table(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise Unsound([f"It cannot be read: {error.strerror}."]) from None
    except UnicodeDecodeError:
        raise Unsound(["It is not text in UTF-8."]) from None
    except tomllib.TOMLDecodeError as error:
        raise Unsound([f"It is not TOML: {error}."]) from None


def _draft(table: dict[str, Any]) -> Draft:
    try:
        return Draft.model_validate(table)
    except ValidationError as error:
        raise Unsound([_sentence(**found) for found in error.errors()]) from None


def _sentence(type: str, loc: tuple[int | str, ...], msg: str, input: object, **_: object) -> str:
    said = f"{'.'.join(map(str, loc))}: {msg.removeprefix('Value error, ')}"
    plain = isinstance(input, str | int | float) and type != "extra_forbidden"
    return f"{said} (but is {input!r})" if plain and repr(input) not in said else said
