"""A fifth office is two TOML files: deployed, staffed and served, with no Python changed."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from functions.core.sop import Sop
from infra.demo.client import Client
from infra.demo.story import Story, read
from infra.demo.walk import demand_rows, walk
from infra.local.claim import ROOT
from infra.local.environment import endpoint
from infra.local.ports import free_port
from infra.local.staff import appoint
from infra.local.stage import client
from infra.staff.roster import Person

FIFTH = Path(__file__).parents[1] / "fifth"
OFFICE, SERVICE = FIFTH / "kelima.toml", FIFTH / "kelima-akun-bersama.toml"
PEOPLE: list[Person] = [
    {"office": "kelima", "id": "ketut", "name": "Ketut Arta", "email": "ketut@kelima.test",
     "roles": ["penjaga-loket"]},
    {"office": "kelima", "id": "nyoman", "name": "Nyoman Sari", "email": "nyoman@kelima.test",
     "roles": ["pemutus-kelima", "pimpinan"]},
]  # fmt: skip


class Fifth(Story):
    """Told of a service that only the copied tree knows."""

    @property
    def service(self) -> Sop:
        return Sop.model_validate(tomllib.loads(SERVICE.read_text("utf-8")))


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Loket as it is, and the two files."""
    tree = tmp_path_factory.mktemp("fifth")
    for folder in ("functions", "infra", "docs"):
        junk = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, tree / folder, ignore=junk)
    for file in ("cdk.json", "package.json"):
        shutil.copy(ROOT / file, tree)
    for installed in (".venv", "node_modules"):
        (tree / installed).symlink_to(ROOT / installed)
    shutil.copy(OFFICE, tree / "functions" / "offices")
    shutil.copy(SERVICE, tree / "functions" / "sops")
    return tree


@pytest.fixture(scope="module")
def stage(tree: Path) -> Iterator[Any]:
    """`make run` there, and the office's people appointed by an operator."""
    port, mail_port = free_port(), free_port()
    command = [sys.executable, "-m", "infra.local", f"--port={port}", f"--mail-port={mail_port}"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=tree, env=environment
    ) as process:
        assert process.stdout
        assert any("Ready after" in line for line in process.stdout)
        told = (tree / "build" / "local" / str(port) / "outputs.json").read_text()
        (outputs,) = json.loads(told).values()
        for person in PEOPLE:
            appoint(client("lambda", endpoint(port)), outputs["AppointFunction"], person)
        yield SimpleNamespace(
            site=f"http://loket.localhost:{port}",
            mailbox=f"http://localhost:{mail_port}",
            staff=PEOPLE,
        )
        process.terminate()


def python(root: Path) -> dict[str, str]:
    """The hash of every Python file by its place."""
    files = [path for room in ("functions", "infra") for path in (root / room).rglob("*.py")]
    digests = {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    return {str(path.relative_to(root)): digest for path, digest in digests.items()}


def test_no_python_is_changed_for_it(tree: Path) -> None:
    assert python(tree) == python(ROOT)


def test_its_case_comes_to_its_end_with_every_row_done(stage: Any) -> None:
    story = Fifth.model_validate(read(FIFTH / "cerita.toml").model_dump())
    status = walk(stage, story).run()
    assert status["standing"]["state"] == "Selesai"
    demand_rows(story, status)


def test_the_public_finds_it_beside_the_others(stage: Any) -> None:
    pages = Client(stage.site)
    front = pages.get("/", accept="text/html").body.decode()
    assert "LPSE Kabupaten Kelima" in front
    for path in ("/layanan", "/sop"):
        assert pages.get(f"{path}/kelima-akun-bersama", accept="text/html").status == 200
