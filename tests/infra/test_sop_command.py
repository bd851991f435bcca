"""`make sop`: whoever writes an SOP file is told its faults, or what it makes."""

from pathlib import Path
from typing import Any

import pytest

from functions.core.kinds import ENDS
from functions.core.sop import Sop
from functions.sops import services
from infra.sop_file import __main__ as command
from infra.sop_file.columns import columns
from infra.sop_file.doubts import doubts
from infra.sop_file.reach import unreached
from infra.sop_file.reading import Unsound, read
from infra.sop_file.report import report
from tests.core.example import PAGE, documented, says, small

EXAMPLE = PAGE.split("## An example\n\n```toml\n")[1].split("```")[0]
CHOICE = {"id": "bentuk", "label": "Bentuk", "type": "choice",
          "options": [{"value": "pt", "label": "PT"}, {"value": "cv", "label": "CV"}]}  # fmt: skip
BROKEN = {
    "It is not TOML: …": ('id           = "kecil"', "id ="),
    "steps.0.colour: Extra inputs are not permitted": (
        'title = "Permohonan"', 'title = "Permohonan"\ncolour = "red"'),
    "title: Field required": ('title        = "SOP kecil"', ""),
    "credential: Input should be 'sealed' or 'notice' (but is 'open')": ('"sealed"', '"open"'),
    "steps.0.rows.0.no: Input should be a valid integer… (but is 'satu')": (
        "no     = 1", 'no = "satu"'),
    "steps.0.rows.0.within: 'sebentar' is not a span such as \"30 menit\", \"1 hari kerja\"": (
        '"10 menit"', '"sebentar"'),
    "steps.0.next: Dictionary should have at least 1 item…": ('{ daring = "jadwal" }', "{}"),
}  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    written = tmp_path / "kecil.toml"
    written.write_text(EXAMPLE, "utf-8")
    return written


def sop(changes: dict[str, Any] | None = None) -> Sop:
    return Sop.model_validate(small(changes))


@pytest.mark.parametrize(("message", "change"), BROKEN.items(), ids=BROKEN)
def test_a_value_that_is_wrong_is_told_with_its_place(
    file: Path, message: str, change: tuple[str, str]
) -> None:
    assert change[0] in EXAMPLE
    file.write_text(EXAMPLE.replace(*change, 1), "utf-8")
    with pytest.raises(Unsound) as caught:
        read(file)
    [told] = caught.value.faults
    assert says(message, told)


def test_the_page_lists_the_messages_about_values() -> None:
    assert documented("Each value by itself") == list(BROKEN)


