"""`python -m infra.schemas`: the JSON Schemas by which editors know SOP and office files.

What a key is comes from the models; what it means, from the tables of the pages about the files.
The dialect is draft 7, which the editors of TOML speak.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import NullableSchema

from functions.core.kinds import ENDS, KINDS
from functions.core.office import Office
from functions.core.sop import Sop

DOCS = Path(__file__).parents[1] / "docs"
FILES: dict[str, type[BaseModel]] = {"sop": Sop, "office": Office}
_HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)
_LINK = re.compile(r"\[([^]]*)\]\([^)]*\)")


@dataclass(frozen=True)
class Key:
    """A key as its page tells it; `example` is TOML, "" where it is a table of its own."""

    type: str
    example: str
    meaning: str

    def __str__(self) -> str:
        return _LINK.sub(r"\1", self.meaning)


class _Toml(GenerateJsonSchema):
    """TOML has no null: what is optional is left out."""

    def nullable_schema(self, schema: NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


def schema(file: str) -> dict[str, Any]:
    made = FILES[file].model_json_schema(schema_generator=_Toml)
    told = keys(file)
    for place, table in tables(made):
        for key, value in table["properties"].items():
            _describe(value, told[place, key])
    if file == "sop":
        _close(made["$defs"]["Step"])
    return {"$schema": "http://json-schema.org/draft-07/schema#", **made}


def keys(file: str) -> dict[tuple[str, str], Key]:
    """What the page says of each key, by the table it is in ("" for the head) and its name."""
    _, *parts = _HEADING.split((DOCS / f"{file}-files.md").read_text("utf-8"))
    return {
        (place, key): said
        for heading, text in zip(parts[::2], parts[1::2], strict=True)
        for place in re.findall(r"`\[+([a-z._]+)\]+`", heading) or [""]
        for names, said in _lines(text)
        for key in names
    }


def tables(made: dict[str, Any], place: str = "", at: str = "") -> Iterator[tuple[str, Any]]:
    """Each table of a schema, by the heading that it has in a file: "steps.rows"."""
    table = made["$defs"][at] if at else made
    yield place, table
    for key, value in table["properties"].items():
        if found := re.search(r"#/\$defs/(\w+)", json.dumps(value)):
            yield from tables(made, f"{place}.{key}".lstrip("."), found[1])


def _lines(text: str) -> Iterator[tuple[list[str], Key]]:
    if "| key | type | example | meaning |" not in text:
        return
    for line in text.splitlines():
        if line.startswith("| `"):
            names, *cells = line.strip("| ").split(" | ")
            yield re.findall(r"`([^`]+)`", names), Key(*cells)


def _describe(value: dict[str, Any], said: Key) -> None:
    value["description"] = str(said)
    if example := re.fullmatch(r"`(.*)`", said.example):
        given = tomllib.loads(f"it = {example[1]}")["it"]
        value["examples"] = [json.loads(json.dumps(given, default=str))]
    if value.get("default", ...) is None:
        del value["default"]
    if "$ref" in value:
        value["allOf"] = [{"$ref": value.pop("$ref")}]


def _close(step: dict[str, Any]) -> None:
    """The closed sets: kinds, ends, and the outcomes of each kind that has no ways."""
    step["properties"]["kind"]["enum"] = list(KINDS)
    step["properties"]["next"]["additionalProperties"] = {
        "anyOf": [{"enum": list(ENDS)}, {"type": "string"}]
    }
    step["allOf"] = [
        {
            "if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
            "then": {
                "properties": {
                    "next": {
                        "propertyNames": {"enum": sorted(kind.outcomes)},
                        "required": sorted(kind.required),
                    }
                }
            },
        }
        for name, kind in KINDS.items()
        if not kind.forks
    ]


def main() -> None:
    for file in FILES:
        made = json.dumps(schema(file), indent=2, ensure_ascii=False)
        (DOCS / f"{file}.schema.json").write_text(made + "\n", "utf-8")


if __name__ == "__main__":
    main()
