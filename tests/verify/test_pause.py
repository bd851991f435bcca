"""The office's clock stands still for a reason that is written down, and is seen everywhere."""

from datetime import timedelta

import pytest

from functions.register.room import secret_of
from tests.desk.browser import Browser, program
from tests.desk.office import Desk
from tests.desk.walks import Babel, Melawi

WHY = "Kepala Biro dinas luar."


@pytest.fixture
def paused(desk: Desk) -> Babel:
    return Babel(desk).to("paused")


def _status(desk: Desk) -> str:
    asked = {"number": desk.case().id, "secret": secret_of(desk.case().id)}
    return Browser().submit("/status", asked).body


def test_the_reason_is_seen_by_the_applicant_on_both_pages(desk: Desk, paused: Babel) -> None:
    for page in (Browser().get(paused.applicant.link).body, _status(desk)):
        assert "Waktu dijeda" in page
        assert f"Pejabat/petugas tidak di tempat: {WHY}" in page


def test_no_due_time_is_promised_while_the_clock_stands_still(desk: Desk, paused: Babel) -> None:
    link = paused.applicant.link
    assert program("GET", link).view["standing"]["due"] is None
    paused.officer("kepala-biro").resume()
    assert program("GET", link).view["standing"]["due"]


def test_it_is_seen_still_when_the_clock_goes_on(desk: Desk, paused: Babel) -> None:
    paused.officer("kepala-biro").resume()
    for page in (Browser().get(paused.applicant.link).body, _status(desk)):
        assert WHY in page
        assert "sampai sekarang" not in page


def test_the_officer_reads_it_at_the_task(paused: Babel) -> None:
    page = Browser().get(paused.officer("kepala-biro").task).body
    assert "Waktu layanan sedang dijeda" in page
    assert WHY in page


def test_nothing_is_decided_while_the_clock_stands_still(desk: Desk, paused: Babel) -> None:
    answer = paused.officer("kepala-biro").dispose(own="Segera.")
    assert answer.status == 409
    assert "sedang dijeda" in answer.body
    assert desk.case().dispositions == ()


def test_the_due_time_moves_by_as_long_as_it_stood_still(desk: Desk, paused: Babel) -> None:
    before = desk.case().here.due
    desk.later(days=1)
    paused.officer("kepala-biro").resume()
    assert desk.case().here.due - before >= timedelta(days=1)


def test_nobody_is_late_while_it_stands_still(desk: Desk, paused: Babel) -> None:
    """That it stands for long is heard of above, once a day."""
    for _ in range(4):
        desk.later(days=1)
        desk.sweep()
    assert len(desk.history("alerted")) == 4
    told = desk.mails(paused.officer("kepala-biro").address, "batas waktu")
    assert len(told) == 4
    assert all("Waktu layanannya masih dijeda" in mail.text for mail in told)
    assert all("Lewat batas waktu" not in mail.text for mail in told)
    paused.officer("kepala-biro").resume()
    paused.officer("kepala-biro").dispose()
    assert [e.detail["what"] for e in desk.history("deviated")] == ["paused"]


def test_a_pause_is_a_deviation_with_its_owner(desk: Desk, paused: Babel) -> None:
    """G9."""
    (event,) = desk.history("deviated")
    assert (event.by, event.detail["cause"]) == ("hendra", "pejabat")
    assert desk.case().pauses[0].reason == WHY


@pytest.mark.parametrize("wrong", [{"cause": ""}, {"cause": "malas"}, {"reason": " "}])
def test_a_pause_has_one_of_the_papers_causes_and_a_reason(
    desk: Desk, wrong: dict[str, str]
) -> None:
    walk = Babel(desk).to("at the bureau")
    hendra = walk.officer("kepala-biro")
    said = {"act": "jeda", "cause": "listrik", "reason": "Padam.", **wrong}
    answer = hendra.at(f"{hendra.task}/jeda", said)
    assert answer.error(next(iter(wrong)))
    assert desk.case().pauses == ()


@pytest.mark.parametrize("act", ["jeda", "lanjut"])
def test_what_stands_is_not_stopped_and_what_runs_is_not_let_go_on(desk: Desk, act: str) -> None:
    walk = Babel(desk).to("paused" if act == "jeda" else "at the bureau")
    task = walk.officer("kepala-biro").task
    halt = {"act": act, "cause": "listrik", "reason": "Padam."}
    assert program("POST", f"{task}/jeda", halt).status == 409


def test_an_office_whose_paper_knows_no_pause_has_none(desk: Desk) -> None:
    walk = Melawi(desk).to("receiving")
    rina = walk.officer("helpdesk")
    assert Browser().get(f"{rina.task}/jeda").status == 404
    assert "/jeda" not in Browser().get(rina.task).body


def test_a_pause_is_of_the_wait_that_the_officer_saw(desk: Desk) -> None:
    """G3."""
    walk = Babel(desk).to("at the bureau")
    task = walk.officer("kepala-biro").task
    halt = {"act": "jeda", "cause": "listrik", "reason": "Padam."}

    def faster() -> None:
        program("POST", f"{task}/disposisi", {"own": "Segera."})
        desk.settle()

    with desk.before_save(faster):
        assert program("POST", f"{task}/jeda", halt).status == 409
    assert desk.case().pauses == ()
