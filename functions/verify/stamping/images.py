"""An image with words across it."""

from collections.abc import Sequence
from io import BytesIO
from math import ceil, hypot

from PIL import Image, ImageDraw, ImageFont

from functions.verify.stamping.words import ANGLE, block, leading, places

LEAST, MOST = 800, 3200
"""Pixels of a copy's shorter side, and beyond which its longer one is not enlarged."""
_GREY, _STRENGTH = 110, 90
"""Seen on white and on black; of 255, how much of it covers what is below."""


def written_on(content: bytes, lines: Sequence[str]) -> bytes:
    with Image.open(BytesIO(content), formats=("JPEG",)) as opened:
        image = _large(opened.convert("RGB"))
    image.paste((_GREY,) * 3, mask=_words(image.size, lines))
    out = BytesIO()
    image.save(out, "JPEG", quality=85, subsampling=0)
    return out.getvalue()


def _large(image: Image.Image) -> Image.Image:
    """Large enough for a whole name and date to be read on it."""
    times = min(ceil(LEAST / min(image.size)), max(1, MOST // max(image.size)))
    return image.resize((image.width * times, image.height * times)) if times > 1 else image


def _words(size: tuple[int, int], lines: Sequence[str]) -> Image.Image:
    """How strong the grey is at each place: drawn level on a square, turned, and cut out."""
    span, letters = ceil(hypot(*size)), max(12, min(size) // 36)
    level = Image.new("L", (span, span))
    draw, font = ImageDraw.Draw(level), ImageFont.load_default(letters)
    for x, y in places(span, block(lines, letters)):
        for n, line in enumerate(lines):
            draw.text((x, y + n * leading(letters)), line, _STRENGTH, font)
    left, top = (span - size[0]) // 2, (span - size[1]) // 2
    turned = level.rotate(ANGLE, Image.Resampling.BICUBIC)
    return turned.crop((left, top, left + size[0], top + size[1]))
