"""What is installed is what was resolved, from whatever registry one has."""

import re
import subprocess
import sys

import pytest

from infra.packaging import ROOT

EXPORTS = {
    "requirements.lock": ["--all-groups"],
    "functions/requirements.lock": ["--no-dev"],
    "functions/press.lock": ["--only-group", "press"],
}
FILE = re.compile(r"https?://([^/\"\s]+)/\S*\.(?:whl|tar\.gz|tgz)")
PLAIN = ["--frozen", "--offline", "--quiet", "--no-emit-project", "--no-header", "--no-annotate"]


@pytest.mark.parametrize("name", EXPORTS)
def test_what_is_installed_is_an_export_of_the_lock(name: str) -> None:
    uv = [sys.executable, "-m", "uv", "export", "--project", str(ROOT), *PLAIN]
    told = subprocess.run([*uv, *EXPORTS[name]], check=True, capture_output=True, text=True)
    assert told.stdout == (ROOT / name).read_text()


@pytest.mark.parametrize("name", ["uv.lock", "package-lock.json", *EXPORTS])
def test_no_lock_says_which_registry_it_came_from(name: str) -> None:
    found = set(FILE.findall((ROOT / name).read_text()))
    assert found <= {"registry.invalid"}
