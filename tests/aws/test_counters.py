"""Counts, by fake and DynamoDB alike."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from functions.aws.counters import DynamoCounters
from functions.core.ports import Counters
from tests.aws.conftest import TABLE
from tests.fakes import MemoryCounters

LATER = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)


@pytest.fixture(params=["fake", "real"])
def counters(request: pytest.FixtureRequest) -> Iterator[Counters]:
    if request.param == "fake":
        yield MemoryCounters()
    else:
        yield DynamoCounters(request.getfixturevalue("dynamodb"), TABLE)


def test_each_count_says_how_many_there_are_now(counters: Counters) -> None:
    assert [counters.add("kartu", "sanggah") for _ in range(3)] == [1, 2, 3]


def test_counts_of_other_names_and_groups_are_their_own(counters: Counters) -> None:
    for group, name in (("a", "x"), ("a", "y"), ("a", "y"), ("b", "x")):
        counters.add(group, name)
    assert counters.all("a") == {"x": 1, "y": 2}
    assert counters.all("nowhere") == {}


def test_what_is_to_be_forgotten_says_when(dynamodb: Any) -> None:
    DynamoCounters(dynamodb, TABLE).add("lapor", "jam", LATER)
    [item] = dynamodb.scan(TableName=TABLE)["Items"]
    assert item["gone_at"] == {"N": str(int(LATER.timestamp()))}
