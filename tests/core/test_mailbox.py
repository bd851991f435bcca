"""A mailbox, and any line of a mail, is one: no header is smuggled in (G18)."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.core.answers import line, mailbox


@given(st.text(st.characters(codec=None)))
def test_a_line_is_one_line_or_refused(raw: str) -> None:
    try:
        text = line(raw, 50)
    except ValueError:
        return
    assert len(text) <= 50
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} for c in text)
    assert line(text, 50) == text


@pytest.mark.parametrize(
    "typed",
    ["a", "a@", "@b.id", "a@b", "a@b.id,evil@c.id", "a@b.id;evil@c.id", "a b@c.id", "<a@b.id>",
     "a@b.id\nBcc: c@d.id", "a@b..id", "a@b.id.", "ä@b.id", "a@ b.id", '"a b"@c.id',
     "a@[127.0.0.1]", f"{'a' * 65}@b.id", f"a@{'b' * 250}.id"],
)  # fmt: skip
def test_what_is_not_one_mailbox_is_refused(typed: str) -> None:
    """G18."""
    with pytest.raises(ValueError, match=r"email|karakter"):
        mailbox(typed)


def test_one_mailbox_in_two_spellings_is_one() -> None:
    assert mailbox(" WULAN@Maju.CO.ID") == mailbox("wulan@maju.co.id")
