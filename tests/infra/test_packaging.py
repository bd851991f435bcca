"""What is shipped to Lambda imports on its own: the zip, the layer, and the runtime's boto3."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from importlib.metadata import distribution
from importlib.util import MAGIC_NUMBER
from pathlib import Path

import pytest

from infra.packaging import LOCK, ROOT, compiled
from tests.infra.conftest import Resources, of_type

RUNTIME = ("boto3", "botocore", "s3transfer", "jmespath", "urllib3", "python-dateutil", "six")
UNCHECKED = (1).to_bytes(4, "little")
LARGEST = 50_000_000


@pytest.fixture(scope="module")
def layer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pinned libraries, as the layer holds them."""
    folder = tmp_path_factory.mktemp("layer")
    _install(_pinned(), folder)
    compiled(folder)
    return folder


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The code, as the zip holds it."""
    folder = tmp_path_factory.mktemp("zip")
    shutil.copytree(ROOT / "functions", folder / "functions")
    (folder / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "openapi.json", folder / "docs")
    return folder


@pytest.fixture(scope="module")
def runtime(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What Lambda's own Python brings along."""
    folder = tmp_path_factory.mktemp("runtime")
    _install(RUNTIME, folder)
    return folder


def test_every_handler_imports_from_what_is_shipped_alone(
    prod: Resources, layer: Path, shipped: Path, runtime: Path
) -> None:
    handlers = {str(f["Properties"]["Handler"]) for f in of_type(prod, "Lambda::Function")}
    assert len(handlers) == 7
    modules = [handler.rpartition(".")[0] for handler in handlers]
    path = [str(folder) for folder in (shipped, layer, runtime)]
    program = f"import sys; sys.path += {path}; import {', '.join(modules)}"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", program], capture_output=True)
    assert done.returncode == 0, done.stderr.decode()


def test_the_layer_brings_bytecode_that_is_never_taken_for_stale(layer: Path) -> None:
    sources = [path for path in layer.rglob("*.py") if "__pycache__" not in path.parts]
    caches = [path.read_bytes()[:8] for path in layer.rglob("*.pyc")]
    assert len(caches) >= len(sources) * 0.99
    assert set(caches) == {MAGIC_NUMBER + UNCHECKED}


def test_the_layer_is_light(layer: Path) -> None:
    assert sum(path.stat().st_size for path in layer.rglob("*") if path.is_file()) < LARGEST


def test_what_is_shipped_may_be_shipped() -> None:
    """Permissive licences only."""
    for name in _pinned():
        told = distribution(name).metadata
        licence = f"{told.get('License-Expression') or ''} {told.get('License') or ''}"
        kinds = " ".join(told.get_all("Classifier") or ())
        assert not re.search(r"\bA?L?GPL|GNU", f"{licence} {kinds}"), name


def _pinned() -> list[str]:
    return re.findall(r"^([a-z0-9.-]+)==", LOCK.read_text(), re.MULTILINE)


def _install(names: Iterable[str], folder: Path) -> None:
    """As an installer would, from the environment that the same lock file filled."""
    for name in names:
        for file in distribution(name).files or ():
            if ".." not in file.parts and file.suffix != ".pyc":
                target = folder / file
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(str(file.locate()), target)
