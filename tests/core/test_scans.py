"""What may be a scan is judged by its bytes."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.core.scans import TYPES, examined, invited_in, key_of, parts, sniffed, upload_of
from tests.core.story import NUMBER, SOON


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n", "application/pdf"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n\0", "image/png"),
    ],
    ids=["pdf", "jpeg", "png"],
)
def test_a_scan_is_known_by_its_first_bytes(content: bytes, kind: str) -> None:
    assert sniffed(content) == kind
    assert examined("k", "v1", content, SOON).problem == ""


@pytest.mark.parametrize(
    "content",
    [b"", b"MZ\x90\0", b"PK\x03\x04", b"<svg/>", b"<html>%PDF-", b" %PDF-1.7", b"II*\0", b"GIF89a",
     b"\0\0\0\x18ftypheic", b"%PDF", b"\xff\xd8", b"\x89PNG\n"],
)  # fmt: skip
def test_anything_else_is_refused_in_words(content: bytes) -> None:
    document = examined("k", "v1", content, SOON)
    assert document.type == ""
    assert document.problem == "Berkas ini bukan PDF, JPG, atau PNG. Unggah berkas yang lain."


@given(st.binary(max_size=50))
def test_a_document_names_exactly_these_bytes(content: bytes) -> None:
    """G13."""
    document = examined("k", "v1", content, SOON)
    assert (document.key, document.version, document.at) == ("k", "v1", SOON)
    assert (document.size, document.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert bool(document.problem) == (document.type not in TYPES)


@given(st.integers(0, 999), st.text("abc-_09", min_size=1))
def test_a_key_tells_in_which_wait_it_was_invited(round_: int, token: str) -> None:
    assert invited_in(key_of(NUMBER, "ktp-direksi", upload_of(round_, token))) == round_


def test_a_key_tells_whose_scan_it_is_and_of_what() -> None:
    """G8: and nothing about a person."""
    assert parts(key_of(NUMBER, "ktp-direksi", "u1")) == (NUMBER, "ktp-direksi")
