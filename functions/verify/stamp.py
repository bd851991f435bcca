"""Stamps: a document in, a copy marked for one viewer out. With the scans' own Lambda it alone
carries the libraries that open scans."""

from typing import Any

from functions.verify.stamping import stamped
from functions.world import world


def handler(event: dict[str, Any], context: Any) -> dict[str, str]:
    """`event`: the `pages` by key, version and type; the `lines` to be written across them; the
    `key` of the copy. The answer: its type."""
    try:
        pages = [_page(**page) for page in event["pages"]]
        kind, copy = stamped(pages, event["lines"])
        world().views.keep(event["key"], copy, kind)
    except Exception as fault:
        raise Smudged(type(fault).__name__) from None
    return {"type": kind}


def _page(key: str, version: str, type: str) -> tuple[str, bytes]:
    return type, world().clean.read(key, version)


class Smudged(Exception):
    """A copy could not be made. What went wrong is named, but not quoted: Lambda logs what is
    raised, and the lines name a person."""
