"""Seeing the originals is an act of its own: recorded once, and anew after a return."""

import pytest

from tests.desk.browser import program
from tests.desk.office import Desk
from tests.desk.walks import Melawi


@pytest.fixture
def counter(desk: Desk) -> Melawi:
    """A visitor's papers lie before the helpdesk."""
    return Melawi(desk).to("receiving")


def _seen(desk: Desk) -> list[str]:
    return [e.by for e in desk.history("decided") if e.detail.get("originals") == "seen"]


@pytest.mark.parametrize("unseen", ["originals", "copies"])
def test_papers_are_complete_when_the_originals_were_seen(
    desk: Desk, counter: Melawi, unseen: str
) -> None:
    assert counter.officer("helpdesk").find("lengkap", {unseen: ""}).error(unseen)
    assert desk.case().originals is None


def test_who_saw_them_is_kept_in_the_case_and_in_its_history(desk: Desk, counter: Melawi) -> None:
    counter.officer("helpdesk").find("lengkap")
    assert desk.case().originals.by == "rina"
    assert _seen(desk) == ["rina"]


def test_the_next_desk_is_not_asked_again(desk: Desk, counter: Melawi) -> None:
    counter.officer("helpdesk").find("lengkap")
    lidia = counter.officer("verifikator")
    assert lidia.look()["originals"] is False
    assert lidia.find("sesuai").status == 303
    assert _seen(desk) == ["rina"]


def test_after_a_brought_paper_was_found_wrong_they_are_looked_at_anew(
    desk: Desk, counter: Melawi
) -> None:
    counter.officer("helpdesk").find("lengkap")
    counter.officer("verifikator").find("belum-lengkap", {"verdict.ktp": "tidak-jelas"})
    assert desk.case().originals is None
    counter.applicant.mend()
    rina = counter.officer("helpdesk")
    assert rina.look()["originals"] is True
    assert rina.find("lengkap").status == 303
    assert _seen(desk) == ["rina", "rina"]


def test_what_was_only_uploaded_wrongly_costs_no_second_look_at_them(
    desk: Desk, counter: Melawi
) -> None:
    counter.officer("helpdesk").find("lengkap")
    counter.officer("verifikator").find("belum-lengkap", {"verdict.pendaftaran": "tidak-jelas"})
    assert desk.case().originals.by == "rina"
    counter.applicant.mend()
    rina = counter.officer("helpdesk")
    assert rina.look()["originals"] is False
    assert rina.find("lengkap").status == 303
    assert _seen(desk) == ["rina"]


def test_a_return_itself_needs_no_originals(counter: Melawi) -> None:
    task = counter.officer("helpdesk").task
    verdicts = counter.officer("helpdesk").verdicts("belum-ada")
    said = {"outcome": "belum-lengkap", "confirmed": "ya", **verdicts}
    answer = program("POST", f"{task}/periksa", said)
    assert answer.status == 200
