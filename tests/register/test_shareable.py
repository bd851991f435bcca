"""What may be copied into a chat: where the case stands, and nothing of whom it is about."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.desk.browser import Browser, program
from tests.desk.keeping import Keeper
from tests.desk.office import Desk
from tests.desk.stages import clerk, reach
from tests.desk.walk import Walk
from tests.desk.walks import WALKS, Melawi

STAGES = {f"{walk.__name__} {stage}": (walk, stage) for walk in WALKS for stage in walk.acts}


def _reached(desk: Desk, name: str) -> Walk:
    walk, stage = STAGES[name]
    return walk(desk).to(stage)


_kept = Keeper(_reached)


@pytest.fixture(params=STAGES)
def walk(desk: Desk, request: pytest.FixtureRequest) -> Iterator[Walk]:
    yield from _kept.lend(desk, request.param)


def _status(walk: Walk) -> dict[str, Any]:
    number, secret = walk.desk.case().id, walk.applicant.look()["secret"]
    return program("POST", "/status", {"number": number, "secret": secret}).view


def _private(walk: Walk) -> set[str]:
    """Whatever the applicant said, in their own words, and all that opens something."""
    case, mine = walk.desk.case(), walk.applicant.look()
    token = walk.applicant.link.rsplit("/", 1)[1]
    guest = [case.guest.name, case.guest.phone] if case.guest else []
    made = [account.user_id for account in case.accounts.values()]
    said = [value for value in case.answers.values() if any(c in value for c in " @0123456789")]
    return {*said, *guest, *made, case.email, mine["secret"], token, token[:20]} - {""}


def test_it_holds_nothing_of_a_person_and_nothing_that_opens_a_page(walk: Walk) -> None:
    """G8: at every stage of every service."""
    text = walk.applicant.look()["text"]
    assert [word for word in _private(walk) if word.casefold() in text.casefold()] == []


def test_it_says_which_case_in_what_state_and_where_to_ask(walk: Walk) -> None:
    text, case = walk.applicant.look()["text"], walk.desk.case()
    stands = walk.applicant.look()["standing"]
    assert text.startswith(f"Permohonan {case.id}, LPSE ")
    assert f"Layanan: {stands['service']}" in text
    assert "Keadaan: " in text
    assert text.endswith("Cek status: https://loket.test/status")
    assert ("Giliran: " in text) == (case.here is not None)
    assert ("Paling lambat: " in text) == (stands["due"] is not None)


def test_applicant_status_page_and_office_pass_on_the_same(walk: Walk) -> None:
    file = program("GET", clerk(walk).file).view
    assert walk.applicant.look()["text"] == _status(walk)["text"] == file["text"]


def test_the_applicants_turn_is_said_so_that_anybody_understands(desk: Desk) -> None:
    vendor, _ = reach(desk, "mending")
    assert "Keadaan: Menunggu pemohon\nGiliran: Pelaku Usaha" in vendor.look()["text"]


def test_why_a_case_was_refused_is_not_passed_on(desk: Desk) -> None:
    walk = Melawi(desk).to("approving")
    reason = "Dewi Lestari bukan direksi."
    lidia = walk.officer("verifikator")
    lidia.do({"outcome": "ditolak", "message": reason, "confirmed": "ya"})
    assert "Ditolak" in walk.applicant.look()["text"]
    assert reason not in walk.applicant.look()["text"]


def test_without_a_script_the_text_can_be_marked(desk: Desk) -> None:
    vendor, _ = reach(desk, "scheduling")
    page = Browser().get(vendor.link).body
    assert '<textarea class="input" id="kabar" rows="7" readonly>' in page
    assert 'data-copy="kabar">Salin untuk WhatsApp</button>' in page
    assert '<div class="progress" role="status"></div>' in page
