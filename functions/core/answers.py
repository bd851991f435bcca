"""Reading what a person typed into an SOP's form."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from functions.core import identity
from functions.core.errors import Invalid
from functions.core.form import FormField
from functions.core.number import listed, numbers_of, tidy
from functions.core.when import day

LONGEST = {"address": 500, "cases": 500, "story": 5000}
SEVERAL = {"address", "cases", "story"}
"""What may have several lines."""
MOST_CASES = 10
EXPIRED = "Masa berlakunya sudah habis."
EMPTY = "Isian ini wajib diisi."
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"
_MAILBOX = re.compile(rf"(?=[^@]{{1,64}}@){_ATOM}(\.{_ATOM})*@({_LABEL}\.)+[A-Za-z]{{2,}}")
UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Categories of characters that nobody types."""
_USER_ID = re.compile(r"[A-Za-z0-9._@-]{3,60}")
_PHONE = re.compile(r"\+?[0-9]{8,15}")


def read(fields: Iterable[FormField], given: Mapping[str, str], today: date) -> dict[str, str]:
    """The canonical answers, or Invalid with a message for each field that does not fit.

    `today` is the office's; what has an end must not have come to it.
    """
    answers, problems = {}, {}
    wanted = {f.id: f for f in fields}
    for name in given.keys() - wanted.keys():
        problems[name] = "Isian ini tidak dikenal."
    for name, asked in wanted.items():
        try:
            answers[name] = read_one(asked, given.get(name, ""), today)
        except ValueError as error:
            problems[name] = str(error)
    if problems:
        raise Invalid(problems)
    return answers


def read_one(asked: FormField, raw: str, today: date) -> str:
    text = line(raw, LONGEST.get(asked.type, 200), asked.type in SEVERAL)
    if not text:
        if asked.optional:
            return ""
        raise ValueError("Pilih salah satu." if asked.type == "choice" else EMPTY)
    if asked.type == "choice":
        return _choice(asked, text)
    answer = _READERS[asked.type](text)
    if asked.type == "expiry" and answer < today.isoformat():
        raise ValueError(EXPIRED)
    return answer


def line(raw: str, longest: int, several: bool = False) -> str:
    """`raw` in NFC, free of control and invisible characters but the line ends of `several`."""
    text = unicodedata.normalize("NFC", raw).replace("\r\n", "\n").strip()
    if any(unicodedata.category(c) in UNSEEN and not (several and c == "\n") for c in text):
        raise ValueError("Isian memuat karakter yang tidak diperbolehkan.")
    if len(text) > longest:
        raise ValueError(f"Isian terlalu panjang; paling banyak {longest} karakter.")
    return text


def words(field: str, text: str, *, longest: int = 1000, asked: str = "") -> str:
    """A free answer of several lines. Invalid beside `field` if it does not fit, or if it is
    empty and `asked` says what should have been written."""
    try:
        said = line(text, longest, several=True)
    except ValueError as error:
        raise Invalid({field: str(error)}) from None
    if asked and not said:
        raise Invalid({field: asked})
    return said


def mailbox(text: str) -> str:
    """One e-mail address, in its comparable form."""
    address = line(text, 254).casefold()
    if not address:
        raise ValueError("Isi alamat email.")
    if not _MAILBOX.fullmatch(address):
        raise ValueError("Tulis alamat email yang lengkap, misalnya nama@perusahaan.co.id.")
    return address


def warnings(
    fields: Iterable[FormField], answers: Mapping[str, str], today: date
) -> dict[str, str]:
    """What the verifier should look at twice, by field."""
    answered = [f for f in fields if answers.get(f.id)]
    odd = {f.id: _odd(f, answers[f.id], today) for f in answered}
    return {name: warning for name, warning in odd.items() if warning}


def _odd(asked: FormField, answer: str, today: date) -> str:
    if asked.type == "expiry":
        return EXPIRED if answer < today.isoformat() else ""
    checks = {"nik": identity.nik, "nip": identity.nip, "npwp": identity.npwp}
    return checks[asked.type](answer).warning if asked.type in checks else ""


def _choice(asked: FormField, text: str) -> str:
    if text not in {o.value for o in asked.options}:
        raise ValueError("Pilih salah satu.")
    return text


def _phone(text: str) -> str:
    digits = re.sub(r"[ ().-]", "", text)
    if not _PHONE.fullmatch(digits):
        raise ValueError("Tulis nomor telepon 8 sampai 15 angka, misalnya 081234567890.")
    return digits


def user_id(text: str) -> str:
    if not _USER_ID.fullmatch(text):
        raise ValueError("User ID terdiri dari 3 sampai 60 huruf, angka, titik, - atau _.")
    return text


def password(text: str) -> str:
    """An initial one, as the application shows it."""
    if not (8 <= len(text) <= 100 and text.isprintable()):
        raise ValueError("Isi kata sandi awal, 8 sampai 100 karakter.")
    return text


def _case(text: str) -> str:
    if not (number := tidy(text[:40])):
        raise ValueError("Periksa kembali nomor ini; contohnya BTG-7K3M-9Q2X.")
    return number


def _cases(text: str) -> str:
    numbers = listed(_case(one) for one in re.split(r"[,;\n]+", text) if one.strip())
    if not numbers:
        raise ValueError(EMPTY)
    if len(numbers_of(numbers)) > MOST_CASES:
        raise ValueError(f"Paling banyak {MOST_CASES} nomor.")
    return numbers


_READERS: Mapping[str, Callable[[str], str]] = {
    "text": str,
    "address": str,
    "story": str,
    "case": _case,
    "cases": _cases,
    "email": mailbox,
    "phone": _phone,
    "date": lambda text: day(text).isoformat(),
    "expiry": lambda text: day(text).isoformat(),
    "user-id": user_id,
    "nik": lambda text: identity.nik(text).canonical,
    "nip": lambda text: identity.nip(text).canonical,
    "npwp": lambda text: identity.npwp(text).canonical,
    "nib": lambda text: identity.nib(text).canonical,
}
