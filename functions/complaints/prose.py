"""What people write in mails, as plain text: without what is unseen, and what is quoted."""

import re
import unicodedata
from collections.abc import Iterable

from functions.core.answers import UNSEEN

_BLANKS = re.compile(r"\n{3,}")
_SIGNED = re.compile(r"^-- ?$", re.MULTILINE)
"""What begins a signature (RFC 3676, 4.3); much mail has lost the space."""
_BELOW = re.compile(
    r"^(?:-+ ?(?:original message|pesan asli) ?-+$|_{5,}$|\*?(?:from|dari|sent|dikirim):\*? )",
    re.IGNORECASE | re.MULTILINE,
)
"""What programs write above the mail that is answered."""
UNSAID = "···"
_WROTE = re.compile(r"(?:on|pada) .{1,200}(?:wrote|menulis) ?:", re.IGNORECASE)


def in_one_line(text: str, longest: int) -> str:
    """A subject or a name: control characters are spaces, what is too long is cut."""
    return " ".join(_seen(text).split())[:longest].strip()


def in_lines(text: str) -> str:
    """A mail's text, with no more than one blank line at a time."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").split("\n")
    return _BLANKS.sub("\n\n", "\n".join(_seen(line).rstrip() for line in lines)).strip()


def shortened(text: str, longest: int, note: str) -> str:
    """With `note` at the end, if something had to go."""
    return text if len(text) <= longest else f"{text[: longest - len(note) - 2].rstrip()}\n\n{note}"


def newly_said(text: str) -> str:
    """Without the signature and the mail that it answers, where these are plainly marked."""
    above = _BELOW.split(_SIGNED.split(text)[0])[0]
    return "\n".join(_unquoted(above.rstrip().split("\n"))).strip()


def unsaid(text: str, words: Iterable[str]) -> str:
    """Without these words, in whatever case they are written, and with or without a hyphen."""
    found = "|".join(re.escape(word).replace(r"\-", r"\W{0,3}") for word in words if word)
    return re.sub(rf"(?<!\w)(?:{found})(?!\w)", UNSAID, text, flags=re.I) if found else text


def _unquoted(lines: list[str]) -> list[str]:
    """Without the quotes at the end, and the line that says whose they are."""
    last = len(lines)
    while last and (not lines[last - 1] or lines[last - 1].startswith(">")):
        last -= 1
    named = 0 < last < len(lines) and _WROTE.fullmatch(lines[last - 1])
    return lines[: last - 1 if named else last]


def _seen(text: str) -> str:
    plain = unicodedata.normalize("NFC", text)
    return "".join(" " if unicodedata.category(c) in UNSEEN else c for c in plain)
