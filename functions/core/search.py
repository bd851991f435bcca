"""Finding a case again: by words of the name that it is known by, by the numbers of the people in
it, or by the mailbox that it came from."""

import re
import unicodedata
from collections.abc import Iterator

from functions.core.case import Case
from functions.core.identity import PERSONAL, nip, npwp
from functions.core.sop import Sop

NAME, ENDING, PERSON, SENDER = "nama", "npwp-akhir", "identitas", "alamat"
ENDINGS = (4, 6)
"""How many of an NPWP's last digits may be asked for."""
WORDS, SHORTEST, NIP = 6, 3, 18
NOTHING = (
    "Ketik nomor permohonan, satu kata dari nama (3 huruf atau lebih), NPWP, NIK, NIP,"
    " atau alamat email."
)
DIGITS = "Ketik 4 atau 6 angka terakhir NPWP, atau NPWP, NIK, atau NIP lengkap."
Value = tuple[str, str]
"""What a case is found by: the kind of value, and the value."""


def name_words(text: str) -> tuple[str, ...]:
    """The words that a name is found by: the first ones, however their letters are written."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    words = (word for word in re.findall(r"[^\W_]+", bare) if len(word) >= SHORTEST)
    return tuple(dict.fromkeys(words))[:WORDS]


def findable(case: Case, sop: Sop) -> Iterator[Value]:
    """What a case is found by; a complaint not by who complains."""
    for word in name_words(sop.known_as(case.answers)):
        yield NAME, word
    if case.email and not sop.hears:
        yield SENDER, case.email.casefold()
    for field in sop.fields(case.answers):
        if field.type in PERSONAL and (number := case.answers.get(field.id, "")):
            yield from _ways_to(number, field.type)


def sought(text: str) -> tuple[Value, ...]:
    """What a case must have to be found by `text`; ValueError, if nothing can be."""
    if "@" in text:
        return ((SENDER, text.strip().casefold()),)
    digits = re.sub(r"[ .\-/]", "", text)
    if not re.fullmatch(r"[0-9]+", digits):
        words = name_words(text)
        if not words:
            raise ValueError(NOTHING)
        return tuple((NAME, word) for word in words)
    if len(digits) in ENDINGS:
        return ((ENDING, digits),)
    try:
        return ((PERSON, (nip if len(digits) == NIP else npwp)(digits).canonical),)
    except ValueError:
        raise ValueError(DIGITS) from None


def _ways_to(number: str, kind: str) -> Iterator[Value]:
    """An NPWP may be a NIK: numbers of people are looked for without saying of which kind."""
    yield PERSON, number
    if kind == "npwp":
        yield from ((ENDING, number[-length:]) for length in ENDINGS)
