"""An identity number is for whoever examines the application, and for nobody's list."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from functions.core.identity import masked
from functions.core.officer import Cover
from functions.core.sop import HEAD
from functions.verify.app import handler as verify
from tests.desk.browser import Answer, Browser, ask, program, seat
from tests.desk.hearing import Heard
from tests.desk.office import STAFF, Desk
from tests.desk.people import COMPANY
from tests.desk.stages import addresses
from tests.desk.walks import Batang

NIK = COMPANY["penanggung-jawab"]["nik"]
STAGES = ["registered", "filled", "scheduling", "checking", "approving", "following", "closed"]


@pytest.fixture
def head(desk: Desk) -> str:
    """Who reads every case of the office, and has no task at any."""
    today = desk.now.date()
    cover = Cover(HEAD, "Plh.", today, today)
    desk.appoint(replace(STAFF["wahyu"], roles=(), covers=(cover,)))
    return seat("batang", "wahyu", "")


def _pages(desk: Desk, head: str, stage: str) -> Iterator[tuple[str, Answer]]:
    """Every page of the officers' room, by GET, as the head sees it."""
    own = {screen.path.split("/")[1] for screen in verify.screens}
    for path in addresses(Batang(desk).to(stage)):
        if path.split("/")[1] in own - {"t"}:
            yield path, Browser().get(f"{head}{path}")


@pytest.mark.parametrize("stage", STAGES)
def test_no_page_without_a_task_tells_an_identity_number(desk: Desk, head: str, stage: str) -> None:
    """G8: queue, case file, search, deviations, reports and what is exported of them."""
    seen = 0
    for path, answer in _pages(desk, head, stage):
        assert NIK not in answer.body, path
        seen += answer.status == 200
    assert seen > 5


def test_the_case_file_shows_its_first_and_last_four_digits(desk: Desk, head: str) -> None:
    Batang(desk).to("closed")
    page = Browser().get(f"{head}/berkas/{desk.case().id}").body
    assert masked(NIK) in page
    assert masked(NIK) == "3325••••••••0926"
    assert NIK not in page


def test_who_searches_by_a_number_is_not_shown_it_in_the_list(desk: Desk, head: str) -> None:
    Batang(desk).to("checking")
    for what in (NIK, COMPANY["usaha"]["nama-usaha"], desk.case().id):
        found = program("POST", f"{head}/antrean/cari", {"what": what}).view["found"]
        assert NIK not in str(found)


def test_no_mail_to_an_officer_tells_an_identity_number(desk: Desk) -> None:
    Batang(desk).to("checking")
    desk.later(days=9)
    desk.sweep()
    officers = {officer.email for officer in STAFF.values()}
    told = [m for m in desk.world.mail.messages if m.to in officers]
    assert len(told) > 1
    assert not [m for m in told if NIK in m.subject + m.text + m.html]


@pytest.mark.parametrize(
    "path", ["/laporan/2026-03/csv", "/penyimpangan/2026-03/csv", "/penyimpangan/2026-03/ocel.json"]
)
def test_what_is_exported_has_no_identity_number(desk: Desk, head: str, path: str) -> None:
    Batang(desk).to("closed")
    answer = ask("GET", f"{head}{path}")
    assert answer.status == 200
    assert NIK not in answer.body


def test_a_number_that_somebody_wrote_into_a_subject_is_masked_in_lists(desk: Desk) -> None:
    heard = Heard(desk)
    heard.listener.hear(perihal=f"KTP {NIK} ditolak")
    (line,) = program("GET", heard.yuni.queue).view["lines"]
    assert line["name"] == f"KTP {masked(NIK)} ditolak"
    found = program("POST", f"{heard.yuni.queue}/cari", {"what": "ditolak"}).view["found"]
    assert [one["name"] for one in found] == [line["name"]]
