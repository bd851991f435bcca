"""Things of one PDF copied into another, as far as the grammar knows them."""

from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from functions.register.cleansing.grammar import ANY, GRAMMAR, STREAMS
from functions.register.cleansing.jpegs import LARGEST
from functions.register.cleansing.limits import Count
from functions.register.cleansing.streams import coded
from functions.register.cleansing.unclean import PIXELS, Unclean

_DRAWN = {"/Image", "/Form"}


class Copying:
    """What several things share is copied once, and may hold itself."""

    def __init__(self, target: Pdf) -> None:
        self._target, self._count = target, Count()
        self._made: dict[tuple[tuple[int, int], str], Object] = {}

    def copy(self, thing: Any, kind: str, depth: int = 0) -> Any:
        """None for what is not drawn."""
        self._count.thing(depth)
        match thing:
            case Stream():
                return self._once(thing, kind, depth) if _streams(thing, kind) else None
            case Dictionary():
                return self._once(thing, kind, depth) if GRAMMAR[kind] else None
            case Array():
                return Array([self.copy(part, kind, depth + 1) for part in thing])
        return _word(thing) if isinstance(thing, Object) else thing

    def _once(self, thing: Any, kind: str, depth: int) -> Any:
        if not thing.is_indirect:
            return self._filled(Dictionary(), thing, kind, depth)
        place = thing.objgen, kind
        if place not in self._made:
            empty = Stream(self._target, b"") if isinstance(thing, Stream) else Dictionary()
            self._made[place] = self._target.make_indirect(empty)
            self._filled(self._made[place], thing, kind, depth)
        return self._made[place]

    def _filled(self, made: Any, thing: Any, kind: str, depth: int) -> Any:
        if isinstance(thing, Stream):
            self._write(made, thing, depth)
        known = GRAMMAR[kind]
        for key, value in thing.items():
            part = known.get(key, known.get(ANY))
            kept = self.copy(value, part, depth + 1) if part else None
            if kept is not None:
                made[key] = kept
        return made

    def _write(self, made: Stream, thing: Stream, depth: int) -> None:
        found = coded(thing)
        self._count.bytes(found.size)
        parms = self.copy(found.parms, "coding", depth + 1)
        made.write(
            found.content, filter=Name(found.filter) if found.filter else None, decode_parms=parms
        )


def _streams(thing: Stream, kind: str) -> bool:
    """Whether it may be one here; a picture is an image of some size, or a form."""
    if kind == "picture" and thing.get("/Subtype") == "/Image":
        if int(thing.Width) * int(thing.Height) > LARGEST:
            raise Unclean(PIXELS)
        return True
    return kind in STREAMS and (kind != "picture" or str(thing.get("/Subtype")) in _DRAWN)


def _word(thing: Object) -> Object | None:
    if isinstance(thing, Name):
        return Name(str(thing))
    return String(bytes(thing)) if isinstance(thing, String) else None
