"""A year, a half, a quarter or a month, as addresses name it: "2026", "2026-S1", "2026-T2",
"2026-11"."""

import re
from dataclasses import dataclass
from datetime import date

from functions.core.dates import month_name
from functions.core.errors import NotFound

_NAMED = re.compile(r"(20[0-9]{2})(?:-([ST]?)([0-9]{1,2}))?")
_LENGTHS = {None: 12, "S": 6, "T": 3, "": 1}
_NAMES = {12: "{year}", 6: "{year}-S{place}", 3: "{year}-T{place}", 1: "{year}-{place:02}"}
_WORDS = {12: "Tahun {year}", 6: "Semester {roman} {year}", 3: "Triwulan {roman} {year}"}
_ROMAN = ("I", "II", "III", "IV")
_PARTS = {12: 6, 6: 3, 3: 1}
_WHOLES = {part: whole for whole, part in _PARTS.items()}


@dataclass(frozen=True)
class Period:
    """`first`: its first month, counted from the year 0; `length`: in months."""

    first: int
    length: int

    @property
    def id(self) -> str:
        return _NAMES[self.length].format(year=self._year, place=self._place)

    @property
    def words(self) -> str:
        """Triwulan II 2026, November 2026."""
        if self.length == 1:
            return month_name(self._year, self._place)
        return _WORDS[self.length].format(year=self._year, roman=_ROMAN[self._place - 1])

    @property
    def before(self) -> "Period":
        return Period(self.first - self.length, self.length)

    @property
    def after(self) -> "Period":
        return Period(self.first + self.length, self.length)

    @property
    def parts(self) -> tuple["Period", ...]:
        """Halves of a year, quarters of a half, months of a quarter; a month has none."""
        length = _PARTS.get(self.length, self.length)
        starts = range(self.first, self.first + self.length, length)
        return tuple(Period(first, length) for first in starts if length < self.length)

    @property
    def whole(self) -> "Period | None":
        """What it is a part of."""
        length = _WHOLES.get(self.length)
        return Period(self.first // length * length, length) if length else None

    @property
    def over_on(self) -> date:
        """The first day after it."""
        year, month = divmod(self.after.first, 12)
        return date(year, month + 1, 1)

    @property
    def _year(self) -> int:
        return self.first // 12

    @property
    def _place(self) -> int:
        """Within its year, among those of its length."""
        return self.first % 12 // self.length + 1


def demand_period(text: str) -> Period:
    """NotFound for what is no period."""
    named = _NAMED.fullmatch(text)
    if named is None:
        raise NotFound
    year, mark, place = named[1], named[2], named[3]
    length = _LENGTHS[mark]
    period = Period(int(year) * 12 + (int(place or 1) - 1) * length, length)
    if period.id != text:
        raise NotFound
    return period


def quarter_before(today: date) -> Period:
    """The latest quarter that is over."""
    return Period((today.year * 12 + today.month - 1) // 3 * 3, 3).before
