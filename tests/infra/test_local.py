"""The local stage, as far as it goes without an emulator."""

import io
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from infra.local.children import telling
from infra.local.claim import MARK, claimed, leftovers
from infra.local.errors import StartError
from infra.local.ports import LOOPBACK, demand_free, free_port
from infra.local.staff import appoint, roster
from infra.local.steps import Steps


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("infra.local.claim.ROOT", tmp_path)


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.create_server((LOOPBACK, 0)) as server:
        port: int = server.getsockname()[1]
        yield port


def test_a_taken_port_is_refused_with_the_way_out(taken: int) -> None:
    with pytest.raises(StartError, match=f"Port {taken} is in use.*make run PORT={taken + 1}"):
        demand_free(taken, "PORT")


def test_a_free_port_is_welcome() -> None:
    demand_free(free_port(), "PORT")


def test_two_stages_never_share_a_port() -> None:
    with (
        claimed(4566),
        pytest.raises(StartError, match="already runs on port 4566"),
        claimed(4566),
    ):
        pass


def test_a_stage_leaves_no_scratch_behind() -> None:
    with claimed(4566) as folder:
        (folder / "scratch" / "worker.py").touch()
    assert not (folder / "scratch").exists()


def test_leftovers_are_the_processes_that_carry_this_folders_mark(tmp_path: Path) -> None:
    folder = Path("/somewhere/build/local/4566")
    for pid, variables in {
        "101": f"HOME=/\0{MARK}={folder}\0LANG=C\0",
        "102": f"HOME=/\0{MARK}={folder}7\0",
        "103": "HOME=/\0",
    }.items():
        (tmp_path / pid).mkdir()
        (tmp_path / pid / "environ").write_text(variables)
    (tmp_path / "104" / "environ").mkdir(parents=True)
    assert leftovers(folder, tmp_path) == [101]


@pytest.mark.parametrize(
    ("output", "told"),
    [
        (
            "CREATE_COMPLETE\n❌  Loket-local failed: role is missing\nStack ARN:\n",
            "Loket-local failed: role is missing",
        ),
        (
            "Traceback\n  nonsense\nNameError: name 'nonsense' is not defined\nexited with 1\n",
            "NameError: name 'nonsense' is not defined",
        ),
        (
            "pydantic_core.ValidationError: 1 validation error for Sop\n"
            "  Value error, step a: goes to 'b', which is no step [type=value_error, input=…]\n"
            "    For further information\ncdk: exited with 1\n",
            "step a: goes to 'b', which is no step",
        ),
        ("Template format error: Unrecognized\n\n", "Template format error: Unrecognized"),
        ("", "it said nothing"),
    ],
)
def test_a_failure_tells_its_most_telling_line(output: str, told: str) -> None:
    assert telling(output) == told


class Refusing:
    def invoke(self, **_: object) -> dict[str, object]:
        return {"FunctionError": "Unhandled", "Payload": io.BytesIO(b'{"errorMessage": "no role"}')}


def test_a_refused_appointment_fails_the_start() -> None:
    with pytest.raises(StartError, match="Siti Rahmawati could not be appointed: no role"):
        appoint(Refusing(), "Appoint", roster()[0])


def test_a_step_says_how_long_it_took() -> None:
    out = io.StringIO()
    with Steps(out).step("deploy"):
        pass
    assert out.getvalue() == "  deploy ............ 0.0 s\n"


def test_a_failed_step_claims_no_time() -> None:
    out = io.StringIO()
    with pytest.raises(StartError), Steps(out).step("deploy"):
        raise StartError
    assert out.getvalue() == "  deploy \n"
