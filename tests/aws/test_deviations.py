"""The register of deviations: written with the case, read by month, by fake and DynamoDB alike."""

from dataclasses import replace
from datetime import timedelta

from functions.core.case import Case
from functions.core.ports import Cases
from tests.aws.given import NINE, NUMBER, OFFICER, OTHER, SOP, waiting

MINUTE = timedelta(minutes=1)


def _late(number: str, at: timedelta) -> Case:
    """Decided a minute after its time."""
    since = NINE + at
    case = waiting(number, since=since, due=since, way="tatap-muka")
    return case.decide(SOP, OFFICER, "sesuai", since + MINUTE)


def test_what_deviated_is_in_the_register_of_its_month(cases: Cases) -> None:
    """G9"""
    cases.save(_late(NUMBER, timedelta()))
    [found] = cases.deviations("batang", "2026-03")
    assert (found.case, found.sop, found.event.detail["what"]) == (NUMBER, SOP.key, "late")
    assert found.event == next(e for e in cases.history(NUMBER) if e.kind == "deviated")


def test_the_register_is_in_the_order_of_time(cases: Cases) -> None:
    cases.save(_late(NUMBER, timedelta(days=1)))
    cases.save(_late(OTHER, timedelta()))
    assert [found.case for found in cases.deviations("batang", "2026-03")] == [OTHER, NUMBER]


def test_a_month_ends_at_the_offices_midnight(cases: Cases) -> None:
    """31 March 17:30 UTC is 1 April in Batang."""
    cases.save(_late(NUMBER, timedelta(days=29, hours=8, minutes=30)))
    assert cases.deviations("batang", "2026-03") == ()
    assert len(cases.deviations("batang", "2026-04")) == 1


def test_no_office_sees_anothers_register(cases: Cases) -> None:
    cases.save(replace(_late(NUMBER, timedelta()), office="melawi"))
    assert cases.deviations("batang", "2026-03") == ()
    assert len(cases.deviations("melawi", "2026-03")) == 1


def test_a_decision_in_time_leaves_the_register_empty(cases: Cases) -> None:
    cases.save(waiting(way="tatap-muka").decide(SOP, OFFICER, "sesuai", NINE))
    assert cases.deviations("batang", "2026-03") == ()
