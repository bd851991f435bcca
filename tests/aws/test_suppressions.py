"""Mailboxes that nothing is sent to: the fake and DynamoDB alike."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from functions.aws.suppressions import DynamoSuppressions
from functions.core.calling import Call
from functions.core.facts import Actor
from functions.core.ports import Cases, Suppressions
from tests.aws.conftest import TABLE
from tests.aws.given import NINE, filling
from tests.fakes import MemoryCases

MINE, OTHERS = "fingerprint-1", "fingerprint-2"
Pair = tuple[Suppressions, Cases]


@pytest.fixture(params=["fake", "real"])
def pair(request: pytest.FixtureRequest) -> Pair:
    if request.param == "fake":
        cases = MemoryCases()
        return cases.suppressions, cases
    store = request.getfixturevalue("real_store")
    return DynamoSuppressions(request.getfixturevalue("dynamodb"), TABLE), store.cases


def test_a_mailbox_is_held_until_it_is_lifted(pair: Pair) -> None:
    kept, _ = pair
    assert not kept.holds(MINE)
    for _ in range(2):
        kept.add(MINE, "bounced", NINE)
    assert (kept.holds(MINE), kept.holds(OTHERS)) == (True, False)
    for _ in range(2):
        kept.lift(MINE)
    assert not kept.holds(MINE)


def test_the_word_of_an_officer_lifts_it_together_with_the_line_that_says_so(pair: Pair) -> None:
    kept, cases = pair
    kept.add(MINE, "bounced", NINE)
    kept.add(OTHERS, "bounced", NINE)
    case = cases.save(replace(filling(), call=Call(NINE, NINE, ("mail#1",))))
    assert kept.holds(MINE)
    cases.save(case.told_by_phone(Actor("vera", "verifikator"), [MINE], NINE))
    assert (kept.holds(MINE), kept.holds(OTHERS)) == (False, True)
    assert cases.history(case.id)[-1].kind == "called"


def test_no_address_is_in_it(aws: Callable[[str], Any], dynamodb: Any) -> None:
    """G8"""
    DynamoSuppressions(dynamodb, TABLE).add(MINE, "complained", NINE)
    [item] = dynamodb.scan(TableName=TABLE)["Items"]
    assert set(item) == {"pk", "sk", "why", "at"}
