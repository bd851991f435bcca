"""The letters: the Vera family, which reportlab brings along."""

from html import escape
from typing import Any
from unicodedata import normalize

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph

REGULAR, BOLD = "Vera", "VeraBd"
CENTER, RIGHT = TA_CENTER, TA_RIGHT
_FONTS = {name: TTFont(name, f"{name}.ttf") for name in (REGULAR, BOLD)}
for _font in _FONTS.values():
    pdfmetrics.registerFont(_font)
_DRAWN = _FONTS[REGULAR].face.charToGlyph


def style(size: float, face: str = REGULAR, **more: Any) -> ParagraphStyle:
    """Whatever the size, one rhythm of lines."""
    return ParagraphStyle(face, fontName=face, fontSize=size, leading=size * 1.4, **more)


def text(words: str, style: ParagraphStyle) -> Paragraph:
    """`words` as they are: nothing in them is markup, and their line ends are kept."""
    return Paragraph("<br/>".join(escape(drawable(line)) for line in words.splitlines()), style)


def width(words: str, style: ParagraphStyle) -> float:
    return pdfmetrics.stringWidth(drawable(words), style.fontName, style.fontSize)


def drawable(words: str) -> str:
    """A letter that Vera lacks loses its ornaments, if that helps; else it becomes a box."""
    return "".join(c if ord(c) in _DRAWN else _plainer(c) for c in words)


def _plainer(letter: str) -> str:
    return "".join(c for c in normalize("NFKD", letter) if ord(c) in _DRAWN) or letter
