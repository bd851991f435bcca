"""What an editor is told of SOP and office files is what the code accepts and the pages say."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from pydantic import ValidationError

from functions.core.kinds import ENDS, KINDS
from functions.core.office import Office
from infra.schemas import DOCS, FILES, keys, schema, tables
from tests.core.example import PAGE, small

FUNCTIONS = DOCS.parent / "functions"
FIFTH = DOCS.parent / "tests" / "fifth"
WRITTEN = [
    *((file, "sop") for file in sorted(FUNCTIONS.glob("sops/*.toml"))),
    *((file, "office") for file in sorted(FUNCTIONS.glob("offices/*.toml"))),
    (FIFTH / "kelima-akun-bersama.toml", "sop"),
    (FIFTH / "kelima.toml", "office"),
]


def complaints(data: dict[str, Any], file: str) -> list[str]:
    plain = json.loads(json.dumps(data, default=str))
    return [error.message for error in Draft7Validator(schema(file)).iter_errors(plain)]


@pytest.mark.parametrize("file", FILES)
def test_the_committed_schema_is_what_the_code_says(file: str) -> None:
    committed = json.loads((DOCS / f"{file}.schema.json").read_text("utf-8"))
    assert committed == schema(file), "run: make schema"


@pytest.mark.parametrize("file", FILES)
def test_it_is_a_valid_schema(file: str) -> None:
    Draft7Validator.check_schema(schema(file))


@pytest.mark.parametrize(("file", "what"), WRITTEN, ids=lambda value: getattr(value, "name", value))
def test_every_file_of_ours_fits(file: Path, what: str) -> None:
    assert complaints(tomllib.loads(file.read_text("utf-8")), what) == []


@pytest.mark.parametrize("file", FILES)
def test_the_page_tells_every_key_and_no_other(file: str) -> None:
    known = {(place, key) for place, table in tables(schema(file)) for key in table["properties"]}
    assert set(keys(file)) == known


@pytest.mark.parametrize("file", FILES)
def test_the_page_says_which_keys_may_be_left_out(file: str) -> None:
    told = keys(file)
    for place, table in tables(schema(file)):
        for key in table["properties"]:
            may = "optional" in told[place, key].type or "if left out" in told[place, key].type
            assert may != (key in table.get("required", ())), f"{place}.{key}"


@pytest.mark.parametrize("file", FILES)
def test_every_example_of_the_page_is_accepted(file: str) -> None:
    whole = schema(file)
    for place, table in tables(whole):
        for key, value in table["properties"].items():
            one = Draft7Validator({"$defs": whole.get("$defs", {}), **value})
            assert all(map(one.is_valid, value.get("examples", []))), f"{place}.{key}"


@pytest.mark.parametrize("file", FILES)
def test_the_complete_example_of_a_page_fits(file: str) -> None:
    page = (DOCS / f"{file}-files.md").read_text("utf-8")
    example = tomllib.loads(page.split("## An example\n\n```toml\n")[1].split("```")[0])
    assert complaints(example, file) == []
    assert FILES[file].model_validate(example)


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"steps.mohon.kind": "apa"}, "'apa' is not one of"),
        ({"steps.jadwal.next": {"sesuai": "buat"}}, "'sesuai' is not one of ['dijadwalkan']"),
        ({"steps.periksa.next": {"sesuai": "buat"}}, "'belum-lengkap' is a required property"),
        ({"steps.mohon.expires": "sebentar"}, "'sebentar' does not match"),
        ({"colour": "red"}, "Additional properties are not allowed"),
    ],
)
def test_an_editor_sees_a_mistake(changes: dict[str, Any], complaint: str) -> None:
    assert any(complaint in said for said in complaints(small(changes), "sop"))


def test_an_editor_offers_kinds_and_ends() -> None:
    step = schema("sop")["$defs"]["Step"]["properties"]
    assert step["kind"]["enum"] == list(KINDS)
    assert step["next"]["additionalProperties"]["anyOf"][0] == {"enum": list(ENDS)}


@pytest.mark.parametrize(
    ("hours", "fault"),
    [
        ({"senen": "07:30-12:00"}, "Input should be 'senin', 'selasa'"),
        ({"senin": "07.30-12.00"}, "'07.30-12.00' is not hours such as"),
        ({"senin": ""}, "'' is not hours such as"),
    ],
)
def test_an_office_names_its_days_and_hours_rightly(hours: dict[str, str], fault: str) -> None:
    office = tomllib.loads((FUNCTIONS / "offices" / "batang.toml").read_text("utf-8"))
    assert complaints(office | {"hours": hours}, "office")
    with pytest.raises(ValidationError, match=fault):
        Office.model_validate(office | {"hours": hours})


@pytest.mark.parametrize("name", KINDS)
def test_the_page_tells_a_kinds_outcomes(name: str) -> None:
    kind = KINDS[name]
    table = PAGE.split("\n## Kinds\n")[1].split("\n## ")[0]
    [line] = [line for line in table.splitlines() if line.startswith(f"| `{name}` | ")]
    outcomes = line.split(" | ")[2]
    assert {o for o in kind.outcomes if f"`{o}`" in outcomes} == kind.outcomes
    assert {o for o in kind.outcomes if f"**`{o}`**" in outcomes} == kind.required
