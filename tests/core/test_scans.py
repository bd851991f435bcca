"""What may be a scan is judged by its bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.core.errors import NotFound
from functions.core.scans import instead, invited_in, key_of, parts, sniffed, upload_of
from tests.core.story import NUMBER


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


@pytest.mark.parametrize(
    "content",
    [b"", b"MZ\x90\0", b"PK\x03\x04", b"<svg/>", b"<html>%PDF-", b" %PDF-1.7", b"II*\0", b"GIF89a",
     b"\0\0\0\x18ftypheic", b"%PDF", b"\xff\xd8", b"\x89PNG\n"],
)  # fmt: skip
def test_anything_else_is_no_scan(content: bytes) -> None:
    assert sniffed(content) == ""


HASHES = st.text("0123456789abcdef", min_size=64, max_size=64)


@given(st.integers(0, 999), st.text("abc-_!09", min_size=1), st.none() | st.just("") | HASHES)
def test_an_upload_tells_in_which_wait_it_was_invited_and_of_which_leaf_it_takes_the_place(
    round_: int, token: str, leaf: str | None
) -> None:
    upload = upload_of(round_, token, instead=leaf)
    assert (invited_in(upload), instead(upload)) == (round_, leaf)
    assert parts(key_of(NUMBER, "ktp-direksi", upload))[2] == upload


def test_the_three_names_of_an_upload_are_told_apart() -> None:
    ways = ("", None, "ab" * 32)
    names = [upload_of(1, "x", instead=way) for way in ways]
    assert names == ["1-x", "1_x", f"1!{'ab' * 32}-x"]


def test_a_key_tells_whose_scan_it_is_and_of_what() -> None:
    """G8: and nothing about a person."""
    assert parts(key_of(NUMBER, "ktp-direksi", "1-u1")) == (NUMBER, "ktp-direksi", "1-u1")


@pytest.mark.parametrize(
    "key",
    ["", "probe", "malware-protection-resource-validation-object", "a/b", "a/b/c", "a/b/1-x/d",
     "/b/1-x", "a//1-x", "a/b/1-", "a/b/-x", "a/b/\N{ARABIC-INDIC DIGIT ONE}-x",
     "a/b/1!-x", "a/b/1!x", f"a/b/1!{'a' * 63}-x", f"a/b/1!{'a' * 65}-x", f"a/b/1!{'a' * 64}_x",
     f"a/b/1!{'A' * 64}-x", f"a/b/1!{'a' * 64}-", f"a/b/1~{'a' * 64}-x", f"a/b/!{'a' * 64}-x"],
)  # fmt: skip
def test_a_key_that_nobody_was_invited_to_is_nobodys(key: str) -> None:
    with pytest.raises(NotFound):
        parts(key)
