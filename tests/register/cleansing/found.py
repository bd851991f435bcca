"""What is found in a file, and what is found wrong with it."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from pikepdf import Pdf, Stream
from pypdf import PdfReader

from functions.register.cleansing import Unclean, cleansed


def everything(content: bytes) -> Iterator[str]:
    """What is in a document, each stream opened."""
    with Pdf.open(BytesIO(content)) as opened:
        yield opened.trailer.unparse().decode("latin-1")
        for thing in opened.objects:
            if not isinstance(thing, Stream):
                yield thing.unparse(resolved=True).decode("latin-1")
            else:
                yield repr(dict(thing.items()))
                raw = thing.get("/Filter") == "/DCTDecode"
                yield (thing.read_raw_bytes() if raw else thing.read_bytes()).decode("latin-1")


def text(content: bytes) -> str:
    return "\n".join(p.extract_text() for p in PdfReader(BytesIO(content)).pages)


def problem(content: bytes) -> str:
    with pytest.raises(Unclean) as found:
        cleansed(content)
    return found.value.problem
