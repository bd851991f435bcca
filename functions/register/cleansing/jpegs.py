"""JPEG files segment by segment, without drawing them (ITU-T T.81, annex B)."""

import re
from collections.abc import Iterator

from functions.register.cleansing.unclean import BROKEN, LARGE, PIXELS, Unclean

LARGEST = 50_000_000
"""Pixels of one image."""
_WORK = 10 * LARGEST
"""Pixels times scans: each scan of a progressive image goes over all of it again."""
_START, _END, _SCAN, _ADOBE = 0xD8, 0xD9, 0xDA, 0xEE
_FRAMES = {0xC0, 0xC1, 0xC2}
_DRAWING = _FRAMES | {0xC4, 0xDB, 0xDD, _SCAN}
_NEXT = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])")
"""A marker that is neither a stuffed byte nor a restart."""
Segment = tuple[int, bytes, bytes]


def bare(content: bytes) -> bytes:
    """The same picture, and nothing that does not draw it: no EXIF, comments or appended bytes.

    Of the application's segments only Adobe's stays, as it says what the colours are.
    """
    segments = list(_segments(content))
    _bounded(segments)
    kept = [_written(s) for s in segments if s[0] in _DRAWING]
    adobe = [_written((m, body[:12], b"")) for m, body, _ in segments
             if m == _ADOBE and body.startswith(b"Adobe")]  # fmt: skip
    return b"".join([b"\xff\xd8", *adobe[:1], *kept, b"\xff\xd9"])


def _bounded(segments: list[Segment]) -> None:
    """One frame, of a size and in a number of scans that can be drawn in good time."""
    frames = [body for marker, body, _ in segments if marker in _FRAMES]
    if len(frames) != 1 or len(frames[0]) < 6:
        raise Unclean(BROKEN)
    height, width = (int.from_bytes(frames[0][i : i + 2], "big") for i in (1, 3))
    pixels = width * height
    if not 0 < pixels <= LARGEST:
        raise Unclean(PIXELS if pixels else BROKEN)
    if pixels * sum(marker == _SCAN for marker, _, _ in segments) > _WORK:
        raise Unclean(LARGE)


def _segments(content: bytes) -> Iterator[Segment]:
    """(marker, body, the drawing's data after it), up to the end of the image."""
    marker, at = _marker(content, 0)
    while marker != _END:
        if marker == _START:
            body, data = b"", b""
        else:
            length = int.from_bytes(content[at : at + 2], "big")
            body, at = content[at + 2 : at + length], at + max(length, 2)
            data = _data(content, at) if marker == _SCAN else b""
        yield marker, body, data
        marker, at = _marker(content, at + len(data))


def _data(content: bytes, at: int) -> bytes:
    found = _NEXT.search(content, at)
    if not found:
        raise Unclean(BROKEN)
    return content[at : found.start()]


def _marker(content: bytes, at: int) -> tuple[int, int]:
    found = _NEXT.match(content, at)
    if not found:
        raise Unclean(BROKEN)
    return found[1][0], found.end()


def _written(segment: Segment) -> bytes:
    marker, body, data = segment
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body + data
