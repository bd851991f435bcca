"""Which officers a complaint names: their names are looked for in what was written."""

import unicodedata

from functions.core.officer import Officer

TITLES = {"drs", "dra", "prof", "haji", "hajjah"}
"""What stands before a name, of three letters or more; what follows a name comes after a comma."""
SHORTEST = 3
"""Dr., Ir., H., Hj. and initials are shorter, and so are no words of a name."""


def called(officer: Officer, text: str) -> bool:
    """In an answer to who it is: one word of the name will do."""
    return bool(_name(officer) & _words(text))


def told_of(officer: Officer, text: str) -> bool:
    """In a story: two words of the name, or the only one that it has. Wahyu is also a revelation,
    and other people's name; a story that says Wahyu alone bars no Wahyu Nugraha."""
    name = _name(officer)
    return bool(name) and len(name & _words(text)) >= min(2, len(name))


def _name(officer: Officer) -> set[str]:
    return _words(officer.name.partition(",")[0]) - TITLES


def _words(text: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", text).casefold()
    parts = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return {word for word in parts.split() if len(word) >= SHORTEST}
