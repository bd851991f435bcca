"""`make staff`: the people of a staff file are appointed at a stage, one line for each."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError

from functions.core.officer import Officer
from functions.verify.appoint import handler
from infra.local.staff import ROSTER
from infra.staff.__main__ import main
from tests.desk.office import SITI, Desk

FILE = """
[[staff]]
office = "batang"
id = "siti"
name = "Siti Rahmawati"
roles = ["verifikator"]
email = "siti@batang.test"
until = 2026-12-31

[[staff]]
office = "batang"
id = "nina"
name = "Nina Kartika"
roles = ["verifikator"]
email = "nina@batang.test"
"""


class Clouds:
    """The deployed function and its stack; `outputs` of the stack, `asked` of which it was."""

    def __init__(self) -> None:
        self.outputs = [{"OutputKey": "AppointFunction", "OutputValue": "Appoint"}]
        self.asked: list[Any] = []

    def __call__(self, service: str, region_name: str) -> "Clouds":
        self.asked.append((service, region_name))
        return self

    def describe_stacks(self, StackName: str) -> dict[str, Any]:  # noqa: N803
        if not self.outputs:
            told = {"Error": {"Code": "ValidationError", "Message": f"no stack {StackName}"}}
            raise ClientError(told, "DescribeStacks")
        self.asked.append(StackName)
        return {"Stacks": [{"Outputs": self.outputs}]}

    def invoke(self, FunctionName: str, Payload: str) -> dict[str, Any]:  # noqa: N803
        assert FunctionName == "Appoint"
        try:
            told: dict[str, Any] = handler(json.loads(Payload), None)
        except ValueError as error:
            refusal = json.dumps({"errorMessage": str(error)}).encode()
            return {"FunctionError": "Unhandled", "Payload": io.BytesIO(refusal)}
        return {"Payload": io.BytesIO(json.dumps(told).encode())}


@pytest.fixture
def clouds(desk: Desk) -> Clouds:
    return Clouds()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    written = tmp_path / "staf.toml"
    written.write_text(FILE, "utf-8")
    return written


def _known(desk: Desk, officer: str) -> Officer:
    found: Officer = desk.world.staff.presence("batang", officer).officer
    return found


def test_each_person_is_added_changed_or_left_as_they_are(
    desk: Desk, clouds: Clouds, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(file), "--stage", "dev"], clouds) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == [
        "diubah", "ditambahkan"
    ]  # fmt: skip
    assert str(_known(desk, "siti").until) == "2026-12-31"
    before = desk.state()
    assert main([str(file), "--stage", "dev"], clouds) == 0
    assert capsys.readouterr().out.count("tetap") == 2
    assert desk.state() == before


def test_a_deployment_undoes_no_change(
    desk: Desk, clouds: Clouds, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(file), "--stage", "dev", "--seed"], clouds) == 0
    told = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in told] == ["tetap", "ditambahkan"]
    assert _known(desk, "siti") == SITI


def test_it_goes_to_the_stages_own_stack_and_region(clouds: Clouds, file: Path) -> None:
    main([str(file), "--stage", "prod"], clouds)
    assert "Loket-prod" in clouds.asked
    assert ("lambda", "ap-southeast-3") in clouds.asked


def test_who_is_refused_keeps_nobody_else_out(
    desk: Desk, clouds: Clouds, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(FILE.replace('["verifikator"]', '["raja"]', 1), "utf-8")
    assert main([str(file), "--stage", "dev"], clouds) == 1
    told = capsys.readouterr()
    assert "Siti Rahmawati could not be appointed" in told.err
    assert "raja" in told.err
    assert "Nina Kartika" in told.out
    assert _known(desk, "siti") == SITI


def test_the_local_roster_is_a_staff_file(clouds: Clouds) -> None:
    assert main([str(ROSTER), "--stage", "dev", "--seed"], clouds) == 0


def test_a_stage_without_a_staff_file_of_its_own_appoints_nobody(clouds: Clouds) -> None:
    assert main(["--stage", "dev", "--seed"], clouds) == 0
    assert clouds.asked == []


def test_a_stages_own_staff_file_is_the_one_that_is_read(
    clouds: Clouds, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    settings = tmp_path / "cdk.json"
    stage = {"region": "ap-southeast-3", "staff": str(file)}
    settings.write_text(json.dumps({"context": {"stages": {"uji": stage}}}))
    monkeypatch.setattr("infra.staff.deployed.SETTINGS", settings)
    assert main(["--stage", "uji", "--seed"], clouds) == 0
    assert "Nina Kartika" in capsys.readouterr().out


@pytest.mark.parametrize("content", ["[[staff]", "x = 1\n", None])
def test_what_is_no_staff_file_is_said(
    clouds: Clouds, file: Path, content: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    file.unlink() if content is None else file.write_text(content, "utf-8")
    assert main([str(file), "--stage", "dev"], clouds) == 1
    assert str(file) in capsys.readouterr().err


def test_what_is_not_deployed_is_said(
    clouds: Clouds, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(file), "--stage", "nowhere"], clouds) == 1
    assert "knows no stage 'nowhere'" in capsys.readouterr().err
    clouds.outputs = []
    assert main([str(file), "--stage", "dev"], clouds) == 1
    assert "no stack Loket-dev" in capsys.readouterr().err
