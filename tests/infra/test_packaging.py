"""What is shipped to Lambda imports on its own: the zip, one layer, and the runtime's boto3."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from importlib.metadata import distribution
from importlib.util import MAGIC_NUMBER
from pathlib import Path

import pytest

from infra.packaging import LIBRARIES, PRESS, ROOT, SCANS, compiled
from tests.infra.template import Resources, of_type

RUNTIME = ("boto3", "botocore", "s3transfer", "jmespath", "urllib3", "python-dateutil", "six")
PRESS_HANDLER = "functions.notify.press.handler"
OPENING = {"functions.register.scans.handler", "functions.verify.stamp.handler"}
UNCHECKED = (1).to_bytes(4, "little")
LARGEST = 50_000_000
LOCKS = (LIBRARIES, PRESS, SCANS)
LARGER = {SCANS: 100_000_000}
"""What opens scans is a Lambda beside the others, and may start more slowly."""


@pytest.fixture(scope="module")
def layers(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Path]:
    """The pinned libraries of each lock file, as its layer holds them."""
    folders = {lock: tmp_path_factory.mktemp(lock.stem) for lock in LOCKS}
    for lock, folder in folders.items():
        _install(_pinned(lock), folder)
        compiled(folder)
    return folders


@pytest.fixture(params=LOCKS, ids=lambda lock: lock.stem)
def layer(request: pytest.FixtureRequest, layers: dict[Path, Path]) -> Path:
    return layers[request.param]


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
    prod: Resources, layers: dict[Path, Path], shipped: Path, runtime: Path
) -> None:
    handlers = {str(f["Properties"]["Handler"]) for f in of_type(prod, "Lambda::Function")}
    assert len(handlers) == 14
    _import(handlers - {PRESS_HANDLER} - OPENING, shipped, layers[LIBRARIES], runtime)
    _import(OPENING, shipped, layers[SCANS], runtime)


def test_the_press_imports_with_its_own_layer_and_speaks_to_nobody(
    layers: dict[Path, Path], shipped: Path
) -> None:
    _import({PRESS_HANDLER}, shipped, layers[PRESS])


def test_only_the_press_carries_what_lays_out_pages(layers: dict[Path, Path]) -> None:
    assert [lock for lock in LOCKS if (layers[lock] / "reportlab").exists()] == [PRESS]


def test_only_what_opens_scans_carries_what_parses_pdfs(layers: dict[Path, Path]) -> None:
    """And of the rooms none carries what decodes images: their handlers import without either."""
    assert [lock for lock in LOCKS if (layers[lock] / "pikepdf").exists()] == [SCANS]
    assert [lock for lock in LOCKS if (layers[lock] / "PIL").exists()] == [PRESS, SCANS]


def test_all_layers_have_the_same_version_of_what_they_share() -> None:
    versions = {pin for lock in LOCKS for pin in _locked(lock)}
    assert len(versions) == len({name for name, _ in versions})


def test_the_layer_brings_bytecode_that_is_never_taken_for_stale(layer: Path) -> None:
    sources = [path for path in layer.rglob("*.py") if "__pycache__" not in path.parts]
    caches = [path.read_bytes()[:8] for path in layer.rglob("*.pyc")]
    assert len(caches) >= len(sources) * 0.99
    assert set(caches) == {MAGIC_NUMBER + UNCHECKED}


def test_the_layer_is_light(layer: Path, layers: dict[Path, Path]) -> None:
    largest = next((LARGER[lock] for lock in LARGER if layers[lock] == layer), LARGEST)
    assert sum(path.stat().st_size for path in layer.rglob("*") if path.is_file()) < largest


def test_what_is_shipped_may_be_shipped() -> None:
    """Permissive licences only."""
    for name in {name for lock in LOCKS for name in _pinned(lock)}:
        told = distribution(name).metadata
        licence = f"{told.get('License-Expression') or ''} {told.get('License') or ''}"
        kinds = " ".join(told.get_all("Classifier") or ())
        assert not re.search(r"\bA?L?GPL|GNU", f"{licence} {kinds}"), name


def _import(handlers: Iterable[str], *folders: Path) -> None:
    """In a Python that knows nothing but these folders."""
    modules = ", ".join(handler.rpartition(".")[0] for handler in handlers)
    program = f"import sys; sys.path += {[str(folder) for folder in folders]}; import {modules}"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", program], capture_output=True)
    assert done.returncode == 0, done.stderr.decode()


def _pinned(lock: Path) -> list[str]:
    return [name for name, _ in _locked(lock)]


def _locked(lock: Path) -> list[tuple[str, str]]:
    return re.findall(r"^([a-z0-9.-]+)==(\S+)", lock.read_text(), re.MULTILINE)


def _install(names: Iterable[str], folder: Path) -> None:
    """As an installer would, from the environment that the same lock file filled."""
    for name in names:
        for file in distribution(name).files or ():
            if ".." not in file.parts and file.suffix != ".pyc":
                target = folder / file
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(str(file.locate()), target)
