"""The clock of a case at another's desk stands still: an absent officer cannot say so."""

from dataclasses import replace

import pytest

from tests.desk.browser import Answer, Browser, program
from tests.desk.office import STAFF, Desk
from tests.desk.officer import Officer
from tests.desk.walks import Babel, Melawi

NO_SUCH = "Tidak ada permohonan dengan nomor ini"
HALT = {"act": "jeda", "cause": "pejabat", "reason": "Kepala Biro dinas luar."}


@pytest.fixture
def walk(desk: Desk) -> Babel:
    """A letter that lies before the head of the bureau."""
    return Babel(desk).to("at the bureau")


@pytest.fixture
def colleague(walk: Babel) -> Officer:
    """Of the same service, with no part in the step."""
    return walk.officer("verifikator")


def _halt(officer: Officer, number: str, **said: str) -> Answer:
    return officer.at(f"{officer.queue}/jeda", {**HALT, "number": number, **said})


def test_a_colleague_stops_the_clock_in_their_own_name(
    desk: Desk, walk: Babel, colleague: Officer
) -> None:
    """G9."""
    assert _halt(colleague, walk.applicant.number).location == "/antrean"
    (pause,) = desk.case().pauses
    assert (pause.by, pause.cause, pause.reason) == ("fajar", "pejabat", HALT["reason"])
    (told,) = desk.history("deviated")
    assert (told.by, told.detail["what"]) == ("fajar", "paused")
    assert "Waktu dijeda" in Browser().get(walk.applicant.link).body


def test_a_colleague_lets_it_go_on(desk: Desk, walk: Babel, colleague: Officer) -> None:
    _halt(colleague, walk.applicant.number)
    desk.later(minutes=1)
    assert _halt(colleague, walk.applicant.number, act="lanjut").status == 303
    assert desk.case().pauses[-1].until == desk.now
    assert desk.case().here.paused is None


def test_the_number_may_be_typed_carelessly(desk: Desk, walk: Babel, colleague: Officer) -> None:
    typed = walk.applicant.number.lower().replace("-", " ")
    assert _halt(colleague, typed).status == 303
    assert desk.case().here.paused


@pytest.mark.parametrize("number", ["", "BBL-2222-2222", "x" * 300, "../..", "Wulan"])
def test_an_unknown_number_is_named_beside_itself(
    desk: Desk, walk: Babel, colleague: Officer, number: str
) -> None:
    before = desk.case()
    answer = _halt(colleague, number)
    assert answer.status == 422
    assert NO_SUCH in answer.error("number")
    assert desk.case() == before


@pytest.mark.parametrize("stage", ["registered", "mending", "closed"])
def test_what_lies_at_no_officers_desk_is_as_unknown(desk: Desk, stage: str) -> None:
    walk = Babel(desk).to(stage)
    before = desk.case()
    answer = _halt(walk.officer("verifikator"), before.id)
    assert NO_SUCH in answer.error("number")
    assert desk.case() == before


def test_another_offices_officer_does_not_learn_that_there_is_such_a_case(
    desk: Desk, walk: Babel
) -> None:
    """G16."""
    stranger = replace(STAFF["ratna"], id="asing", office="kemenperin", email="asing@k.test")
    desk.appoint(replace(stranger, roles=("tim-pengelola",)))
    answers = [
        program("POST", f"{Officer(desk, stranger.email).queue}/jeda", {**HALT, "number": number})
        for number in (walk.applicant.number, "BBL-2222-2222")
    ]
    assert all(answer.status == answers[0].status for answer in answers)
    assert desk.case().pauses == ()


def test_who_has_no_role_in_the_service_stops_nothing(desk: Desk, walk: Babel) -> None:
    """G4."""
    desk.appoint(replace(STAFF["ratna"], roles=("pimpinan",)))
    answer = _halt(Officer(desk, STAFF["ratna"].email), walk.applicant.number)
    assert NO_SUCH in answer.error("number")


def test_nobody_stops_the_clock_of_their_own_case(desk: Desk) -> None:
    """G15."""
    walk = Babel(desk)
    walk.applicant.address = STAFF["ratna"].email
    walk.applicant.register()
    walk.fill_in()
    walk.applicant.submit()
    answer = _halt(Officer(desk, STAFF["ratna"].email), desk.case().id)
    assert answer.status == 403
    assert desk.case().pauses == ()


def test_an_office_whose_papers_know_no_pause_has_no_such_page(desk: Desk) -> None:
    rina = Melawi(desk).to("receiving").officer("helpdesk")
    assert Browser().get(f"{rina.queue}/jeda").status == 404
    assert "/jeda" not in Browser().get(rina.queue).body


def test_the_queue_leads_there(walk: Babel, colleague: Officer) -> None:
    queue = colleague.queue
    assert 'href="/antrean/jeda"' in Browser().get(queue).body
    assert "Jeda waktu layanan" in Browser().get(f"{queue}/jeda").body


def test_a_pause_is_of_the_wait_that_was_found(desk: Desk, walk: Babel, colleague: Officer) -> None:
    """G3: it does not fall upon the next desk."""
    queue, number = colleague.queue, walk.applicant.number
    with desk.before_save(lambda: walk.officer("kepala-biro").dispose()):
        answer = program("POST", f"{queue}/jeda", {**HALT, "number": number})
    assert answer.status == 409
    assert desk.case().pauses == ()
