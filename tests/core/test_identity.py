"""Indonesian identity numbers: what is refused, and what the verifier is merely warned of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.core.identity import luhn, nib, nik, nip, npwp, unnumbered

NIK = "3325014507800001"  # Batang, a woman born on 5 July 1980
NIP = "198007052005012001"  # born on 5 July 1980, appointed in January 2005, a woman
OLD_NPWP = "013000666451000"
DIGITS = st.text("0123456789", min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("read", "typed", "canonical"),
    [
        (nik, "3325 0145 0780 0001", NIK),
        (nik, "33.25.01.450780.0001", NIK),
        (npwp, "01.300.066.6-451.000", "0" + OLD_NPWP),
        (npwp, OLD_NPWP, "0" + OLD_NPWP),
        (npwp, "0" + OLD_NPWP, "0" + OLD_NPWP),
        (npwp, NIK, NIK),
        (nib, "912 000 123 4567", "9120001234567"),
        (nip, "19800705 200501 2 001", NIP),
    ],
)
def test_a_number_is_kept_in_one_form_however_it_is_written(
    read: type, typed: str, canonical: str
) -> None:
    assert read(typed).canonical == canonical
    assert read(typed).warning == ""


@pytest.mark.parametrize(
    "wrong",
    ["", "1", "٣٣٢٥٠١٤٥٠٧٨٠٠٠٠١", "３３２５０１４５０７８００００１", "²" * 16, "332501450780000A",
     "+325014507800001", "3325014507800001\0", "33250145078000010", "3325,0145,0780,0001"],
)  # fmt: skip
@pytest.mark.parametrize(
    ("read", "problem"),
    [
        (nik, "NIK terdiri dari 16 angka."),
        (npwp, "NPWP terdiri dari 15 atau 16 angka."),
        (nib, "NIB terdiri dari 13 angka."),
        (nip, "NIP terdiri dari 18 angka."),
    ],
)
def test_what_are_not_so_many_plain_digits_is_refused(read: type, problem: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=problem):
        read(wrong)


@pytest.mark.parametrize(
    ("number", "warning"),
    [
        (NIK, ""),
        ("3325010507800001", ""),
        ("3325013107800001", ""),
        ("3325017107800001", ""),
        ("0025010507800001", "Kode provinsi pada NIK tidak dikenal."),
        ("9925010507800001", "Kode provinsi pada NIK tidak dikenal."),
        ("3325010007800001", "Tanggal lahir pada NIK tidak lazim."),
        ("3325013207800001", "Tanggal lahir pada NIK tidak lazim."),
        ("3325017207800001", "Tanggal lahir pada NIK tidak lazim."),
        ("3325010513800001", "Tanggal lahir pada NIK tidak lazim."),
        ("3325010500800001", "Tanggal lahir pada NIK tidak lazim."),
    ],
)
def test_an_odd_nik_is_warned_of_and_not_refused(number: str, warning: str) -> None:
    assert nik(number).warning == warning


@pytest.mark.parametrize(
    ("number", "warning"),
    [
        (OLD_NPWP, ""),
        ("013000667451000", "Angka pemeriksa NPWP tidak cocok."),
        ("9925010507800001", "Kode provinsi pada NIK tidak dikenal."),
    ],
    ids=["as printed", "one digit wrong", "a NIK that is odd"],
)
def test_an_odd_npwp_is_warned_of_and_not_refused(number: str, warning: str) -> None:
    assert npwp(number).warning == warning


@pytest.mark.parametrize(
    ("number", "warning"),
    [
        (NIP, ""),
        ("198007052005212001", ""),
        ("198013052005012001", "Tanggal pada NIP tidak lazim."),
        ("198007322005012001", "Tanggal pada NIP tidak lazim."),
        ("198007052005002001", "Tanggal pada NIP tidak lazim."),
    ],
    ids=["a civil servant's", "one on contract's", "month 13", "day 32", "appointed in month 0"],
)
def test_an_odd_nip_is_warned_of_and_not_refused(number: str, warning: str) -> None:
    assert nip(number).warning == warning


@pytest.mark.parametrize("digits", ["79927398713", "4539578763621486", "0", "18"])
def test_luhn_knows_its_published_examples(digits: str) -> None:
    assert luhn(digits)


@given(DIGITS)
def test_exactly_one_digit_checks_a_number(digits: str) -> None:
    assert sum(luhn(digits + check) for check in "0123456789") == 1


@given(DIGITS, st.data())
def test_luhn_notices_any_one_wrong_digit(digits: str, data: st.DataObject) -> None:
    whole = digits + next(c for c in "0123456789" if luhn(digits + c))
    place = data.draw(st.integers(0, len(whole) - 1))
    wrong = data.draw(st.sampled_from([d for d in "0123456789" if d != whole[place]]))
    assert not luhn(whole[:place] + wrong + whole[place + 1 :])


def test_numbers_of_people_are_masked_in_words_and_others_are_not() -> None:
    words = "KTP 3325014505800926, NPWP 012292302503000, telepon 081234567890, 20261121"
    assert unnumbered(words) == (
        "KTP 3325••••••••0926, NPWP 0122•••••••3000, telepon 081234567890, 20261121"
    )
