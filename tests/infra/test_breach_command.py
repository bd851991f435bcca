"""`make breach`: a letter to each person and a report to the agency, within 3 x 24 hours."""

import io
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from functions.verify.breach import handler
from infra.breach.__main__ import main
from infra.breach.incident import Incident
from infra.breach.notices import Concerned, notices
from tests.desk.office import Desk
from tests.desk.people import WULAN
from tests.desk.samples import PEOPLE
from tests.desk.walks import Batang, Kemenperin

FILE = """
office = "batang"
what = "Laptop verifikator hilang, dan layarnya tidak terkunci."
found_at = 2026-03-20T08:00:00+07:00
since = 2026-03-19T16:00:00+07:00
until = 2026-03-20T09:30:00+07:00
measures = ["Sesi petugas diakhiri.", "Laporan polisi dibuat."]
contact = "LPSE Batang, lpse@batang.test"
"""


class Clouds:
    """The deployed function and its stack."""

    def __init__(self) -> None:
        self.outputs = [{"OutputKey": "BreachFunction", "OutputValue": "Breach"}]

    def __call__(self, service: str, region_name: str) -> "Clouds":
        return self

    def describe_stacks(self, StackName: str) -> dict[str, Any]:  # noqa: N803
        return {"Stacks": [{"Outputs": self.outputs}]}

    def invoke(self, FunctionName: str, Payload: str) -> dict[str, Any]:  # noqa: N803
        assert FunctionName == "Breach"
        try:
            told = handler(json.loads(Payload), None)
        except ValueError as error:
            refusal = json.dumps({"errorMessage": str(error)}).encode()
            return {"FunctionError": "Unhandled", "Payload": io.BytesIO(refusal)}
        return {"Payload": io.BytesIO(json.dumps(told).encode())}


def _told(folder: Path, text: str = FILE, clouds: Clouds | None = None) -> int:
    (folder / "insiden.toml").write_text(text, "utf-8")
    arguments = ["--stage", "dev", str(folder / "insiden.toml")]
    return main(arguments, clouds or Clouds(), folder)


def _written(folder: Path) -> dict[str, str]:
    return {p.name: p.read_text("utf-8") for p in sorted((folder / "insiden").iterdir())}


def test_each_person_gets_a_letter_of_what_when_how_and_what_is_done(
    desk: Desk, tmp_path: Path
) -> None:
    """UU 27/2022 art. 46 (2): the data, when and how it came out, and what is done about it."""
    Batang(desk).to("closed")
    assert _told(tmp_path) == 0
    letter = _written(tmp_path)["surat-0001.txt"]
    known = (WULAN, desk.case().id, "NIK", "19 Maret 2026 pukul 16.00 WIB")
    told = ("Laptop verifikator", "- Sesi petugas diakhiri.", "lpse@batang.test")
    assert [said for said in (*known, *told) if said not in letter] == []


def test_the_agency_gets_a_report_with_its_deadline_and_nobodys_name(
    desk: Desk, tmp_path: Path
) -> None:
    Batang(desk).to("closed")
    _told(tmp_path)
    report = _written(tmp_path)["laporan-lembaga.txt"]
    counts = ("Jumlah orang: 1", "Jumlah permohonan: 1", "- NIK")
    assert [said for said in ("23 Maret 2026 pukul 08.00 WIB", *counts) if said not in report] == []
    assert WULAN not in report
    assert desk.case().answers["nama-usaha"] not in report


def test_several_people_of_one_case_get_a_letter_each(desk: Desk, tmp_path: Path) -> None:
    Kemenperin(desk).to("closed")
    _told(tmp_path, FILE.replace('"batang"', '"kemenperin"'))
    letters = [text for name, text in _written(tmp_path).items() if name.startswith("surat")]
    assert len(letters) == len(PEOPLE) + 1
    for person in PEOPLE:
        [own] = [letter for letter in letters if f"\n{person['surel']}\n" in letter]
        assert person["nip"] not in own


def test_who_left_no_mailbox_gets_a_letter_that_says_so() -> None:
    known = {"service": "Pengaduan", "since": "2026-03-09T02:00:00+00:00", "documents": []}
    two = [Concerned(name=n, mailbox="", case=n, fields=["Telepon"], **known) for n in "AB"]
    told = Incident.model_validate(tomllib.loads(FILE))
    first, second, _ = dict(notices(told, two)).values()
    for letter, name in ((first, "A"), (second, "B")):
        assert f"{name}\n(tanpa alamat email" in letter


def test_whoever_runs_it_sees_counts_and_the_deadline_alone(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """G8"""
    Batang(desk).to("closed")
    capsys.readouterr()
    _told(tmp_path)
    told = capsys.readouterr().out
    assert "1 letters and a report" in told
    assert WULAN not in told
    assert (tmp_path / "insiden").stat().st_mode & 0o077 == 0


def test_where_nobody_is_concerned_the_report_says_so(desk: Desk, tmp_path: Path) -> None:
    _told(tmp_path)
    assert [*_written(tmp_path)] == ["laporan-lembaga.txt"]
    assert "Jumlah orang: 0" in _written(tmp_path)["laporan-lembaga.txt"]


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ('"batang"', '"nowhere"', "no office"),
        ("2026-03-20T08:00:00+07:00", "2026-03-20", "found_at"),
        ("2026-03-20T09:30:00+07:00", "2026-03-18T09:30:00+07:00", "since is later"),
        ("measures", "measured", "measured"),
        ('contact = "LPSE Batang, lpse@batang.test"', 'contact = " "', "contact"),
        ('contact = "LPSE', 'cases = ["BTG-9999-9999"]\ncontact = "LPSE', "BTG-9999-9999"),
        ("office", "office =", "insiden.toml"),
    ],
)
def test_a_file_that_says_not_enough_writes_nothing(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    before: str, after: str, why: str,
) -> None:  # fmt: skip
    assert _told(tmp_path, FILE.replace(before, after)) == 1
    assert why in capsys.readouterr().err
    assert not (tmp_path / "insiden").exists()


def test_a_stage_that_is_not_there_is_said(tmp_path: Path) -> None:
    clouds = Clouds()
    clouds.outputs = []
    assert _told(tmp_path, clouds=clouds) == 1
