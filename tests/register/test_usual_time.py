"""What a service's standard tells of its usual time: of real cases, of enough, and cheaply."""

from dataclasses import replace
from datetime import timedelta
from html import unescape
from typing import Any

import pytest

from functions.core.case import Case
from functions.core.facts import Claim, Transit
from functions.register.usual import KEPT
from functions.sops import current
from tests.desk.browser import ask, program
from tests.desk.office import MONDAY, Desk

SOP = current("batang-pelaku-usaha")
PAGE = f"/layanan/{SOP.id}"
MINUTE = timedelta(minutes=1)


def _serve(desk: Desk, *minutes: int, first: int = 0, end: str = "selesai") -> None:
    """As many cases, closed on Monday morning after so many minutes in the office's hands."""
    for n, held in enumerate(minutes, start=first + 2):
        number = f"BTG-2222-222{n}"
        case = Case.opened(number, SOP, f"{n}@usaha.test", MONDAY, Claim("email", number))
        kept, stretch = desk.world.cases.save(case), (MONDAY - held * MINUTE, MONDAY)
        held_case = replace(kept, held=(stretch,), transit=Transit(end, MONDAY))
        desk.world.cases.save(held_case.close(SOP, end, number, MONDAY))


def _usual(desk: Desk) -> Any:
    """After long enough for another look."""
    desk.later(seconds=KEPT)
    return program("GET", PAGE).view["usual"]


def test_five_served_cases_tell_the_usual_time(desk: Desk) -> None:
    _serve(desk, 10, 20, 30, 40, 50)
    assert _usual(desk) == {"count": 5, "median": "PT30M", "p90": "PT50M"}
    page = unescape(ask("GET", PAGE).body)
    assert "separuh permohonan selesai dalam 30 menit" in page
    assert "dari 5 permohonan" in page


def test_of_fewer_nothing_is_said(desk: Desk) -> None:
    _serve(desk, 10, 20, 30, 40)
    _serve(desk, 50, first=4, end="ditolak")
    assert _usual(desk) is None
    assert "Lazimnya" not in ask("GET", PAGE).body


def test_each_service_has_its_own_usual_time(desk: Desk) -> None:
    _serve(desk, 10, 20, 30, 40, 50)
    desk.later(seconds=KEPT)
    assert program("GET", "/layanan/babel-user-id").view["usual"] is None


@pytest.mark.parametrize(("days", "told"), [(89, True), (91, False)])
def test_only_what_was_closed_lately_counts(desk: Desk, days: int, told: bool) -> None:
    _serve(desk, 10, 20, 30, 40, 50)
    desk.later(days=days)
    assert (_usual(desk) is not None) is told


def test_the_ledger_is_read_once_in_a_while(desk: Desk) -> None:
    reads: list[Any] = []
    ledger = desk.world.cases.ledger

    def counted(*asked: str) -> Any:
        reads.append(asked)
        return ledger(*asked)

    desk.world.cases.ledger = counted
    for _ in range(3):
        program("GET", PAGE)
    assert {kind for _, _, kind in reads} == {"closed"}
    months = [month for _, month, _ in reads]
    assert len(months) == len(set(months)), "no month is read twice"
    desk.later(seconds=KEPT)
    program("GET", PAGE)
    assert len(reads) == 2 * len(months)


def test_the_standard_is_there_while_the_ledger_is_not(desk: Desk) -> None:
    """G20"""
    with desk.down("cases"):
        found = program("GET", PAGE)
    assert (found.status, found.view["usual"]) == (200, None)
