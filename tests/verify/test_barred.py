"""Whom a complaint is about learns nothing of it: one test for each place where officers look.

Siti is complained about. She has no role in hearing complaints; Wahyu, the head, has: each place
is tried for both.
"""

import base64
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from functions.core.officer import Cover, Officer
from functions.verify import retention
from tests.desk.browser import Browser, program
from tests.desk.hearing import DESK, Heard, Listener
from tests.desk.office import BUDI, SITI, STAFF, Desk

CHIEF = STAFF["wahyu"]
ABOUT = {"nama-terlapor": "Siti dan Wahyu"}
BARRED = (SITI, CHIEF)
NEVER = "BTG-2222-2222"


@pytest.fixture
def heard(desk: Desk) -> Heard:
    """Written down by Budi, taken up by Yuni, and late since this morning."""
    heard = Heard(desk)
    Listener(desk, BUDI.email).hear(**ABOUT)
    heard.yuni.weigh("ditangani", grade="ringan")
    desk.later(days=2)
    desk.sweep()
    return heard


def _task(desk: Desk) -> str:
    case = desk.case()
    return f"/tugas/{case.id}.{case.here.round}"


def _number(desk: Desk) -> str:
    return str(desk.case().id)


GONE: dict[str, Callable[[Desk], str]] = {
    "task": _task,
    "message": lambda desk: f"{_task(desk)}/pesan",
    "answer": lambda desk: f"{_task(desk)}/jawaban",
    "hands": lambda desk: f"{_task(desk)}/pelaksana",
    "scan": lambda desk: f"{_task(desk)}/dokumen/lampiran",
    "word after": lambda desk: f"{_task(desk)}/tercatat",
    "older task": lambda desk: f"/tugas/{_number(desk)}.1",
    "folder": lambda desk: f"/berkas/{_number(desk)}",
    "scan in the folder": lambda desk: f"/berkas/{_number(desk)}/dokumen/lampiran",
    "new password": lambda desk: f"/berkas/{_number(desk)}/sandi",
    "counter": lambda desk: f"/loket/{_number(desk)}",
    "receipt": lambda desk: f"/loket/pengaduan/{_number(desk)}",
    "note of a deviation": lambda desk: f"/penyimpangan/catat/{_number(desk)}",
    "explanation": lambda desk: (
        f"/penyimpangan/jelaskan/{_number(desk)}/{desk.history('deviated')[-1].seq}"
    ),
}
LISTS = ("/antrean", "/penyimpangan", "/penyimpangan/2026-03", "/penyimpangan/2026-03/csv",
         "/penyimpangan/2026-03/ocel.json", "/laporan")  # fmt: skip


@pytest.mark.parametrize("officer", BARRED, ids=lambda officer: officer.id)
@pytest.mark.parametrize("place", GONE)
def test_there_is_no_such_case(desk: Desk, heard: Heard, place: str, officer: Officer) -> None:
    """The very words with which a number is answered that nobody has."""
    seat, path = Listener(desk, officer.email).seat, GONE[place](desk)
    found, nothing = (program("GET", seat + p) for p in (path, path.replace(_number(desk), NEVER)))
    assert (found.status, found.body) == (nothing.status, nothing.body)
    assert found.status in {403, 404}


@pytest.mark.parametrize("place", LISTS)
def test_no_list_has_a_line_of_it(desk: Desk, heard: Heard, place: str) -> None:
    number = _number(desk)
    for officer in BARRED:
        reader = Listener(desk, officer.email)
        assert number not in _read(reader.seat + place)
        assert number not in Browser().get(reader.seat + place).body
    if "laporan" not in place:
        assert number in _read(heard.yuni.seat + place)


def _read(path: str) -> str:
    """A download's bytes come as base64."""
    answer = program("GET", path)
    return base64.b64decode(answer.body).decode() if "/csv" in path else answer.body


@pytest.mark.parametrize("what", ["number", "antrean"])
def test_search_does_not_find_it(desk: Desk, heard: Heard, what: str) -> None:
    said = {"what": _number(desk) if what == "number" else what}
    assert program("POST", f"{heard.yuni.queue}/cari", said).view["found"]
    for officer in BARRED:
        page = f"{Listener(desk, officer.email).queue}/cari"
        assert program("POST", page, said).view["found"] == []


