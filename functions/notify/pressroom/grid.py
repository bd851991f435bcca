"""Ruled tables, whose head comes again on every page."""

from reportlab.lib.colors import HexColor, black
from reportlab.platypus import Flowable, Table, TableStyle

from functions.core.paper import Grid
from functions.notify.pressroom.typeface import BOLD, CENTER, style, text

_HEAD = style(7.5, BOLD, alignment=CENTER)
_CELL = style(7.5)
_RULED = TableStyle(
    [
        ("GRID", (0, 0), (-1, -1), 0.5, black),
        ("BACKGROUND", (0, 0), (-1, 0), HexColor("#e8e8e8")),
        ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
        ("VALIGN", (0, 1), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 3),
        ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ]
)


def grid(block: Grid, width: float) -> list[Flowable]:
    shares = block.widths or (1.0,) * len(block.head)
    columns = [width * share / sum(shares) for share in shares]
    head = [text(cell, _HEAD) for cell in block.head]
    rows = [[text(cell, _CELL) for cell in row] for row in block.rows]
    ruled = Table([head, *rows], columns, style=_RULED, repeatRows=1, splitInRow=1,
                  spaceBefore=4, spaceAfter=8)  # fmt: skip
    return [ruled]
