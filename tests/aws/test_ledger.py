"""The offices' ledgers: written with the case, read by month, by fake and DynamoDB alike."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from functions.core.case import Case
from functions.core.errors import Stale
from functions.core.history import DEVIATED
from functions.core.ledger import KINDS
from functions.core.ports import Cases
from tests.aws.given import NINE, NUMBER, OFFICER, OTHER, SOP, opened, waiting

MINUTE = timedelta(minutes=1)


def _late(number: str, at: timedelta) -> Case:
    """Decided a minute after its time."""
    since = NINE + at
    case = waiting(number, since=since, due=since, way="tatap-muka")
    return case.decide(SOP, OFFICER, "sesuai", since + MINUTE)


def test_what_deviated_is_in_the_ledger_of_its_month(cases: Cases) -> None:
    """G9"""
    cases.save(_late(NUMBER, timedelta()))
    [found] = cases.ledger("batang", "2026-03", DEVIATED)
    assert (found.case, found.sop, found.event.detail["what"]) == (NUMBER, SOP.key, "late")
    assert found.event == next(e for e in cases.history(NUMBER) if e.kind == DEVIATED)


def test_the_ledger_holds_the_cases_own_lines_of_its_kinds(cases: Cases) -> None:
    cases.save(_late(NUMBER, timedelta()))
    lines = cases.ledger("batang", "2026-03", *KINDS)
    assert [line.event for line in lines] == [e for e in cases.history(NUMBER) if e.kind in KINDS]
    assert [line.event.kind for line in lines][:3] == ["opened", "begun", "decided"]


def test_only_the_kinds_that_are_asked_for_are_told(cases: Cases) -> None:
    cases.save(_late(NUMBER, timedelta()))
    kinds = [line.event.kind for line in cases.ledger("batang", "2026-03", "opened", DEVIATED)]
    assert kinds == ["opened", DEVIATED]
    assert cases.ledger("batang", "2026-03") == ()


def test_what_no_figure_rests_on_is_not_in_the_ledger(cases: Cases) -> None:
    cases.save(opened().recover(NINE))
    assert "recovered" in [e.kind for e in cases.history(NUMBER)]
    assert cases.ledger("batang", "2026-03", "recovered") == ()


def test_the_ledger_is_in_the_order_of_time_whatever_the_kind(cases: Cases) -> None:
    cases.save(_late(NUMBER, timedelta(days=1)))
    cases.save(_late(OTHER, timedelta()))
    found = cases.ledger("batang", "2026-03", DEVIATED)
    assert [line.case for line in found] == [OTHER, NUMBER]
    times = [line.event.at for line in cases.ledger("batang", "2026-03", *KINDS)]
    assert times == sorted(times)


def test_a_month_ends_at_the_offices_midnight(cases: Cases) -> None:
    """31 March 17:30 UTC is 1 April in Batang."""
    cases.save(_late(NUMBER, timedelta(days=29, hours=8, minutes=30)))
    assert cases.ledger("batang", "2026-03", *KINDS) == ()
    assert len(cases.ledger("batang", "2026-04", DEVIATED)) == 1


def test_no_office_sees_anothers_ledger(cases: Cases) -> None:
    cases.save(replace(_late(NUMBER, timedelta()), office="melawi"))
    assert cases.ledger("batang", "2026-03", *KINDS) == ()
    assert len(cases.ledger("melawi", "2026-03", DEVIATED)) == 1


def test_a_decision_in_time_is_no_deviation(cases: Cases) -> None:
    cases.save(waiting(way="tatap-muka").decide(SOP, OFFICER, "sesuai", NINE))
    assert cases.ledger("batang", "2026-03", DEVIATED) == ()


def test_what_is_not_saved_is_in_no_ledger(cases: Cases) -> None:
    cases.save(opened())
    with pytest.raises(Stale):
        cases.save(opened(at=NINE + MINUTE))
    assert len(cases.ledger("batang", "2026-03", *KINDS)) == 1


def test_a_line_of_the_ledger_names_nobody(dynamodb: Any, real_store: Any) -> None:
    """G11"""
    real_store.cases.save(_late(NUMBER, timedelta()))
    items = dynamodb.scan(TableName="cases")["Items"]
    lines = [item for item in items if item["pk"]["S"].startswith("ledger#")]
    assert lines
    assert all(set(line) == {"pk", "sk", "case", "sop", "body"} for line in lines)
    assert "dewi" not in repr(lines)
