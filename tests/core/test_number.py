"""A case's number survives being typed, and notices being mistyped."""

import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from functions.core.number import ALPHABET, case_number, named_in, tidy

NUMBERS = st.randoms(use_true_random=False).map(lambda r: case_number("BTG", r.choice))
PLACES = st.integers(0, 7)


def body(number: str) -> str:
    return number[4:].replace("-", "")


def written(text: str) -> str:
    return f"BTG-{text[:4]}-{text[4:]}"


def test_a_number_is_drawn_from_the_given_source() -> None:
    assert case_number("BTG", lambda letters: letters[0]) == "BTG-2222-2222"
    assert case_number("BTG", random.Random(1).choice) != case_number(
        "BTG", random.Random(2).choice
    )


def test_no_two_signs_of_a_number_look_alike() -> None:
    assert not set("01ILO") & set(ALPHABET)


@given(NUMBERS)
def test_a_number_as_given_out_is_tidy(number: str) -> None:
    assert tidy(number) == number


@given(NUMBERS)
def test_a_number_is_known_however_it_is_typed(number: str) -> None:
    bare = number.replace("-", "")
    for typed in (
        number.lower(),
        bare,
        f"  {number} ",
        number.replace("-", " "),
        f"{bare[:5]}.{bare[5:]}",
    ):
        assert tidy(typed) == number


@given(NUMBERS, PLACES, st.sampled_from(ALPHABET))
def test_any_one_wrong_sign_is_noticed(number: str, place: int, sign: str) -> None:
    right = body(number)
    assume(sign != right[place])
    assert tidy(written(right[:place] + sign + right[place + 1 :])) == ""


@given(NUMBERS, st.integers(0, 6))
def test_any_two_neighbours_swapped_are_noticed(number: str, place: int) -> None:
    right = body(number)
    one, other = right[place], right[place + 1]
    assume(one != other)
    assert tidy(written(f"{right[:place]}{other}{one}{right[place + 2 :]}")) == ""


@pytest.mark.parametrize(
    "typed", ["", "-", "BTG", "2222-2222", "BTG-2222-222", "BTG-2222-22222", "BTG-0000-0000",
              "B7G-2222-2222", "../../etc/passwd", "BTG-2222-222\0", "٢٢٢٢٢٢٢٢"],
)  # fmt: skip
def test_what_cannot_be_a_number_is_none(typed: str) -> None:
    assert tidy(typed) == ""


def test_the_numbers_in_a_text_are_found_each_once() -> None:
    one, other = (case_number(prefix, lambda letters: letters[0]) for prefix in ("BTG", "MLW"))
    text = f"Re: Laporan {one} ({one.lower()}), {other}; bukan BTG-2222-2223 atau X{one}Y"
    assert named_in(text) == [one, other]


@given(st.text())
def test_whatever_is_typed_is_a_tidy_number_or_none(typed: str) -> None:
    assert tidy(tidy(typed)) == tidy(typed)
