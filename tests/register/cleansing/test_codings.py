"""A page may be coded in old ways; what cannot be looked into is refused (G13)."""

import zlib
from typing import Any

import pytest
from pikepdf import Array, Name, Pdf, Stream

from functions.register.cleansing import cleansed
from tests.register.cleansing.evil import POISON, WORDS, coded, pdf, picture, showing
from tests.register.cleansing.found import problem, text


def test_bytes_behind_the_end_of_a_stream_are_gone() -> None:
    def change(made: Any) -> None:
        content = zlib.compress(WORDS) + POISON.encode()
        made.pages[0].Contents = coded(made, content, "FlateDecode")

    clean = cleansed(pdf(change))
    assert POISON.encode() not in clean.content
    assert "Terbaca" in text(clean.content)


@pytest.mark.parametrize(("filters", "content"), [
    (["ASCIIHexDecode"], WORDS.hex().encode() + b">"),
    (["ASCIIHexDecode", "FlateDecode"], zlib.compress(WORDS).hex().encode()),
    (["FlateDecode", "FlateDecode"], zlib.compress(zlib.compress(WORDS))),
    (["ASCII85Decode"], b"6<#'\\7PQ#@1a#b0+>GQ(+?(u.+B2ko-qIocCi:FtDfTZ).9(%)78s~>"),
    (["RunLengthDecode"], bytes([len(WORDS) - 1]) + WORDS + b"\x80"),
])  # fmt: skip
def test_a_page_may_be_coded_in_old_ways(filters: list[str], content: bytes) -> None:
    def change(made: Any) -> None:
        made.pages[0].Contents = coded(made, content, *filters)

    assert text(cleansed(pdf(change)).content).strip()


@pytest.mark.parametrize("filters", [["JPXDecode"], ["FlateDecode", "LZWDecode"]])
def test_a_coding_that_cannot_be_looked_into_is_refused(filters: list[str]) -> None:
    def change(made: Any) -> None:
        made.pages[0].Contents = coded(made, zlib.compress(WORDS), *filters)

    assert "Simpan sebagai JPG" in problem(pdf(change))


@pytest.mark.parametrize("filters", [["JBIG2Decode"], ["FlateDecode", "JBIG2Decode"]])
def test_a_fax_coding_that_is_read_like_a_program_is_refused_in_words(filters: list[str]) -> None:
    """Viewers were broken into by it: CVE-2021-30860."""

    def change(made: Pdf) -> Stream:
        scan = picture(made)
        scan.write(zlib.compress(b"x"), filter=Array([Name(f"/{name}") for name in filters]))
        return scan

    assert "pindai ulang sebagai PDF biasa" in problem(pdf(showing(change)))
