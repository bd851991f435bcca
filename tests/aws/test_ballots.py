"""Ballots: written with the case, and by nothing to be led back to it; fake and DynamoDB alike."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from functions.core.case import Case
from functions.core.errors import Stale
from functions.core.ports import Cases
from functions.core.satisfaction import Ballot
from tests.aws.given import APPLICANT, NINE, NUMBER, OTHER, SOP, filling

SCORES = {f"u{n}": n % 4 + 1 for n in range(1, 10)}
BALLOT = Ballot("chance-1", SOP.id, SCORES)


def _surveyed(cases: Cases, number: str, ballot: Ballot = BALLOT, at: datetime = NINE) -> Case:
    return cases.save(filling(number)).survey(APPLICANT, ballot, at)


def test_a_ballot_is_in_the_box_of_its_office_and_month(cases: Cases) -> None:
    case = cases.save(_surveyed(cases, NUMBER))
    assert cases.ballots("batang", "2026-03") == (BALLOT,)
    assert cases.get(NUMBER) == case
    assert case.surveyed
    assert cases.history(NUMBER)[-1].kind == "surveyed"


def test_no_other_box_has_it(cases: Cases) -> None:
    cases.save(_surveyed(cases, NUMBER))
    assert cases.ballots("batang", "2026-02") == ()
    assert cases.ballots("melawi", "2026-03") == ()


def test_a_month_ends_at_the_offices_midnight(cases: Cases) -> None:
    """31 March 17:30 UTC is 1 April in Batang."""
    cases.save(_surveyed(cases, NUMBER, at=NINE + timedelta(days=29, hours=8, minutes=30)))
    assert cases.ballots("batang", "2026-03") == ()
    assert cases.ballots("batang", "2026-04") == (BALLOT,)


def test_the_order_is_that_of_chance(cases: Cases) -> None:
    """Not that in which they came, nor that of the cases."""
    late, early = replace(BALLOT, id="z"), replace(BALLOT, id="a")
    cases.save(_surveyed(cases, NUMBER, late))
    cases.save(_surveyed(cases, OTHER, early, NINE + timedelta(days=1)))
    assert cases.ballots("batang", "2026-03") == (early, late)


def test_the_box_and_the_case_are_written_together_or_not_at_all(cases: Cases) -> None:
    answered = _surveyed(cases, NUMBER)
    cases.save(cases.get(NUMBER).save_answers(APPLICANT, "pajak", {"nib": "1"}, NINE))
    with pytest.raises(Stale):
        cases.save(answered)
    assert cases.ballots("batang", "2026-03") == ()
    assert not cases.get(NUMBER).surveyed


def test_the_same_saving_twice_is_one_ballot(cases: Cases) -> None:
    """Its answer was lost."""
    answered = _surveyed(cases, NUMBER)
    assert cases.save(answered) == cases.save(answered)
    assert cases.ballots("batang", "2026-03") == (BALLOT,)


def test_a_ballot_holds_the_service_and_the_scores_and_nothing_else(
    dynamodb: Any, real_store: Any
) -> None:
    real_store.cases.save(_surveyed(real_store.cases, NUMBER))
    items = dynamodb.scan(TableName="cases")["Items"]
    [line] = [item for item in items if item["pk"]["S"].startswith("survey#")]
    assert set(line) == {"pk", "sk", "body"}
    assert (line["pk"]["S"], line["sk"]["S"]) == ("survey#batang#2026-03", BALLOT.id)
    assert set(json.loads(line["body"]["S"])) == {"id", "service", "scores"}
    assert NUMBER not in repr(line)


def test_nothing_else_in_the_table_leads_to_a_ballot(dynamodb: Any, real_store: Any) -> None:
    real_store.cases.save(_surveyed(real_store.cases, NUMBER))
    items = dynamodb.scan(TableName="cases")["Items"]
    rest = [item for item in items if not item["pk"]["S"].startswith("survey#")]
    assert rest
    assert BALLOT.id not in repr(rest)
    assert '"u1"' not in repr(rest)
