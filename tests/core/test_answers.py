"""What a person types is read into one canonical form, or refused in words of theirs."""

import unicodedata
from datetime import date
from typing import get_args

import pytest

from functions.core.answers import EMPTY, EXPIRED, LONGEST, SEVERAL, read, read_one, warnings
from functions.core.errors import Invalid
from functions.core.form import FieldType, FormField, Option
from functions.core.number import case_number, listed
from tests.core.story import SOP

TODAY = date(2026, 3, 9)
OPTIONS = (Option(value="pt", label="PT"), Option(value="cv", label="CV"))
CONTROL = "Isian memuat karakter yang tidak diperbolehkan."
VALID = {
    "text": (" CV Maju  ", "CV Maju"),
    "address": ("Jl. Veteran 1\r\nBatang\n", "Jl. Veteran 1\nBatang"),
    "email": ("Wulan@Maju.co.id ", "wulan@maju.co.id"),
    "phone": ("+62 (812) 345-67.890", "+6281234567890"),
    "date": ("2026-03-31", "2026-03-31"),
    "expiry": ("2026-12-31", "2026-12-31"),
    "choice": ("cv", "cv"),
    "nik": ("3325 0145 0780 0001", "3325014507800001"),
    "nip": ("19800705 200501 2 001", "198007052005012001"),
    "npwp": ("01.300.066.6-451.000", "0013000666451000"),
    "nib": ("9120001234567", "9120001234567"),
    "story": (" Antre\r\nlama ", "Antre\nlama"),
    "case": ("btg 2222 2222", "BTG-2222-2222"),
    "cases": ("BTG-2222-2222,\nbtg 2222 2222; ", "BTG-2222-2222"),
    "user-id": (" CV.Maju_1@batang ", "CV.Maju_1@batang"),
}
MENDING = {
    "email": "Tulis alamat email yang lengkap, misalnya nama@perusahaan.co.id.",
    "phone": "Tulis nomor telepon 8 sampai 15 angka, misalnya 081234567890.",
    "date": "Tulis tanggal sebagai tahun-bulan-hari, misalnya 2026-03-31.",
    "expiry": "Tulis tanggal sebagai tahun-bulan-hari, misalnya 2026-03-31.",
    "choice": "Pilih salah satu.",
    "nik": "NIK terdiri dari 16 angka.",
    "npwp": "NPWP terdiri dari 15 atau 16 angka.",
    "nib": "NIB terdiri dari 13 angka.",
    "nip": "NIP terdiri dari 18 angka.",
    "case": "Periksa kembali nomor ini; contohnya BTG-7K3M-9Q2X.",
    "cases": "Periksa kembali nomor ini; contohnya BTG-7K3M-9Q2X.",
    "user-id": "User ID terdiri dari 3 sampai 60 huruf, angka, titik, - atau _.",
}


def field(type_: str, optional: bool = False) -> FormField:
    options = OPTIONS if type_ == "choice" else ()
    return FormField.model_validate(
        {"id": "x", "label": "X", "type": type_, "optional": optional, "options": options}
    )


def refusal(asked: FormField, raw: str) -> str:
    with pytest.raises(ValueError, match=r".") as caught:
        read_one(asked, raw, TODAY)
    return str(caught.value)


def test_this_test_knows_every_type_of_field() -> None:
    assert set(VALID) == set(get_args(FieldType))
    assert set(MENDING) == set(VALID) - {"text", "address", "story"}


@pytest.mark.parametrize("type_", VALID)
def test_a_valid_answer_is_kept_in_its_canonical_form(type_: str) -> None:
    typed, kept = VALID[type_]
    assert read_one(field(type_), typed, TODAY) == kept


@pytest.mark.parametrize("type_", VALID)
def test_a_canonical_answer_reads_as_itself(type_: str) -> None:
    _, kept = VALID[type_]
    assert read_one(field(type_), kept, TODAY) == kept


@pytest.mark.parametrize("type_", MENDING)
def test_an_answer_that_does_not_fit_says_what_does(type_: str) -> None:
    assert refusal(field(type_), "bukan itu") == MENDING[type_]


@pytest.mark.parametrize(
    "typed", ["٠٨١٢٣٤٥٦٧٨٩٠", "1234567", "1" * 16, "08123456789a", "++62812345678"]
)
def test_a_telephone_number_is_plain_digits(typed: str) -> None:
    assert refusal(field("phone"), typed) == MENDING["phone"]


@pytest.mark.parametrize("typed", ["2026-02-30", "31-03-2026", "2026-13-01", "0000-00-00", "besok"])
def test_a_date_must_be_in_the_calendar(typed: str) -> None:
    assert refusal(field("date"), typed) == MENDING["date"]


