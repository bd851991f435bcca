"""What a stream of a PDF holds, opened no further than a bound; and how it is coded afterwards."""

import base64
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pikepdf import Array, Stream, StreamDecodeLevel

from functions.register.cleansing.jpegs import bare
from functions.register.cleansing.limits import ONE
from functions.register.cleansing.unclean import CODING, JBIG2, LARGE, Unclean

_FLATE, _DCT = "/FlateDecode", "/DCTDecode"
_OLD = ["/LZWDecode"], ["/RunLengthDecode"]
_FAX = ["/CCITTFaxDecode"]
"""Draws as many pixels as the image says that it has, which is checked."""
_PROGRAM = "/JBIG2Decode"
"""A scanner's coding that is read like a program, and has broken into viewers (CVE-2021-30860)."""
_BLANKS = b" \t\n\r\v\f\0"


@dataclass(frozen=True)
class Coded:
    """`filter`: what the content is still coded in, "" for nothing; `size`: of it decoded, as far
    as it was."""

    content: bytes
    filter: str
    parms: Any
    size: int


def coded(stream: Stream) -> Coded:
    """Of several codings the outer ones are taken off, and of one what is old or wasteful."""
    filters, parms = _listed(stream.get("/Filter")), _listed(stream.get("/DecodeParms"))
    names = [str(name) for name in filters]
    if not names or names in _OLD:
        return _plain(stream.read_bytes(StreamDecodeLevel.specialized))
    content = stream.read_raw_bytes()
    while names[0] in _OUTER and names != [_FLATE]:
        if parms and parms.pop(0) is not None:
            raise Unclean(CODING)
        content = _OUTER[names.pop(0)](content)
        if not names:
            return _plain(content)
    return _last(content, names, parms[0] if parms else None)


def _last(content: bytes, names: list[str], parms: Any) -> Coded:
    if names == [_FLATE]:
        found, rest = _inflated(content)
        return Coded(content[: len(content) - len(rest)], _FLATE, parms, len(found))
    if names == [_DCT]:
        return Coded(bare(content), _DCT, parms, len(content))
    if names == _FAX:
        return Coded(content, names[0], parms, len(content))
    raise Unclean(JBIG2 if _PROGRAM in names else CODING)


def runs(stream: Stream) -> bool:
    """Whether a viewer would have to run a coding like a program to see it."""
    return _PROGRAM in map(str, _listed(stream.get("/Filter")))


def _plain(content: bytes) -> Coded:
    return Coded(content, "", None, len(content))


def _inflated(content: bytes) -> tuple[bytes, bytes]:
    """And what came behind its end."""
    engine = zlib.decompressobj()
    found = engine.decompress(content, ONE)
    if engine.unconsumed_tail:
        raise Unclean(LARGE)
    return found, engine.unused_data


def _from_base85(content: bytes) -> bytes:
    return base64.a85decode(content.partition(b"~>")[0], ignorechars=_BLANKS)


def _from_hex(content: bytes) -> bytes:
    digits = content.partition(b">")[0].translate(None, _BLANKS)
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]


_OUTER: Mapping[str, Callable[[bytes], bytes]] = {
    _FLATE: lambda content: _inflated(content)[0],
    "/ASCII85Decode": _from_base85,
    "/ASCIIHexDecode": _from_hex,
}