def test_every_fault_has_a_line_of_its_own(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = EXAMPLE.replace('"mohon"', '"awal"', 1).replace('"warga"', '"tamu"', 1)
    file.write_text(broken.replace('"verify"', '"apa"'), "utf-8")
    assert command.main([str(file)]) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[:3] == [
        f"{file} is not sound:",
        "  start: there is no step 'awal'",
        "  applicant: 'tamu' is not in [roles]",
    ]
    assert [line for line in told if line.startswith("  step periksa: there is no kind 'apa'; ")]


@pytest.mark.parametrize("written", [b"\xff\xfe", None, b"= 1"], ids=["bytes", "nothing", "toml"])
def test_a_file_that_cannot_be_read_is_told_in_a_sentence(
    tmp_path: Path, written: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "x.toml"
    if written is not None:
        file.write_bytes(written)
    assert command.main([str(file)]) == 1
    _, told = capsys.readouterr().err.splitlines()
    assert told.startswith("  It ")


def test_a_sound_file_is_shown(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main([str(file)]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert [t for t in ("Table", "Machine", "Unreachable", "To look at twice") if t in shown] == [
        "Table", "Machine", "Unreachable", "To look at twice"
    ]  # fmt: skip


def test_the_machine_tells_who_decides_what_and_when() -> None:
    told = " ".join("\n".join(report(sop(), 100)).split())
    for part in (
        "periksa: verify, by Petugas",
        "sesuai -> buat",
        "(silence) -> periksa, anew, after 90 days",
        "(late) after 1 hari kerja, told to Petugas and Kepala",
        "(late) after 2 hari kerja for the whole, told to Petugas and Kepala",
        "(silence) -> kedaluwarsa, after 14 days (reminders) after 7 hari",
        "ends: selesai (Selesai), ditolak (Ditolak), kedaluwarsa (Kedaluwarsa)",
    ):
        assert part in told


@pytest.mark.parametrize("width", [72, 80, 140])
@pytest.mark.parametrize("service", services(), ids=lambda service: service.id)
def test_every_service_is_shown_whole_and_within_the_terminal(service: Sop, width: int) -> None:
    lines = list(report(service, width))
    assert all(len(line) <= width for line in lines)
    told = "".join("".join(lines).split())
    assert all(step.title and f"{step.id}:{step.kind}" in told for step in service.steps)


def test_columns_stand_under_each_other() -> None:
    assert columns([("1", "satu dua tiga empat lima", "x"), ("20", "dua", "y")], 26, 1) == [
        "1   satu dua tiga empat  x",
        "    lima",
        "20  dua                  y",
    ]


def test_an_end_that_nothing_leads_to_is_told() -> None:
    [told] = unreached(sop({"steps.periksa.next": {"sesuai": "buat", "belum-lengkap": "lengkapi"}}))
    assert told == f"end {list(ENDS)[1]}: no outcome and no silence leads there"


@pytest.mark.parametrize(
    ("only", "lost"),
    [
        ({}, []),
        ({"bentuk": "cv"}, []),
        ({"jenis": "a"}, []),
        ({"jenis": "a", "bentuk": "cv"}, ["requirement ktp: no answers lead to it",
                                          "a scan of ktp: no answers lead to it"]),
    ],
)  # fmt: skip
def test_what_no_answers_lead_to_is_told(only: dict[str, str], lost: list[str]) -> None:
    kind = CHOICE | {"id": "jenis", "options": [{"value": "a", "label": "A"}]}
    fields = [*small()["sections"][0]["fields"], CHOICE, kind | {"only": {"bentuk": "pt"}}]
    changes = {"sections.diri.fields": fields, "requirements.ktp.only": only}
    assert list(unreached(sop(changes))) == lost


def test_a_field_that_waits_for_itself_is_told() -> None:
    fields = [*small()["sections"][0]["fields"], CHOICE | {"only": {"bentuk": "pt"}}]
    told = list(unreached(sop({"sections.diri.fields": fields})))
    assert told == ["field bentuk: is asked only of whom has answered it"]


@pytest.mark.parametrize(
    ("changes", "doubt"),
    [
        ({"office": "tidak-ada"}, "office: there is no file of an office 'tidak-ada'"),
        ({"revision": "dua"}, "revision: 'dua' is no date"),
        ({"id": "Kecil Sekali"}, "id: 'Kecil Sekali' becomes part of an address"),
        ({"way_question": ""}, "way_question: the choice of a way has no question"),
        ({"within": "2 hari"}, "within: 2 hari counts nights"),
        ({"roles.tamu": "Tamu"}, "roles: 'tamu' has no part"),
        ({"steps.buat.rows.0.text": "Membuat akun"}, "row 3: its text is not longer"),
        ({"steps.buat.rows.0.within": "1 hari"}, "row 3: 1 hari counts nights"),
        ({"steps.lengkapi.reminders": ["20 hari"]}, "step lengkapi: the reminder after 20 hari"),
        ({"sections.diri.fields.nik.type": "choice"}, "field nik: options go together"),
        ({"within": None}, "step jadwal: no time is given"),
    ],
)
def test_what_may_be_meant_otherwise_is_asked(changes: dict[str, Any], doubt: str) -> None:
    assert any(asked.startswith(doubt) for asked in doubts(sop(changes)))


def test_a_sop_like_the_pages_is_asked_only_of_steps_without_rows() -> None:
    assert [asked.split(":")[0] for asked in doubts(sop())] == ["step jadwal", "step lengkapi"]
