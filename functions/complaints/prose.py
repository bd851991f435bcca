"""What people write in mails, as plain text: without markup, what is unseen, and what is quoted."""

import re
import unicodedata
from dataclasses import dataclass, field
from html import unescape

from functions.core.answers import UNSEEN

_NOT_SAID = {"head", "script", "style", "template", "title"}
"""What a page has that no reader sees."""
_PARTING = {"blockquote", "br", "div", "dd", "dt", "h1", "h2", "h3", "h4", "hr", "li", "p", "pre",
            "table", "td", "th", "tr", "ul", "ol"}  # fmt: skip
_NAME = re.compile(r"/?[a-z0-9]*")
_COMMENTED = "-->"
_BLANKS = re.compile(r"\n{3,}")
_SIGNED = re.compile(r"^-- ?$", re.MULTILINE)
"""What begins a signature (RFC 3676, 4.3); much mail has lost the space."""
_BELOW = re.compile(r"^-+ ?(?:original message|pesan asli) ?-+$", re.IGNORECASE | re.MULTILINE)
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


def of_markup(html: str) -> str:
    """The text of a mail that was written as a page."""
    first, *pieces = " ".join(html.splitlines()).split("<")
    page = _Page([first])
    for piece in pieces:
        page.add(piece)
    return in_lines(unescape("".join(page.said)))


def newly_said(text: str) -> str:
    """Without the signature and the mail that it answers, where these are plainly marked as such;
    all of it, where nothing else would be left."""
    above = _BELOW.split(_SIGNED.split(text)[0])[0]
    return "\n".join(_unquoted(above.rstrip().split("\n"))).strip() or text


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


def _hiding(tag: str) -> str:
    """What ends the part that this tag begins, if nobody is to see it."""
    if tag.startswith("!--"):
        return _COMMENTED
    return f"/{_name(tag)}>" if _name(tag) in _NOT_SAID else ""


def _name(tag: str) -> str:
    found = _NAME.match(tag.lower())
    return found[0] if found else ""


def _parted(tag: str) -> str:
    name = _name(tag)
    if name == "li":
        return "\n- "
    return "\n" if name.strip("/") in _PARTING else ""


@dataclass
class _Page:
    """A page, read from one "<" to the next, in time with its length: over some pages the standard
    library's parser takes hours. `until`: what ends the part that is not shown."""

    said: list[str] = field(default_factory=list)
    until: str = ""

    def add(self, piece: str) -> None:
        tag, closed, text = piece.partition(">")
        self.until = self.until or _hiding(tag)
        if self.until:
            self._skip(piece)
        else:
            self.said += (_parted(tag), text) if closed else ("<", tag)

    def _skip(self, piece: str) -> None:
        end = piece.lower().find(self.until)
        if end >= 0:
            self.said.append(piece[end + len(self.until) :])
            self.until = ""
