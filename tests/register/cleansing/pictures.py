"""Pictures that an applicant might send, good and bad, made here as well."""

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.register.cleansing.evil import POISON, bomb


def jpeg(size: tuple[int, int] = (400, 300), **saving: Any) -> bytes:
    return _image(size, "JPEG", **saving)


def png(size: tuple[int, int] = (400, 300), mode: str = "RGB", **saving: Any) -> bytes:
    return _image(size, "PNG", mode, **saving)


def _image(size: tuple[int, int], format: str, mode: str = "RGB", **saving: Any) -> bytes:
    """Left half black, right half white."""
    drawn = Image.new("L", size, "white")
    drawn.paste("black", (0, 0, size[0] // 2, size[1]))
    out = BytesIO()
    drawn.convert(mode).save(out, format, **saving)
    return out.getvalue()


def photo(orientation: int = 1) -> bytes:
    """With what a telephone writes into it: where it was taken, and which side is up."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = orientation, POISON
    exif.get_ifd(0x8825).update({1: "S", 2: (6.0, 54.0, 0.0), 29: POISON})
    return jpeg(exif=exif.tobytes(), comment=POISON.encode(), icc_profile=POISON.encode(),
                xmp=f"<x:xmpmeta>{POISON}</x:xmpmeta>".encode())  # fmt: skip


def texts() -> PngInfo:
    told = PngInfo()
    told.add_text("Author", POISON)
    told.add_itxt("XML:com.adobe.xmp", POISON)
    return told


def claiming(width: int, height: int) -> bytes:
    """A PNG of any size, in a few bytes."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return _png((b"IHDR", head), (b"IDAT", zlib.compress(bytes(10_000))), (b"IEND", b""))


def swollen_text() -> bytes:
    """A PNG whose remark is a gigabyte."""
    head = struct.pack(">IIBBBBB", 10, 10, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes(110))
    return _png(
        (b"IHDR", head), (b"zTXt", b"Comment\0\0" + bomb()), (b"IDAT", rows), (b"IEND", b"")
    )


def _png(*chunks: tuple[bytes, bytes]) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )


def scanned_often(times: int) -> bytes:
    """A progressive JPEG of 49 megapixels that goes over itself again and again."""
    frame = struct.pack(">HBHHB", 11, 8, 7000, 7000, 1) + b"\x01\x11\x00"
    table = struct.pack(">HB", 67, 0) + b"\x01" * 64
    code = struct.pack(">HB", 20, 0) + b"\x01" + bytes(15) + b"\x00"
    scan = b"\xff\xda" + struct.pack(">HB", 8, 1) + b"\x01\x00\x00\x00\x01" + b"\x00\x00"
    head = b"\xff\xd8\xff\xdb" + table + b"\xff\xc2" + frame + b"\xff\xc4" + code
    return head + scan * times + b"\xff\xd9"
