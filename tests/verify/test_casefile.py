"""The whole of a case, for the officers of its service and nobody else, open or closed."""

from dataclasses import replace
from importlib.resources import files

import pytest

from functions.core.officer import Officer
from functions.core.sop import HEAD
from functions.notify.office_letters import SPEAKS_OF
from functions.web.chronology import KINDS
from functions.web.posted import NAMES
from tests.desk.browser import Browser, program, seat
from tests.desk.office import SITI, STAFF, Desk
from tests.desk.officer import PASSWORD
from tests.desk.people import WULAN
from tests.desk.samples import COMPANY, NIP
from tests.desk.stages import reach
from tests.desk.walk import Walk
from tests.desk.walks import WALKS, Babel, Batang, Kemenperin

NIK, HIDDEN = COMPANY["penanggung-jawab"]["nik"], "3325••••••••0926"


def _file(desk: Desk, officer: str = "siti", page: str = "") -> str:
    """The case's file, as this officer asks for it."""
    office = STAFF[officer].office
    return seat(office, officer, f"/berkas/{desk.case().id}{page}")


@pytest.mark.parametrize("stage", ["registered", "filled", "scheduling", "mending", "closed"])
def test_it_is_there_at_every_stage_and_after_the_end(desk: Desk, stage: str) -> None:
    reach(desk, stage)
    page = Browser().get(_file(desk))
    assert page.status == 200
    assert desk.case().id in page.body


def test_whatever_it_tells_of_officers_their_names_are_read_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    reach(desk, "closed")
    everybody, read = desk.world.staff.everybody, list[str]()

    def counted(office: str) -> tuple[Officer, ...]:
        read.append(office)
        return everybody(office)

    monkeypatch.setattr(desk.world.staff, "everybody", counted)
    assert program("GET", _file(desk)).status == 200
    assert read == ["batang"]


@pytest.mark.parametrize("officer", ["fajar", "hendra", "ratna", "iwan", "doni"])
def test_every_role_of_the_service_reads_it(desk: Desk, officer: str) -> None:
    Babel(desk).to("approving")
    assert program("GET", _file(desk, officer)).status == 200


def test_the_offices_head_reads_it_without_a_role_of_the_service(desk: Desk) -> None:
    Batang(desk).to("closed")
    assert program("GET", _file(desk, "wahyu")).status == 200


@pytest.mark.parametrize("page", ["", "/dokumen/ktp-direksi", "/sandi"])
@pytest.mark.parametrize(("officer", "status"), [("lidia", 404), ("dina", 403)])
def test_nobody_else_reads_it(desk: Desk, officer: str, status: int, page: str) -> None:
    """G16: another office's officer does not even learn that it is there."""
    Batang(desk).to("closed")
    desk.appoint(replace(SITI, id="dina", email="dina@batang.test", roles=("pengelola-staf",)))
    path = seat("melawi" if officer == "lidia" else "batang", officer)
    answer = program("GET", f"{path}/berkas/{desk.case().id}{page}")
    assert answer.status == status
    assert WULAN not in answer.body


def test_whom_it_is_about_reads_it_by_their_own_link_only(desk: Desk) -> None:
    Batang(desk).to("closed")
    desk.appoint(replace(SITI, email=WULAN))
    assert program("GET", _file(desk)).status == 403


@pytest.mark.parametrize("number", ["BTG-2222-2222", "x", "..", "%00", "KTP" * 30])
def test_what_is_no_number_of_a_case_is_not_found(desk: Desk, number: str) -> None:
    reach(desk, "scheduling")
    assert program("GET", seat("batang", "siti", f"/berkas/{number}")).status == 404


def test_a_number_is_known_however_it_is_typed(desk: Desk) -> None:
    reach(desk, "scheduling")
    typed = desk.case().id.lower().replace("-", "")
    assert program("GET", seat("batang", "siti", f"/berkas/{typed}")).status == 200


def test_identity_numbers_are_masked_for_whoever_has_no_task_there(desk: Desk) -> None:
    walk = Batang(desk).to("checking")
    assert NIK in Browser().get(_file(desk)).body
    other = Browser().get(_file(desk, "wahyu")).body
    assert NIK not in other
    assert HIDDEN in other
    walk.then("mending", "closed")
    assert NIK not in Browser().get(_file(desk)).body


def test_what_opens_a_holders_password_is_masked_too(desk: Desk) -> None:
    Kemenperin(desk).to("closed")
    page = Browser().get(_file(desk, "arif")).body
    assert all(nip not in page for nip in NIP)


