"""A template's names become the case's values, and nothing else happens."""

import pytest

from functions.core.wording import OWN, filled, unknown_names
from functions.sops import all_sops

BLANK = "……………"


def test_each_name_becomes_its_value_wherever_it_stands() -> None:
    text = "{nama-usaha}, NPWP {npwp}: {nama-usaha}."
    values = {"nama-usaha": "CV Maju", "npwp": "0013", "alamat": "Jl. 1"}
    assert filled(text, values) == "CV Maju, NPWP 0013: CV Maju."


@pytest.mark.parametrize("values", [{}, {"npwp": ""}, {"NPWP": "0013"}])
def test_what_has_no_value_stays_a_dotted_line(values: dict[str, str]) -> None:
    assert filled("NPWP: {npwp}", values) == f"NPWP: {BLANK}"


@pytest.mark.parametrize(
    "typed", ["{nik}", "{npwp}", "{0}", "{npwp.__class__}", r"\1", r"\g<0>", "%(nik)s", "$nik"]
)
def test_what_a_person_typed_is_never_read_as_a_template(typed: str) -> None:
    assert filled("{npwp} {nik}", {"npwp": typed, "nik": "3325"}) == f"{typed} 3325"


@pytest.mark.parametrize(
    "text",
    ["", "{}", "{ npwp }", "{NPWP}", "{npwp!r}", "{npwp:>9}", "{{", "}", "{npwp.x}", "{a_b}"],
)
def test_what_is_no_name_stays_as_it_is(text: str) -> None:
    assert filled(text, {"npwp": "0013"}) == text
    assert unknown_names(text, []) == []


def test_every_name_that_no_field_has_is_told_once_and_in_order() -> None:
    assert unknown_names("{z} {npwp} {a} {z}", ["npwp"]) == ["a", "z"]


@pytest.mark.parametrize("name", ["nomor", "tanggal", "pemegang"])
def test_number_date_and_holders_are_known_in_every_template(name: str) -> None:
    assert unknown_names(f"{{{name}}}", []) == []


def test_every_template_in_force_can_be_filled_to_the_last_name() -> None:
    for sop in all_sops().values():
        names = {*OWN, *(f.id for s in sop.sections for f in s.fields)}
        for template in filter(None, (sop.statement, sop.letter)):
            whole = filled(template.text, dict.fromkeys(names, "x"))
            assert BLANK not in whole
            assert "{" not in whole