def test_pausing_at_anothers_desk_knows_no_such_number(desk: Desk, heard: Heard) -> None:
    said = {"act": "jeda", "cause": "listrik", "reason": "Padam.", "number": _number(desk)}
    for officer in BARRED:
        page = f"{Listener(desk, officer.email).queue}/jeda"
        found, nothing = (program("POST", page, {**said, "number": n})
                          for n in (said["number"], "BTG-0000-0000"))  # fmt: skip
        assert (found.status, found.view) == (nothing.status, nothing.view)


def test_no_mail_tells_of_it(desk: Desk, heard: Heard) -> None:
    """Not the task, not the digest, not the lateness that the head hears of otherwise."""
    for _ in range(6):
        desk.later(days=1)
        desk.sweep()
    for officer in BARRED:
        assert not any(_number(desk) in mail.text for mail in desk.mails(officer.email))
    assert any(_number(desk) in mail.text for mail in desk.mails(STAFF["yuni"].email))


def test_the_head_hears_of_other_complaints_that_are_late(desk: Desk) -> None:
    Heard(desk).to("answering")
    for _ in range(30):
        desk.later(days=1)
        desk.sweep()
    assert any(_number(desk) in mail.text for mail in desk.mails(CHIEF.email))


def test_a_task_is_not_handed_to_them(desk: Desk, heard: Heard) -> None:
    desk.appoint(replace(SITI, roles=(*SITI.roles, DESK)))
    colleagues = heard.yuni.look("/pelaksana")["colleagues"]
    assert SITI.id not in {option["value"] for option in colleagues}
    given = {"act": "serahkan", "to": SITI.id}
    assert program("POST", f"{heard.yuni.task}/pelaksana", given).status == 422


def test_standing_in_for_a_colleague_does_not_bring_it_to_them(desk: Desk, heard: Heard) -> None:
    heard.yuni.at(f"{heard.yuni.task}/pelaksana", {"act": "ambil"})
    since = date(2026, 3, 12)
    cover = Cover(DESK, "Plh.", since, since + timedelta(days=9), "yuni")
    desk.appoint(replace(SITI, covers=(cover,)))
    desk.appoint(replace(STAFF["yuni"], lent=(replace(cover, officer=SITI.id),)))
    desk.later(days=2)
    desk.sweep()
    assert desk.case().here.hand.id == "yuni"
    siti = Listener(desk, SITI.email)
    assert program("GET", siti.queue).view["lines"] == []
    assert program("GET", siti.seat + _task(desk)).status == 404
    assert not any(_number(desk) in mail.text for mail in desk.mails(SITI.email))


def test_whoever_is_named_later_loses_a_link_that_they_had(desk: Desk) -> None:
    """G4."""
    heard = Heard(desk).to("weighing")
    desk.appoint(replace(BUDI, roles=(*BUDI.roles, DESK)))
    budi = Listener(desk, BUDI.email)
    heard.yuni.weigh("ditangani", grade="berat", **{"tentang.budi": "ya"})
    assert program("GET", budi.seat + _task(desk)).status == 404
    assert program("GET", budi.file).status == 404


def test_nor_does_the_record_of_destructions_when_its_time_is_over(desk: Desk) -> None:
    heard = Heard(desk)
    Listener(desk, BUDI.email).hear(**ABOUT)
    heard.yuni.weigh("ditolak", message="Bukan wewenang kami.")
    number, office = _number(desk), heard.yuni.seat
    desk.later(days=731)
    retention.handler({}, None)
    assert desk.case().erased
    pages = [f"/laporan/pemusnahan{page}?bulan={desk.now:%Y-%m}" for page in ("", "/csv")]
    for page in pages:
        assert number in _read(office + page)
        for officer in BARRED:
            assert number not in _read(Listener(desk, officer.email).seat + page)
    assert program("GET", f"{Listener(desk, SITI.email).seat}/berkas/{number}").status == 404


@pytest.mark.parametrize("officer", BARRED, ids=lambda officer: officer.id)
@pytest.mark.parametrize("file", ["", "/2026-03", "/2026-03/csv", "/2026-03/pdf"])
def test_the_months_figures_are_everybodys_and_name_no_number(
    desk: Desk, heard: Heard, officer: Officer, file: str
) -> None:
    """Others would tell, set beside the public ones, that there is something to hide."""
    told, others = (_figures(desk, who, file) for who in (officer, BUDI))
    assert told.replace(officer.name, BUDI.name) == others
    assert _number(desk) not in told


def _figures(desk: Desk, officer: Officer, file: str) -> str:
    body = _read(f"{Listener(desk, officer.email).seat}/laporan{file}")
    return repr(desk.world.press.papers[-1]) if "pdf" in file else body
