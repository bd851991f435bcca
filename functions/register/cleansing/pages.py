"""The leaves of a PDF's tree of pages, each with what it inherits (ISO 32000-1, 7.7.3)."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from pikepdf import Array, Dictionary, Name

from functions.register.cleansing.unclean import BROKEN, PAGES, Unclean

MOST, _NODES = 50, 1000
_INHERITED = "/Resources", "/MediaBox", "/CropBox", "/Rotate"
_A4 = 0, 0, 595, 842
Inherited = dict[str, Any]


def leaves(root: Any) -> list[tuple[Dictionary, Dictionary]]:
    """Each page as it stands in the file, and all that it is drawn from. A tree that comes back to
    itself never ends, and is too large."""
    found = list(islice(_walked(root.get("/Pages")), MOST + 1))
    if len(found) > MOST:
        raise Unclean(PAGES)
    if not found:
        raise Unclean(BROKEN)
    return found


def _walked(top: Any) -> Iterator[tuple[Dictionary, Dictionary]]:
    waiting: list[tuple[Any, Inherited]] = [(top, {"/MediaBox": Array(_A4)})]
    for _ in range(_NODES):
        if not waiting:
            return
        node, inherited = waiting.pop()
        if not isinstance(node, Dictionary):
            continue
        known = inherited | {key: node[key] for key in _INHERITED if key in node}
        if "/Kids" in node:
            kids = list(islice(node.Kids, _NODES))
            waiting += [(kid, known) for kid in reversed(kids)]
        else:
            yield node, _whole(node, known)
    raise Unclean(PAGES)


def _whole(node: Dictionary, known: Inherited) -> Dictionary:
    own = {key: node[key] for key in ("/Contents", "/Group", "/UserUnit") if key in node}
    return Dictionary({"/Type": Name.Page, **known, **own})
