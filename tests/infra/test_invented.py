"""The people whom the demo and the end-to-end tests invent."""

from collections.abc import Callable
from datetime import date
from random import Random

import pytest

from functions.core.identity import Number, nik, nip, npwp
from infra.demo.papers import invented

PEOPLE = 1000
READ: dict[str, Callable[[str], Number]] = {"nik": nik, "nip": nip, "npwp": npwp}


def numbers(kind: str) -> list[str]:
    random = Random(5)
    return [invented(f"{{{kind}}}", random) for _ in range(PEOPLE)]


@pytest.mark.parametrize("kind", READ)
def test_no_two_people_get_the_same_number(kind: str) -> None:
    assert len(set(numbers(kind))) == PEOPLE


@pytest.mark.parametrize("kind", READ)
def test_no_verifier_is_warned_of_an_invented_number(kind: str) -> None:
    assert {READ[kind](number).warning for number in numbers(kind)} == {""}


def test_invented_civil_servants_were_appointed_as_grown_people() -> None:
    for number in numbers("nip"):
        born = date.fromisoformat(f"{number[:4]}-{number[4:6]}-{number[6:8]}")
        appointed = date.fromisoformat(f"{number[8:12]}-{number[12:14]}-01")
        assert 18 <= appointed.year - born.year <= 35
        assert appointed < date(2025, 1, 1)
        assert number[14] in "12"
