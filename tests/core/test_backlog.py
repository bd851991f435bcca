"""What waits at a desk: counted now, of one role."""

from datetime import timedelta

from functions.core.backlog import Backlog, backlog
from functions.core.facts import Hand
from functions.core.records import Waiting
from tests.core.lines import MINUTE, MONDAY
from tests.core.story import SOP

HOUR = timedelta(hours=1)
SITI, BUDI = Hand("siti", "Siti"), Hand("budi", "Budi")


def _waiting(since: timedelta, due: timedelta | None, hand: Hand | None = None) -> Waiting:
    until = None if due is None else MONDAY + due
    return Waiting("a", SOP.key, "periksa", 1, MONDAY + since, until, hand=hand)


def test_what_waits_is_counted_with_what_is_late_and_the_oldest() -> None:
    lines = [_waiting(2 * HOUR, 5 * HOUR), _waiting(HOUR, 3 * HOUR), _waiting(3 * HOUR, None)]
    found = backlog("Verifikator", lines, MONDAY + 4 * HOUR)
    assert (found.waiting, found.late, found.oldest) == (3, 1, MONDAY + HOUR)


def test_at_its_due_time_a_case_is_not_late_yet() -> None:
    lines = [_waiting(HOUR, 3 * HOUR)]
    assert backlog("Verifikator", lines, MONDAY + 3 * HOUR).late == 0
    assert backlog("Verifikator", lines, MONDAY + 3 * HOUR + MINUTE).late == 1


def test_each_officer_has_what_they_took_up() -> None:
    lines = [_waiting(HOUR, None, SITI), _waiting(HOUR, None, BUDI), _waiting(HOUR, None, SITI)]
    assert backlog("x", [*lines, _waiting(HOUR, None)], MONDAY).hands == {"Siti": 2, "Budi": 1}


def test_an_empty_desk_has_no_oldest() -> None:
    empty = Backlog(role="Verifikator", waiting=0, late=0, oldest=None, hands={})
    assert backlog("Verifikator", [], MONDAY) == empty
