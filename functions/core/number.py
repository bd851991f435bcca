"""Case numbers and secrets: short, random, speakable, with a check character."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from functions.core.ports import Fingerprints

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_NUMBERLIKE = re.compile(r"\b[A-Z]{2,5}-[0-9A-Z]{4}-[0-9A-Z]{4}\b", re.IGNORECASE | re.ASCII)


def case_number(prefix: str, pick: Callable[[str], str]) -> str:
    """E.g. BTG-7K3M-9Q2X; the last character checks the other seven."""
    body = "".join(pick(ALPHABET) for _ in range(7))
    whole = body + _check(body)
    return f"{prefix}-{whole[:4]}-{whole[4:]}"


def tidy(text: str) -> str:
    """A number as somebody typed it, in the form it was given out; "" if it cannot be one."""
    bare = "".join(c for c in text.upper() if c.isascii() and c.isalnum())
    prefix, body = bare[:-8], bare[-8:]
    if not prefix.isalpha() or any(c not in ALPHABET for c in body) or _check(body[:7]) != body[7:]:
        return ""
    return f"{prefix}-{body[:4]}-{body[4:]}"


def named_in(text: str) -> list[str]:
    """The case numbers that stand in a text, each once."""
    found = (tidy(word) for word in _NUMBERLIKE.findall(text))
    return list(dict.fromkeys(number for number in found if number))


def listed(numbers: Iterable[str]) -> str:
    """Several as one answer, the same however they were named."""
    return ", ".join(sorted(set(numbers)))


def numbers_of(answer: str) -> list[str]:
    """Those of a list."""
    return answer.split(", ") if answer else []


def status_secret(fingerprints: Fingerprints, case_id: str) -> str:
    """What opens a case's status page together with its number; derived, and kept nowhere."""
    whole = fingerprints.of("status", case_id)[:10]
    return f"{whole[:5]}-{whole[5:]}"


def _check(body: str) -> str:
    """ISO 7064-like weighted sum: notices any one wrong character and any swap of neighbours."""
    total = sum((place + 2) * ALPHABET.index(c) for place, c in enumerate(body))
    return ALPHABET[total % len(ALPHABET)]
