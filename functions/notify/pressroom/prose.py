"""Blocks that are read line by line: words, facts, signatures."""

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer, Table, TableStyle

from functions.core.paper import Facts, Signature, Words
from functions.notify.pressroom import typeface
from functions.notify.pressroom.typeface import BOLD, CENTER, RIGHT, style, text

_PLAIN = style(9.5, spaceAfter=6)
_LABEL = style(9.5)
_STYLES = {
    "plain": _PLAIN,
    "heading": style(10.5, BOLD, spaceBefore=8, spaceAfter=4),
    "small": style(8, spaceAfter=4),
    "right": style(9.5, spaceAfter=6, alignment=RIGHT),
    "center": style(9.5, spaceAfter=6, alignment=CENTER),
}
_COMPANY = 20 * mm
_FACTS = TableStyle(
    [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ]
)


def words(block: Words) -> list[Flowable]:
    """A heading does not stay alone at the end of a page."""
    said = text(block.text, _STYLES[block.style])
    return [CondPageBreak(_COMPANY), said] if block.style == "heading" else [said]


def facts(block: Facts, width: float) -> list[Flowable]:
    """The colons stand below each other, next to the longest label."""
    if not block.rows:
        return []
    longest = max(typeface.width(label, _LABEL) for label, _ in block.rows) + 6
    label = min(longest, width * 0.4)
    cells = [[text(part, _LABEL) for part in (said, ":", value)] for said, value in block.rows]
    columns = [label, 10, width - label - 10]
    return [Table(cells, columns, style=_FACTS, splitInRow=1, spaceBefore=2, spaceAfter=8)]


def signature(block: Signature, width: float) -> list[Flowable]:
    """At the right, in one piece, with room for pen and stamp."""
    line = style(9.5, leftIndent=width * 0.5, alignment=CENTER)
    name = style(9.5, BOLD, leftIndent=width * 0.5, alignment=CENTER)
    mark = style(8, leftIndent=width * 0.5, alignment=CENTER, spaceBefore=12, spaceAfter=12)
    space = text(block.mark, mark) if block.mark else Spacer(0, 20 * mm)
    signed: list[Flowable] = [
        text(block.place, line),
        text(block.capacity, line),
        space,
        text(block.name, name),
    ]
    return [Spacer(0, 14), KeepTogether(signed), Spacer(0, 14)]
