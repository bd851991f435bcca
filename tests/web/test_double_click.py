"""The same form sent twice is one act, with the same answer (G2)."""

import pytest

from tests.desk.browser import Browser, program
from tests.desk.office import Desk
from tests.desk.posts import Ready
from tests.desk.stages import reach

PROPOSAL = {"date": "2026-03-12", "time": "10:00", "url": "https://a.test", "nonce": "same"}


@pytest.mark.parametrize("meanwhile", ["at once", "when all has followed"])
def test_a_double_click_is_one_act_and_one_answer(ready: Ready, meanwhile: str) -> None:
    """G2."""
    browser = Browser()
    form = browser.form(ready.path)
    first = browser.send(form, ready.good)
    if meanwhile != "at once":
        ready.desk.settle()
    after = ready.desk.state()
    second = browser.send(form, ready.good)
    assert ready.desk.state() == after
    if ready.post.once:
        assert (first.status, second.status) == (200, 410)
    else:
        assert (second.status, second.location) == (first.status, first.location)


def test_a_program_that_asks_again_is_answered_the_same(ready: Ready) -> None:
    """G2: its answer may have been lost on the way."""
    command = {**ready.good, "nonce": "asked-again"}
    first = program("POST", ready.path, command)
    ready.desk.settle()
    after = ready.desk.state()
    second = program("POST", ready.path, command)
    assert ready.desk.state() == after
    if not ready.post.once:
        assert (second.status, second.body) == (first.status, first.body)


def test_a_nonce_that_was_used_before_hides_no_other_act(desk: Desk) -> None:
    """G1: what is answered as done was done."""
    _, siti = reach(desk, "scheduling")
    assert program("POST", f"{siti.task}/jadwal", PROPOSAL).status == 200
    desk.settle()
    rejection = {"outcome": "ditolak", "message": "Palsu.", "confirmed": "ya", "nonce": "same"}
    answer = program("POST", f"{siti.task}/periksa", rejection)
    desk.settle()
    assert (answer.status == 200) == (desk.case().closed is not None)


def test_the_same_nonce_with_another_body_is_refused(desk: Desk) -> None:
    """G2."""
    _, siti = reach(desk, "scheduling")
    task = siti.task
    program("POST", f"{task}/jadwal", PROPOSAL)
    answer = program("POST", f"{task}/jadwal", {**PROPOSAL, "date": "2026-03-13"})
    assert answer.status == 409
