"""What a case is found by: words of its name, numbers of its people, its mailbox."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.core.identity import masked
from functions.core.search import DIGITS, NOTHING, name_words, sought

NPWP = "0122923022503000"
NAMES = st.text("ABCÀÉÎÕÜabcàéîõü .,-&'", max_size=60)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("CV Contoh Sejahtera", ("contoh", "sejahtera")),
        ("PT. MAJU-JAYA (Persero), Tbk", ("maju", "jaya", "persero", "tbk")),
        ("Café Élysée", ("cafe", "elysee")),
        ("Toko Ⅲ Straße", ("toko", "iii", "strasse")),
        ("Maju maju MAJU", ("maju",)),
        ("Satu Dua Tiga Empat Lima Enam Tujuh", ("satu", "dua", "tiga", "empat", "lima", "enam")),
        ("UD A B", ()),
        ("", ()),
    ],
)
def test_a_name_is_found_by_its_first_words(name: str, words: tuple[str, ...]) -> None:
    assert name_words(name) == words


@given(NAMES)
def test_neither_case_nor_accents_nor_signs_matter(name: str) -> None:
    assert name_words(name) == name_words(name.upper()) == name_words(f"({name.lower()})")


@given(NAMES)
def test_a_name_finds_itself(name: str) -> None:
    words = name_words(name)
    assert not words or sought(name) == tuple(("nama", word) for word in words)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("3000", ("npwp-akhir", "3000")),
        ("503000", ("npwp-akhir", "503000")),
        ("503.000", ("npwp-akhir", "503000")),
        (NPWP, ("identitas", NPWP)),
        ("12.292.302.2-503.000", ("identitas", NPWP)),
        ("012.292.302.250-3000", ("identitas", NPWP)),
        ("3171014505800001", ("identitas", "3171014505800001")),
        ("19850315 201001 1 003", ("identitas", "198503152010011003")),
        (" Wulan@Makmur.Test ", ("alamat", "wulan@makmur.test")),
    ],
)
def test_digits_are_a_persons_number_or_the_end_of_an_npwp_and_an_address_is_a_mailbox(
    typed: str, value: tuple[str, str]
) -> None:
    assert sought(typed) == (value,)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [("", NOTHING), ("CV", NOTHING), ("..", NOTHING), ("1", DIGITS), ("12345", DIGITS),
     ("1" * 17, DIGITS)],
)  # fmt: skip
def test_what_finds_nothing_is_refused_in_words(typed: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem[:30].replace("(", r"\(")):
        sought(typed)


def test_a_masked_number_shows_where_it_begins_and_ends() -> None:
    assert masked("3171014505800001") == "3171••••••••0001"
    assert masked("198503152010011003") == "1985••••••••••1003"
    assert masked("") == ""