@pytest.mark.parametrize("typed", ["ab", "a" * 61, "maju jaya", "maju/jaya", "usahä", "maju#1"])
def test_a_user_id_is_a_few_plain_characters(typed: str) -> None:
    assert refusal(field("user-id"), typed) == MENDING["user-id"]


@pytest.mark.parametrize("typed", ["PT", "p", "pt,cv", "0"])
def test_a_choice_is_one_of_what_is_offered(typed: str) -> None:
    assert refusal(field("choice"), typed) == MENDING["choice"]


@pytest.mark.parametrize("type_", VALID)
@pytest.mark.parametrize("blank", ["", "   ", "\t"])
def test_a_blank_is_asked_for_unless_it_is_optional(type_: str, blank: str) -> None:
    asked = "Isi alamat email." if type_ == "email" else EMPTY
    asked = "Pilih salah satu." if type_ == "choice" else asked
    assert refusal(field(type_), blank) in {asked, EMPTY}
    assert read_one(field(type_, optional=True), blank, TODAY) == ""


@pytest.mark.parametrize("type_", VALID)
@pytest.mark.parametrize("char", ["\0", "\x1b", "\x7f", "\x85", "\t", "\r", "\ud800"])
def test_a_control_character_within_an_answer_is_refused(type_: str, char: str) -> None:
    typed, _ = VALID[type_]
    assert refusal(field(type_), f"{typed.strip()}{char}x") == CONTROL


@pytest.mark.parametrize("type_", sorted(set(VALID) - SEVERAL))
@pytest.mark.parametrize("ending", ["\r\n", "\n", "\r"])
def test_only_an_address_or_a_story_has_several_lines(type_: str, ending: str) -> None:
    """G18: no header is smuggled into a mail."""
    assert refusal(field(type_), f"Budi{ending}Bcc: evil@c.id") == CONTROL


@pytest.mark.parametrize("type_", ["text", "address", "story"])
def test_an_answer_has_a_greatest_length(type_: str) -> None:
    longest = LONGEST.get(type_, 200)
    assert read_one(field(type_), "é" * longest, TODAY) == "é" * longest
    told = f"Isian terlalu panjang; paling banyak {longest} karakter."
    assert refusal(field(type_), "é" * (longest + 1)) == told


def test_two_ways_to_write_one_letter_are_one_answer() -> None:
    assert read_one(field("text"), unicodedata.normalize("NFD", "Café"), TODAY) == "Café"


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", "{{7*7}}", "'; DROP TABLE", "=1+1"])
def test_what_looks_like_code_is_kept_as_it_was_typed(typed: str) -> None:
    assert read_one(field("text"), typed, TODAY) == typed


def test_every_problem_is_told_at_once_by_field() -> None:
    fields = SOP.section("penanggung-jawab")
    assert fields
    with pytest.raises(Invalid) as caught:
        read(fields.asked({"bentuk": "badan-usaha"}), {"nik": "1", "jabatan": "Direktur"}, TODAY)
    assert caught.value.problems == {"nama": EMPTY, "nik": MENDING["nik"]}


@pytest.mark.parametrize("name", ["warna", "", "__class__", "jabatan"])
def test_a_field_that_was_not_asked_is_refused(name: str) -> None:
    fields = SOP.section("penanggung-jawab")
    assert fields
    given_ = {"nama": "Wulan", "nik": "3325014507800001", name: "x"}
    with pytest.raises(Invalid) as caught:
        read(fields.asked({"bentuk": "perorangan"}), given_, TODAY)
    assert caught.value.problems == {name: "Isian ini tidak dikenal."}


def test_the_verifier_is_warned_of_what_is_odd_and_of_nothing_else() -> None:
    answers = {"nik": "9925010507800001", "npwp": "0013000666451000", "nama": "Wulan"}
    fields = SOP.fields({"bentuk": "perorangan"})
    assert warnings(fields, answers, TODAY) == {"nik": "Kode provinsi pada NIK tidak dikenal."}
    assert warnings(fields, {}, TODAY) == {}


def test_the_verifier_is_warned_of_what_has_ended_since_it_was_sent() -> None:
    asked = field("expiry")
    assert warnings([asked], {"x": "2026-03-08"}, TODAY) == {"x": EXPIRED}
    assert warnings([asked], {"x": "2026-03-09"}, TODAY) == {}
    assert warnings([field("date")], {"x": "2020-01-01"}, TODAY) == {}


def test_several_numbers_are_ten_at_most_and_none_is_none() -> None:
    numbers = [case_number("BTG", lambda alphabet, n=n: str(alphabet[n])) for n in range(11)]
    assert read_one(field("cases"), ", ".join(numbers[:10]), TODAY) == listed(numbers[:10])
    assert "Paling banyak 10" in refusal(field("cases"), ", ".join(numbers))
    assert refusal(field("cases"), " , ;") == EMPTY
