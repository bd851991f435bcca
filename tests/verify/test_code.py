"""A code for the door is good once, for ten minutes, and not to be guessed."""

from typing import Any

from functions.core.presence import TRIES, WRONGS
from functions.web.session import COOKIE
from tests.desk.browser import Browser
from tests.desk.office import Desk
from tests.verify.door import WRONG, ask, codes, enter, signed_in


def test_a_wrong_code_is_told_beside_the_field(desk: Desk) -> None:
    browser = Browser()
    ask(desk, browser)
    answer = enter(browser, WRONG)
    assert answer.status == 422
    assert "tidak cocok" in answer.error("code")
    assert COOKIE not in browser.cookies


def test_nobody_is_told_that_no_code_was_expected_of_them(desk: Desk) -> None:
    """G16: neither whether the address is one of ours, nor whether a code is out."""
    unasked = enter(Browser(), WRONG)
    ask(desk, Browser())
    known, unknown = enter(Browser(), WRONG), enter(Browser(), WRONG, "x@y.id")
    assert {a.status for a in (unasked, known, unknown)} == {422}
    assert len({a.error("code") for a in (unasked, known, unknown)}) == 1


def test_the_sixth_wrong_code_kills_the_right_one(desk: Desk) -> None:
    browser = Browser()
    ask(desk, browser)
    for _ in range(TRIES):
        assert enter(browser, WRONG).status == 422
    assert enter(browser, WRONG).status == 429
    assert enter(browser, codes(desk)[-1]).status == 429


def test_asking_anew_gives_no_more_tries(desk: Desk) -> None:
    browser = Browser()
    for _ in range(TRIES):
        ask(desk, browser)
        enter(browser, WRONG)
        desk.later(minutes=1)
    ask(desk, browser)
    assert enter(browser, codes(desk)[-1]).status == 429


def test_the_tries_are_forgotten_ten_minutes_after_the_first_code(desk: Desk) -> None:
    """However often a code is asked for meanwhile."""
    browser = Browser()
    for minute in range(11):
        ask(desk, browser)
        enter(browser, WRONG) if minute < TRIES else None
        desk.later(minutes=1)
    assert enter(browser, codes(desk)[-1]).status == 303


def test_a_stranger_keeps_no_officer_out_of_a_browser_that_was_in_before(desk: Desk) -> None:
    """Their wishes and tries touch codes for new browsers alone."""
    mine = signed_in(desk)
    desk.later(minutes=1)
    ask(desk, mine)
    code = codes(desk)[-1]
    for _ in range(TRIES + 1):
        ask(desk, Browser())
        enter(Browser(), WRONG)
    assert enter(mine, code).status == 303


def test_guessing_shuts_the_door_for_new_browsers_until_the_officer_was_in(desk: Desk) -> None:
    """G16: twenty wrong codes in all, however slowly they come."""
    mine = signed_in(desk)
    desk.later(minutes=1)
    for _ in range(WRONGS):
        ask(desk, stranger := Browser())
        assert enter(stranger, WRONG).status == 422
        desk.later(minutes=11)
    ask(desk, fresh := Browser())
    shut = enter(fresh, codes(desk)[-1])
    assert shut.status == 429
    assert "perangkat" in shut.body
    ask(desk, mine)
    assert enter(mine, codes(desk)[-1]).status == 303
    desk.later(minutes=1)
    ask(desk, fresh)
    assert enter(fresh, codes(desk)[-1]).status == 303


def test_a_code_that_is_typed_while_another_is_made_costs_neither(desk: Desk) -> None:
    """Both write the officer's line: whoever is slower tries again."""
    browser = Browser()
    ask(desk, browser)
    desk.later(minutes=1)
    keep, staff = desk.world.staff.keep, desk.world.staff

    def slower(*args: Any) -> None:
        del staff.keep
        enter(Browser(), WRONG)
        keep(*args)

    staff.keep = slower
    ask(desk, browser)
    vars(staff).pop("keep", None)
    assert len(codes(desk)) == 2
    assert enter(browser, codes(desk)[-1]).status == 303


def test_a_code_lives_ten_minutes(desk: Desk) -> None:
    browser = Browser()
    ask(desk, browser)
    desk.later(minutes=10)
    assert enter(browser, codes(desk)[-1]).status == 422


def test_a_code_is_good_once(desk: Desk) -> None:
    browser = Browser()
    ask(desk, browser)
    code = codes(desk)[-1]
    enter(browser, code)
    assert enter(Browser(), code).status == 422


def test_a_newer_code_takes_the_place_of_the_older(desk: Desk) -> None:
    browser = Browser()
    ask(desk, browser)
    desk.later(minutes=1)
    ask(desk, browser)
    first, second = codes(desk)
    assert enter(browser, first).status == 422
    assert enter(browser, second).status == 303


def test_a_code_may_be_typed_with_spaces_and_never_with_other_digits(desk: Desk) -> None:
    browser = Browser()
    ask(desk, browser)
    code = codes(desk)[-1]
    arabic = code.translate({ord("0") + n: 0x0660 + n for n in range(10)})
    assert enter(browser, arabic).status == 422
    assert enter(browser, f" {code[:3]} {code[3:]} ").status == 303
