"""What programs are told of the routes is what the routes are."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from functions.openapi import document

COMMITTED = Path(__file__).parents[2] / "docs" / "openapi.json"


@pytest.fixture(scope="module")
def described() -> dict[str, Any]:
    return document()


def test_the_committed_document_is_what_the_code_says(described: dict[str, Any]) -> None:
    assert json.loads(COMMITTED.read_text()) == described, "run: make openapi"


def test_every_schema_is_a_valid_json_schema(described: dict[str, Any]) -> None:
    for schema in described["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_every_reference_leads_somewhere(described: dict[str, Any]) -> None:
    text = json.dumps(described)
    for name in text.split("#/components/schemas/")[1:]:
        assert name.split('"')[0] in described["components"]["schemas"]
