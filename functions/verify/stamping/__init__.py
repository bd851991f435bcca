"""Copies for one viewer: whose they are is written all over them, and what is below stays legible.

Pure, and the only part of the room that needs Pillow and pikepdf.
"""

from collections.abc import Iterable, Sequence

from functions.verify.stamping.images import written_on
from functions.verify.stamping.sheets import bound
from functions.verify.stamping.words import drawable

__all__ = ["stamped"]

JPEG, PDF = "image/jpeg", "application/pdf"


def stamped(pages: Sequence[tuple[str, bytes]], lines: Iterable[str]) -> tuple[str, bytes]:
    """(type, bytes) of one image, or of one PDF of all `pages`, which are (type, clean bytes)."""
    words = [drawable(line) for line in lines]
    if [kind for kind, _ in pages] == [JPEG]:
        return JPEG, written_on(pages[0][1], words)
    return PDF, bound(pages, words)