def test_no_page_of_a_case_shows_a_password(desk: Desk) -> None:
    """G6."""
    Batang(desk).to("following")
    assert PASSWORD not in Browser().get(_file(desk)).body
    (account,) = program("GET", _file(desk)).view["accounts"]
    assert account["handed"] == "Kata sandi awal belum dibuka"


def test_how_each_account_went_to_its_holder_is_told(desk: Desk) -> None:
    walk = Kemenperin(desk).to("drafting")
    program("POST", f"{walk.holder(1)}/akun", {"fact": NIP[0]})
    handed = [a["handed"] for a in program("GET", _file(desk, "arif")).view["accounts"]]
    opened, waiting, outside = handed
    assert opened == "Kata sandi awal sudah dibuka"
    assert waiting == "Kata sandi awal belum dibuka"
    assert outside.startswith("Di luar Loket: Diserahkan langsung")


def test_it_leads_to_the_open_task_only_whom_it_waits_for(desk: Desk) -> None:
    walk = Batang(desk).to("checking")
    assert program("GET", _file(desk)).view["task"] == walk.siti.task.partition("@")[2]
    assert program("GET", _file(desk, "wahyu")).view["task"] == ""


def test_it_says_who_took_the_task_up(desk: Desk) -> None:
    walk = Batang(desk).to("checking")
    walk.siti.at(f"{walk.siti.task}/pelaksana", {"act": "ambil"})
    view = program("GET", _file(desk, "wahyu")).view
    assert (view["hand"], view["standing"]["holder"]) == ("Siti Rahmawati", "Verifikator LPSE")


def test_an_applicants_turn_is_not_called_the_readers(desk: Desk) -> None:
    reach(desk, "mending")
    assert program("GET", _file(desk)).view["standing"]["state"] == "Menunggu pemohon"


def test_every_task_leads_to_the_whole_file(desk: Desk) -> None:
    _, siti = reach(desk, "checking")
    assert f'href="/berkas/{desk.case().id}"' in Browser().get(siti.task).body


def test_a_letter_that_failed_is_said_first(desk: Desk) -> None:
    """G7: it is visibly failed."""
    walk = Batang(desk).to("scheduling")
    desk.world.mail.down = True
    walk.siti.schedule()
    for _ in range(12):
        desk.later(minutes=3)
        desk.sweep()
    view = program("GET", _file(desk)).view
    assert "Jadwal panggilan video" in [letter["what"] for letter in view["failed"]]
    page = Browser().get(_file(desk)).body
    assert "Surel gagal dikirim: Jadwal panggilan video" in page
    assert page.index("Surel gagal dikirim") < page.index("Penanggung jawab")


def test_letters_say_to_whom_and_what_became_of_them(desk: Desk) -> None:
    Kemenperin(desk).to("drafting")
    letters = program("GET", _file(desk, "arif")).view["letters"]
    told = {(letter["what"], letter["to"], letter["state"]) for letter in letters}
    assert ("Tanda terima", "Satuan Kerja", "Terkirim") in told
    assert ("Penyerahan akun", "Pemegang akun Andi Wijaya", "Terkirim") in told
    assert ("Tugas", "Arif Nugroho", "Terkirim") in told


@pytest.mark.parametrize("walk", WALKS)
def test_history_and_letters_are_told_in_words(desk: Desk, walk: type[Walk]) -> None:
    there = walk(desk).to("closed")
    assert {event.kind for event in desk.history()} <= KINDS.keys()
    sent = {letter.letter.name for letter in desk.world.outbox.of(desk.case().id)}
    assert sent <= NAMES.keys()
    head = there.officer(HEAD)
    view = program("GET", head.file).view
    assert len(view["history"]) == desk.case().seq
    assert view["history"][0]["what"] == "Permohonan ditutup: selesai"
    assert view["history"][-1]["what"] == "Permohonan dibuka"


def test_a_pause_is_among_the_deviations_with_its_reason(desk: Desk) -> None:
    Babel(desk).to("resumed")
    (line,) = program("GET", _file(desk, "hendra")).view["deviations"]
    assert (line["what"], line["owner"]) == ("Waktu dijeda", "Hendra Gunawan")
    assert line["explanation"] == "Kepala Biro dinas luar."


def test_every_letter_of_a_case_has_a_name_in_words() -> None:
    texts = {f.name.removesuffix(".txt") for f in files("functions.web.letters").iterdir()
             if f.name.endswith(".txt")}  # fmt: skip
    assert set(NAMES) == texts - {"foot", *SPEAKS_OF}
