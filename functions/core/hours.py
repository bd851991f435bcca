"""Working hours as an office's file writes them."""

import re
from datetime import date, time
from itertools import pairwise
from typing import Annotated, Literal, Self, get_args

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema, model_validator

from functions.core.form import Frozen

Day = Literal["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"]
DAYS: tuple[Day, ...] = get_args(Day)

_STRETCH = "[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}"
_HOURS = f"{_STRETCH}(, {_STRETCH})*"


def _stretches(text: object) -> object:
    """Read "07:30-12:00, 13:00-16:00"."""
    if not isinstance(text, str):
        return text
    if not re.fullmatch(_HOURS, text):
        raise ValueError(f'{text!r} is not hours such as "07:30-12:00, 13:00-16:00"')
    times = [time.fromisoformat(one) for one in re.split("-|, ", text)]
    if any(after <= before for before, after in pairwise(times)):
        raise ValueError(f"{text!r}: each time must be later than the one before")
    return tuple(zip(times[::2], times[1::2], strict=True))


Hours = Annotated[
    tuple[tuple[time, time], ...],
    BeforeValidator(_stretches),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "pattern": f"^{_HOURS}$"}),
]
Week = Annotated[dict[Day, Hours], Field(min_length=1)]


class Season(Frozen):
    """Days on which the office keeps other hours, such as Ramadan.

    `estimated`: its first and its last day are not decreed yet.
    """

    name: str
    since: date = Field(alias="from")
    until: date
    hours: Week
    estimated: bool = False

    @model_validator(mode="after")
    def _ends(self) -> Self:
        if self.until < self.since:
            raise ValueError(f"{self.name!r} ends before it begins")
        return self

    def covers(self, day: date) -> bool:
        return self.since <= day <= self.until
