"""An office is added by files alone: the code knows no SOP, role or office by its name."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from functions.core.sop import HEAD

ROOT = Path(__file__).parents[1]
CODE = sorted(path for room in ("functions", "infra") for path in (ROOT / room).rglob("*.py"))
NOUNS = {"pemohon", "pelapor"}
"""Any office's word for whoever applies: texts may say it, but nothing may go by it."""


def tables(folder: str) -> list[dict[str, Any]]:
    files = (ROOT / "functions" / folder).glob("*.toml")
    return [tomllib.loads(path.read_text("utf-8")) for path in files]


def names() -> set[str]:
    """All but the head, whom every office has."""
    offices, sops = tables("offices"), tables("sops")
    called = {o[key] for o in offices for key in ("id", "name", "government", "head")}
    every = (
        called | {s["id"] for s in sops} | {n for s in sops for r in s["roles"].items() for n in r}
    )
    return every - {HEAD, "Pimpinan"}


def said(name: str, text: str) -> bool:
    """Whether it is there as words of their own, however they are joined."""
    words = r"[-_\s]?".join(map(re.escape, re.split(r"[-\s]", name)))
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", text)
    return re.search(rf"(?<![^\W_]){words}(?![^\W_])", parted, re.IGNORECASE) is not None


def literals(code: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_names_an_sop_a_role_or_an_office(path: Path) -> None:
    code = path.read_text("utf-8")
    named = [name for name in sorted(names()) if said(name, code)]
    assert [name for name in named if name.lower() not in NOUNS] == []
    assert [text for text in literals(code) if text.lower() in NOUNS] == []


def test_there_are_names_that_could_be_found() -> None:
    assert {table["id"] for table in (*tables("sops"), *tables("offices"))} < names()
    assert len(CODE) > 100


@pytest.mark.parametrize(
    "text", ["'kepala-lpse'", "kepala_lpse", "KepalaLpse", "the Kepala LPSE says", "KEPALA_LPSE_ID"]
)
def test_a_name_is_found_however_it_is_written(text: str) -> None:
    assert said("kepala-lpse", text)
    assert not said("kepala-lpse", "kepala-lpsekita")
