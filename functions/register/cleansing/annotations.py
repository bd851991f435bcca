"""What is seen of notes, stamps and form fields becomes part of the page that they lie on."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from pikepdf import Annotation, Array, Dictionary, Name, Stream

_MOST = 500
_UNSEEN = 1 | 2 | 32
"""Flags: invisible, hidden, not to be viewed."""
Look = tuple[str, Stream, bytes]
"""The name of an appearance, what it looks like, and the words that draw it on its page."""


def looks(page: Dictionary, rotate: int) -> Iterator[Look]:
    notes = page.get("/Annots")
    if isinstance(notes, Array):
        for number, note in enumerate(islice(notes, _MOST)):
            if isinstance(note, Dictionary) and note.get("/Subtype") != "/Popup":
                yield from _look(note, f"/Loket{number}", rotate)


def _look(note: Dictionary, name: str, rotate: int) -> Iterator[Look]:
    annotation = Annotation(note)
    seen: Any = annotation.get_appearance_stream(Name.N)
    if isinstance(seen, Stream):
        drawn = annotation.get_page_content_for_appearance(Name(name), rotate, 0, _UNSEEN)
        if drawn:
            yield name, seen, drawn
