"""The applicants' door (HTTP)."""

from functions.register import (
    account,
    application,
    booking,
    confirmation,
    correction,
    documents,
    my_case,
    other_time,
    people,
    printed,
    prints,
    public,
    satisfaction,
    sikap,
    standard,
    statement,
    status,
    survey,
    visit,
)
from functions.register.room import room

handler = room
__all__ = [
    "account",
    "application",
    "booking",
    "confirmation",
    "correction",
    "documents",
    "handler",
    "my_case",
    "other_time",
    "people",
    "printed",
    "prints",
    "public",
    "satisfaction",
    "sikap",
    "standard",
    "statement",
    "status",
    "survey",
    "visit",
]
