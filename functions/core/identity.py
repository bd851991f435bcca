"""Indonesian identity numbers: what is wrong with one, and what is merely odd.

Only a wrong length or character is an error. Anything else is a warning that the
verifier may set aside: real numbers break the published patterns (new provinces,
foreigners' numbers, NPWP that are NIK).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

SAME: Mapping[str, Callable[[str], str]] = {"npwp": str, "user-id": str.casefold}
"""The types of field that two cases of an office should not have in common, and how they are
compared."""
PERSONAL = frozenset({"nik", "nip", "npwp"})
"""The types of field whose numbers are shown masked to whoever does not need them."""
_NOISE = re.compile(r"[ .\-/]")
_NUMBERS = re.compile(r"(?<![0-9])[0-9]{15,18}(?![0-9])")
_PROVINCES = range(11, 97)


@dataclass(frozen=True)
class Number:
    """`canonical` is what is stored and compared; `warning` is for the verifier."""

    canonical: str
    warning: str = ""


def nik(text: str) -> Number:
    digits = _digits(text, (16,), "NIK terdiri dari 16 angka.")
    return Number(digits, _nik_warning(digits))


def nip(text: str) -> Number:
    """A civil servant's number: birth date, month of appointment, sex, sequence (BKN)."""
    digits = _digits(text, (18,), "NIP terdiri dari 18 angka.")
    month, day, appointed = int(digits[4:6]), int(digits[6:8]), int(digits[12:14])
    plain = 1 <= month <= 12 and 1 <= day <= 31 and 1 <= appointed <= 21
    return Number(digits, "" if plain else "Tanggal pada NIP tidak lazim.")


def npwp(text: str) -> Number:
    """The old 15 digits become "0" + 15; the new 16 are a NIK or begin with 0."""
    digits = _digits(text, (15, 16), "NPWP terdiri dari 15 atau 16 angka.")
    canonical = digits.rjust(16, "0")
    if canonical[0] != "0":
        return Number(canonical, _nik_warning(canonical))
    odd = "" if luhn(canonical[1:10]) else "Angka pemeriksa NPWP tidak cocok."
    return Number(canonical, odd)


def nib(text: str) -> Number:
    return Number(_digits(text, (13,), "NIB terdiri dari 13 angka."))


def masked(digits: str) -> str:
    """3171••••••••0001."""
    return digits[:4] + "•" * (len(digits) - 8) + digits[-4:]


def unnumbered(text: str) -> str:
    """With every number masked in it that may be a person's: somebody wrote it where a name or a
    subject belongs."""
    return _NUMBERS.sub(lambda found: masked(found[0]), text)


def luhn(digits: str) -> bool:
    """Whether `digits` end in their own check digit (ISO/IEC 7812-1)."""
    doubled = [2 * int(d) for d in digits[-2::-2]]
    total = sum(int(d) for d in digits[-1::-2]) + sum(d // 10 + d % 10 for d in doubled)
    return total % 10 == 0


def _digits(text: str, lengths: tuple[int, ...], problem: str) -> str:
    bare = _NOISE.sub("", text)
    if not re.fullmatch(r"[0-9]+", bare) or len(bare) not in lengths:
        raise ValueError(problem)
    return bare


def _nik_warning(digits: str) -> str:
    day, month = int(digits[6:8]), int(digits[8:10])
    if int(digits[:2]) not in _PROVINCES:
        return "Kode provinsi pada NIK tidak dikenal."
    if not 1 <= (day - 40 if day > 40 else day) <= 31 or not 1 <= month <= 12:
        return "Tanggal lahir pada NIK tidak lazim."
    return ""
