"""A visitor leaves a line in the guest book, all of it or none."""

import pytest

from functions.core.answers import EMPTY
from functions.core.deeds import Guest
from functions.core.errors import Invalid
from functions.core.guestbook import FIELDS, entry
from tests.core.stories import MONDAY

WRITTEN = {
    "name": " Dewi Lestari ",
    "company": "CV Maju",
    "address": "Jl. Provinsi 7\nNanga Pinoh",
    "phone": "0812-3456-7890",
    "email": "Dewi@Maju.co.id",
    "purpose": "Menyerahkan berkas",
}


def test_a_line_says_who_came_when_and_what_for_and_who_wrote_it() -> None:
    assert entry(WRITTEN, "siti", MONDAY) == Guest(
        at=MONDAY,
        by="siti",
        name="Dewi Lestari",
        company="CV Maju",
        address="Jl. Provinsi 7\nNanga Pinoh",
        phone="081234567890",
        email="dewi@maju.co.id",
        purpose="Menyerahkan berkas",
    )


@pytest.mark.parametrize("name", [field.id for field in FIELDS])
def test_nothing_is_left_blank(name: str) -> None:
    with pytest.raises(Invalid) as caught:
        entry({**WRITTEN, name: " "}, "siti", MONDAY)
    assert caught.value.problems == {name: EMPTY}


def test_an_empty_line_is_refused_field_by_field() -> None:
    with pytest.raises(Invalid) as caught:
        entry({}, "siti", MONDAY)
    assert set(caught.value.problems) == {field.id for field in FIELDS}


@pytest.mark.parametrize("name", ["by", "at", "suhu"])
def test_nobody_writes_what_the_book_does_not_ask(name: str) -> None:
    with pytest.raises(Invalid) as caught:
        entry({**WRITTEN, name: "budi"}, "siti", MONDAY)
    assert set(caught.value.problems) == {name}
