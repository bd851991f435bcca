"""A mail that was written as a page, as its reader would see it: words alone."""

import re
from dataclasses import dataclass, field
from html import unescape

from functions.complaints.prose import in_lines

_NOT_SAID = {"head", "script", "style", "template", "title"}
"""What a page has that no reader sees."""
_PARTING = {"blockquote", "br", "div", "dd", "dt", "h1", "h2", "h3", "h4", "hr", "li", "p", "pre",
            "table", "td", "th", "tr", "ul", "ol"}  # fmt: skip
_NAME = re.compile(r"/?[a-z0-9]*")
_COMMENTED = "-->"


def of_markup(html: str) -> str:
    """The text of the page, in lines."""
    first, *pieces = " ".join(html.splitlines()).split("<")
    page = _Page([first])
    for piece in pieces:
        page.add(piece)
    return in_lines(unescape("".join(page.said)))


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
