"""The same form sent twice is one act, with the same answer (G2)."""

import pytest

from tests.desk.browser import Browser, program
from tests.desk.posts import Ready

SHOWN_ONCE = "password"


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
    if ready.name == SHOWN_ONCE:
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
    if ready.name != SHOWN_ONCE:
        assert (second.status, second.body) == (first.status, first.body)
