"""A signed PDF, kept byte for byte as it came: made anew it would lose the signature in it."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, PdfError, Stream

from functions.register.cleansing import Clean, cleansed
from functions.register.cleansing.limits import DEPTH
from functions.register.cleansing.memory import bounded
from functions.register.cleansing.streams import runs
from functions.register.cleansing.unclean import BROKEN, Unclean

ACTING = (
    "Surat ini memuat program, lampiran, atau kompresi JBIG2."
    " Simpan ulang sebagai PDF biasa, lalu unggah lagi."
)
KEYS = {"/JS", "/JavaScript", "/AA", "/EmbeddedFiles", "/EF", "/RichMediaContent", "/XFA"}
ACTIONS = {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition",
           "/Movie", "/RichMediaExecute"}  # fmt: skip
"""What may not be in it, by tables 193 ff. of ISO 32000-1: a link on a page may."""


def unaltered(content: bytes) -> Clean:
    """What would come out anew, in the bytes that came; Unclean if anything in it could act."""
    clean = cleansed(content)
    if clean.type != "application/pdf":
        return clean
    if _acting(content):
        raise Unclean(ACTING)
    return replace(clean, content=content)


def _acting(content: bytes) -> bool:
    try:
        with bounded(), Pdf.open(BytesIO(content)) as source:
            every = (thing for known in source.objects for thing in _within(known, DEPTH))
            return any(_acts(thing) for thing in every)
    except (PdfError, MemoryError) as fault:
        raise Unclean(BROKEN) from fault


def _acts(thing: Dictionary | Stream) -> bool:
    if isinstance(thing, Stream) and runs(thing):
        return True
    return bool(KEYS & {*thing.keys()}) or str(thing.get("/S", "")) in ACTIONS


def _within(thing: Any, depth: int) -> Iterator[Dictionary | Stream]:
    """It and what it holds itself, without what it only points to."""
    if not depth or isinstance(thing, Name):
        return
    if isinstance(thing, Dictionary | Stream):
        yield thing
    for part in _parts(thing):
        if not getattr(part, "is_indirect", False):
            yield from _within(part, depth - 1)


def _parts(thing: Any) -> list[Any]:
    if isinstance(thing, Dictionary | Stream):
        return [value for _, value in thing.items()]
    return list(thing) if isinstance(thing, Array) else []
