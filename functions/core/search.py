"""Finding a case again: by words of the name that it is known by, or by its NPWP."""

import re
import unicodedata
from collections.abc import Iterator

from functions.core.case import Case
from functions.core.identity import npwp
from functions.core.sop import Sop

NAME, ENDING, WHOLE = "nama", "npwp-akhir", "npwp"
ENDINGS = (4, 6)
"""How many of an NPWP's last digits may be asked for."""
WORDS, SHORTEST = 6, 3
NOTHING = "Ketik nomor permohonan, satu kata dari nama (3 huruf atau lebih), atau NPWP."
DIGITS = "Ketik 4 atau 6 angka terakhir NPWP, atau NPWP lengkap."
Value = tuple[str, str]
"""What a case is found by: the kind of value, and the value."""


def name_words(text: str) -> tuple[str, ...]:
    """The words that a name is found by: the first ones, however their letters are written."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    words = (word for word in re.findall(r"[^\W_]+", bare) if len(word) >= SHORTEST)
    return tuple(dict.fromkeys(words))[:WORDS]


def findable(case: Case, sop: Sop) -> Iterator[Value]:
    """What an application is found by; a whole NPWP is one of the values that cases share."""
    for word in name_words(sop.known_as(case.answers)):
        yield NAME, word
    for field in sop.fields(case.answers):
        if field.type == "npwp" and (number := case.answers.get(field.id, "")):
            yield from ((ENDING, number[-length:]) for length in ENDINGS)


def sought(text: str) -> tuple[Value, ...]:
    """What a case must have to be found by `text`; ValueError, if nothing can be."""
    digits = re.sub(r"[ .\-/]", "", text)
    if not re.fullmatch(r"[0-9]+", digits):
        words = name_words(text)
        if not words:
            raise ValueError(NOTHING)
        return tuple((NAME, word) for word in words)
    if len(digits) in ENDINGS:
        return ((ENDING, digits),)
    try:
        return ((WHOLE, npwp(digits).canonical),)
    except ValueError:
        raise ValueError(DIGITS) from None
