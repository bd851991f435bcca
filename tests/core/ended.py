"""A case that has ended, and what is left of it after erasure."""

from dataclasses import replace

from functions.core.case import Case
from functions.core.facts import Actor, Transit
from tests.aws.given import NINE, SOP, filling
from tests.core.story import fresh

HEAD = Actor("wahyu", "pimpinan")


def ended(end: str = "selesai", case: Case | None = None) -> Case:
    moving = replace(fresh(case or filling()), here=None, transit=Transit(end, NINE))
    return fresh(moving.close(SOP, end, moving.execution, NINE))


def after(case: Case) -> Case:
    """The case, erased as soon as it may be."""
    until = case.kept_until(SOP)
    assert until
    return case.condemn(SOP, until).erase(SOP, 3, until)
