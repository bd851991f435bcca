"""PDFs built anew, page by page: a new document that holds what draws the pages, and no more."""

from io import BytesIO
from typing import Any

from pikepdf import (
    Dictionary,
    Name,
    ObjectStreamMode,
    Page,
    PasswordError,
    Pdf,
    StreamDecodeLevel,
)
from pikepdf.settings import set_qpdf_limits

from functions.register.cleansing.annotations import looks
from functions.register.cleansing.copying import Copying
from functions.register.cleansing.limits import DEPTH, ONE
from functions.register.cleansing.pages import leaves
from functions.register.cleansing.unclean import FORM, LOCKED, Unclean

set_qpdf_limits(
    doc_max_warnings=200, parser_max_nesting=DEPTH, max_stream_filters=1, flate_max_memory=ONE,
    png_max_memory=ONE, tiff_max_memory=ONE, run_length_max_memory=ONE,
)  # fmt: skip


def rebuilt(content: bytes) -> tuple[bytes, int]:
    """The new document, and how many pages it has."""
    try:
        with Pdf.open(BytesIO(content), inherit_page_attributes=False) as source:
            return _anew(source)
    except PasswordError:
        raise Unclean(LOCKED) from None


def _anew(source: Pdf) -> tuple[bytes, int]:
    """A lock whose password is empty is a lock, too: it says what may not be done."""
    if source.is_encrypted:
        raise Unclean(LOCKED)
    _no_empty_form(source.Root)
    found = leaves(source.Root)
    source.acroform.generate_appearances_if_needed()
    target = Pdf.new()
    copying = Copying(target)
    for page, drawn in found:
        target.pages.append(Page(_page(target, copying, page, drawn)))
    return _written(target), len(found)


def _no_empty_form(root: Any) -> None:
    """A form in XML whose pages Adobe's reader alone can draw; all others say "Please wait"."""
    form = root.get("/AcroForm", {})
    if "/XFA" in form and (root.get("/NeedsRendering", False) or not form.get("/Fields", ())):
        raise Unclean(FORM)


def _page(target: Pdf, copying: Copying, page: Dictionary, drawn: Dictionary) -> Dictionary:
    made: Dictionary = target.make_indirect(copying.copy(drawn, "page"))
    made.Type = Name.Page
    added = list(looks(page, int(drawn.get("/Rotate", 0))))
    if added:
        pictures = {name: copying.copy(seen, "picture") for name, seen, _ in added}
        _lay(target, made, pictures, b"\n".join(words for _, _, words in added))
    return made


def _lay(target: Pdf, page: Any, pictures: dict[str, Any], words: bytes) -> None:
    """Over what the page had before, which becomes a picture too: then it ends where it ends."""
    below = Page(page).as_form_xobject(handle_transformations=False)
    below.write(below.read_bytes())
    page.Resources = Dictionary(XObject=Dictionary({"/Loket": below, **pictures}))
    page.Contents = target.make_stream(b"/Loket Do\n" + words)


def _written(target: Pdf) -> bytes:
    out = BytesIO()
    target.save(
        out, deterministic_id=True, force_version="1.7", fix_metadata_version=False,
        object_stream_mode=ObjectStreamMode.disable, compress_streams=True,
        stream_decode_level=StreamDecodeLevel.none,
    )  # fmt: skip
    return out.getvalue()
