"""Satisfaction by month, quarter, half and year: told when it is over, and of enough people."""

from collections.abc import Iterable

import pytest

from functions.core.satisfaction import Ballot
from tests.desk.browser import Browser, ask
from tests.desk.office import Desk
from tests.register.ballots import MARCH, Box, counts, told


def test_the_fifth_answer_opens_the_month(box: Box) -> None:
    box.put("2026-03", *[4] * 5)
    assert counts("2026-03") == [5]


def test_a_period_adds_its_months_up(box: Box) -> None:
    box.put("2026-01", *[4] * 5)
    box.put("2026-03", *[2] * 5)
    box.put("2026-04", *[1] * 6)
    assert counts("2026-01", "2026-02", "2026-03") == [5, None, 5]
    assert counts("2026-T1", "2026-T2", "2026-S1") == [10, 6, 16]
    assert told("/kepuasan/batang/2026-T1")["figures"]["index"] == "75.00"


def test_the_few_of_one_month_are_not_to_be_worked_out(box: Box) -> None:
    box.put("2026-01", *[4] * 5)
    box.put("2026-02", 1, 1)
    assert counts("2026-01", "2026-02", "2026-T1") == [5, None, 5]
    assert told("/kepuasan/batang/2026-T1")["left"] == 2
    assert "2 jawaban dari bulan" in Browser().get("/kepuasan/batang/2026-T1").body


def test_a_period_is_told_when_it_is_over(desk: Desk) -> None:
    """Who watched it grow would see each answer come."""
    box = Box(desk)
    box.put("2026-03", *[4] * 9)
    for path in ("2026-03", "2026-T1", "2026"):
        view = told(f"/kepuasan/batang/{path}")
        assert (view["figures"], view["left"], view["is_over"]) == (None, 0, False)
    assert "diumumkan mulai 1 April 2026" in Browser().get(MARCH).body
    desk.later(days=23)
    assert counts("2026-03", "2026-T1", "2026") == [9, 9, None]


def test_a_month_ends_at_the_offices_midnight(desk: Desk) -> None:
    """31 March 17:00 UTC is 1 April in Batang."""
    Box(desk).put("2026-03", *[4] * 5)
    desk.later(days=22, hours=14, minutes=59)
    assert counts("2026-03") == [None]
    desk.later(minutes=1)
    assert counts("2026-03") == [5]


def test_without_a_period_the_latest_quarter_that_is_over_is_shown(box: Box) -> None:
    assert told("/kepuasan/batang")["period"] == "2026-T2"


def test_periods_lead_to_each_other(box: Box) -> None:
    view = told("/kepuasan/batang/2026-T1")
    assert (view["before"]["id"], view["after"]["id"]) == ("2025-T4", "2026-T2")
    assert view["whole"] == {"id": "2026-S1", "title": "Semester I 2026"}
    assert [part["id"] for part in view["parts"]] == ["2026-01", "2026-02", "2026-03"]
    page = Browser().get("/kepuasan/batang/2026-T1").body
    for there in ("2025-T4", "2026-T2", "2026-S1", "2026-02"):
        assert f'href="/kepuasan/batang/{there}"' in page


def test_nothing_leads_beyond_a_period_that_is_not_over(box: Box) -> None:
    assert told("/kepuasan/batang/2026-07")["after"] is None


def test_each_month_is_asked_for_once(box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, ballots = [], box.desk.world.cases.ballots

    def counted(office: str, month: str) -> Iterable[Ballot]:
        asked.append(month)
        return ballots(office, month)

    monkeypatch.setattr(box.desk.world.cases, "ballots", counted, raising=False)
    for path in ("2026-S1", "2026-T1", "2026-03"):
        ask("GET", f"/kepuasan/batang/{path}")
    assert asked == [f"2026-{month:02}" for month in range(1, 7)]
