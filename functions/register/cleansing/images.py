"""Images drawn anew: the pixels are kept, the file is not."""

import warnings
from io import BytesIO

from PIL import Image, ImageOps

from functions.register.cleansing.jpegs import LARGEST, bare
from functions.register.cleansing.unclean import PIXELS, Unclean

LONGEST, PREVIEW = 3000, 320
"""Pixels of the longest side; an A4 sheet at 250 dots an inch has 2900."""
_GREYS = {"1", "L", "LA", "I;16"}
_BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)
Image.MAX_IMAGE_PIXELS = LARGEST


def redrawn(content: bytes) -> tuple[bytes, bytes]:
    """A JPEG and its preview, upright, on white, without metadata.

    PNG becomes JPEG too, so that what follows knows one kind.
    """
    if content.startswith(b"\xff\xd8"):
        bare(content)
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            image = _opened(content)
        except _BOMBS:
            raise Unclean(PIXELS) from None
    return _jpeg(image, LONGEST, 88), _jpeg(image, PREVIEW, 70)


def _opened(content: bytes) -> Image.Image:
    """The first frame. Sizes are read, and refused, before anything is decoded."""
    image = Image.open(BytesIO(content), formats=("JPEG", "PNG"))
    image.draft(None, (LONGEST, LONGEST))
    image.load()
    ImageOps.exif_transpose(image, in_place=True)
    seen = image.convert(_mode(image))
    seen.info = {}
    return seen


def _mode(image: Image.Image) -> str:
    if image.has_transparency_data:
        return "RGBA"
    return "L" if image.mode in _GREYS else "RGB"


def _jpeg(image: Image.Image, longest: int, quality: int) -> bytes:
    """`image` is made smaller itself. Its colours are not subsampled, as letters would fray."""
    image.thumbnail((longest, longest))
    out = BytesIO()
    _on_white(image).save(out, "JPEG", quality=quality, subsampling=0, optimize=True)
    return out.getvalue()


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    white = Image.new("RGB", image.size, "white")
    white.paste(image, mask=image.getchannel("A"))
    return white
