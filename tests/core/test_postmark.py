"""A mail's mark: whatever names a letter comes back as it was, in characters that SES allows."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.core.errors import NotFound
from functions.core.postmark import Postmark

ASCII = st.text(st.characters(max_codepoint=126), max_size=80)


@given(ASCII, ASCII)
def test_a_letters_name_survives_the_journey(owner: str, key: str) -> None:
    mark = Postmark(owner, key)
    assert Postmark.read(mark.tags) == mark
    assert all(re.fullmatch("[A-Za-z0-9_-]*", value) for value in mark.tags.values())


def test_the_longest_names_fit_a_tag() -> None:
    """SES takes 255 characters."""
    place = "mail#again#pengingat-kunjungan#p-abcdefghij#12#surat-pernya#2026-03-09T02:00"
    assert len(Postmark("desk#kemenperin", place).tags["key"]) < 255


def test_a_mail_without_a_mark_is_none_of_ours() -> None:
    with pytest.raises(NotFound):
        Postmark.read({"letter": "tautan"})
