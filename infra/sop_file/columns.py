"""Text in columns, on a terminal of some width."""

from collections.abc import Sequence
from itertools import zip_longest
from textwrap import wrap

GAP = "  "
SHARE = 5


def columns(rows: Sequence[Sequence[str]], width: int, flexible: int) -> list[str]:
    """Each column as wide as it needs, up to its share; the `flexible` one takes what is left."""
    widths = [min(width // SHARE, max(map(len, cells))) for cells in zip(*rows, strict=True)]
    others = sum(widths) - widths[flexible] + len(GAP) * (len(widths) - 1)
    widths[flexible] = width - others
    return [line for row in rows for line in _lines(row, widths)]


def wrapped(text: str, width: int, hanging: str = "") -> list[str]:
    """`text` in lines, its own line ends kept."""
    parts = text.splitlines() or [""]
    return [line for part in parts for line in wrap(part, width, subsequent_indent=hanging) or [""]]


def _lines(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    cells = [wrapped(cell, width) for cell, width in zip(row, widths, strict=True)]
    return [
        GAP.join(part.ljust(width) for part, width in zip(parts, widths, strict=True)).rstrip()
        for parts in zip_longest(*cells, fillvalue="")
    ]
