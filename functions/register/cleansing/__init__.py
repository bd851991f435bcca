"""Scans made anew: what can be seen of them is kept, and nothing else that a file can hold.

Pure, and the only part of the room that needs Pillow and pikepdf.
"""

from dataclasses import dataclass

from functions.core.scans import sniffed
from functions.register.cleansing.images import redrawn
from functions.register.cleansing.memory import bounded
from functions.register.cleansing.pdfs import rebuilt
from functions.register.cleansing.unclean import BROKEN, LARGE, STRANGE, Unclean

__all__ = ["Clean", "Unclean", "cleansed"]


@dataclass(frozen=True)
class Clean:
    """`type` is "image/jpeg" or "application/pdf"; `preview` a small JPEG, b"" for PDFs."""

    type: str
    content: bytes
    preview: bytes
    pages: int


def cleansed(content: bytes) -> Clean:
    """Made anew, or Unclean. The same bytes give the same bytes."""
    try:
        with bounded():
            return _anew(content)
    except Unclean:
        raise
    except MemoryError:
        raise Unclean(LARGE) from None
    except Exception as fault:  # what hostile bytes make a library raise has no end
        raise Unclean(BROKEN) from fault


def _anew(content: bytes) -> Clean:
    match sniffed(content):
        case "":
            raise Unclean(STRANGE)
        case "application/pdf":
            pdf, pages = rebuilt(content)
            return Clean("application/pdf", pdf, b"", pages)
        case _:
            return Clean("image/jpeg", *redrawn(content), 1)
