"""Indonesia's public holidays and its joint leave (cuti bersama)."""

from datetime import date
from functools import cache

from holidays import HolidayBase, country_holidays


@cache
def days_off(year: int) -> frozenset[date]:
    return frozenset(_named(year))


@cache
def unsettled(year: int) -> frozenset[date]:
    """Those whose date is an estimate until it is decreed."""
    return frozenset(day for day, name in _named(year).items() if "(perkiraan)" in name)


def _named(year: int) -> HolidayBase:
    both = ("public", "government")
    return country_holidays("ID", years=year, categories=both, language="id")
