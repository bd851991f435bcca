"""A table as CSV, to be opened in a spreadsheet program without harm."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

CSV = "text/csv; charset=utf-8"
BOM = "\ufeff"
"""By which spreadsheet programs know UTF-8."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def spreadsheet(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """What is None stays empty; what a program would take for a formula is text."""
    written = StringIO()
    csv.writer(written).writerows([head, *([_cell(value) for value in row] for row in rows)])
    return (BOM + written.getvalue()).encode()


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
