"""A queue costs the same, however long it is: ten thousand tasks of one office and role."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from math import ceil
from typing import Any

import pytest

from functions.aws.cases import SIZE, DynamoCases
from functions.aws.indexes import indexed
from functions.aws.items import to_item
from functions.core.case import Case
from functions.core.facts import Hand, OpenStep
from functions.core.records import Sift
from tests.aws.conftest import TABLE
from tests.aws.given import NINE, SOP, opened

OPEN, BATCH = 10_000, 25
UNIT = 4096
BODY = "x" * 400
"""In the place of a snapshot: no index carries it."""
MINUTE = timedelta(minutes=1)
NAMED = replace(opened(), answers={SOP.known_by: "CV Sumber Rejeki Makmur Abadi"}, transit=None)


@dataclass
class Read:
    """What was asked of DynamoDB, and what it gave."""

    asked: list[dict[str, Any]] = field(default_factory=list)
    items: list[dict[str, Any]] = field(default_factory=list)

    @property
    def size(self) -> int:
        """In bytes, as DynamoDB counts an item: names and values."""
        return sum(len(n) + len(v["S"].encode()) for i in self.items for n, v in i.items())

    @property
    def units(self) -> float:
        """Half a unit for every 4 KB begun: an index is read eventually consistent."""
        return ceil(self.size / UNIT) / 2


def lying(n: int) -> Case:
    """Named, taken up and paused: a line cannot carry more."""
    here = OpenStep(
        "periksa", "verifikator", 2, NINE, NINE + n * MINUTE, "token",
        paused=NINE, hand=Hand("vera", "Vera Ananda Kusumawardhani"),
    )  # fmt: skip
    return replace(NAMED, id=f"BTG-{n:04}-2222", here=here)


def put(n: int) -> dict[str, Any]:
    case = lying(n)
    record = {"pk": case.id, "sk": "case", "body": BODY} | indexed(case)
    return {"PutRequest": {"Item": to_item(record)}}


@pytest.fixture
def cases(dynamodb: Any) -> DynamoCases:
    """Written straight into the table: ten thousand transactions would prove no more."""
    for n in range(0, OPEN, BATCH):
        batch = [put(m) for m in range(n, n + BATCH)]
        dynamodb.batch_write_item(RequestItems={TABLE: batch})
    return DynamoCases(dynamodb, TABLE)


@contextmanager
def reading(dynamodb: Any) -> Iterator[Read]:
    read, events = Read(), dynamodb.meta.events
    handlers: dict[str, Callable[..., None]] = {
        "provide-client-params.dynamodb": lambda params, **_: read.asked.append(params),
        "after-call.dynamodb": lambda parsed, **_: read.items.extend(parsed["Items"]),
    }
    for name, handler in handlers.items():
        events.register(name, handler)
    yield read
    for name, handler in handlers.items():
        events.unregister(name, handler)


def place(n: int) -> str:
    """Where in the queue the lines after the first `n` begin."""
    return indexed(lying(n - 1))["desk_due"] if n else ""


def test_a_page_of_ten_thousand_tasks_is_one_query_of_a_few_kilobytes(
    dynamodb: Any, cases: DynamoCases, record_property: Callable[[str, object], None]
) -> None:
    """From its beginning, its middle and near its end; and the late ones alone."""
    soon = NINE + 5 * MINUTE
    for first, until, shown in ((0, None, 50), (5000, None, 50), (9950, None, 50), (0, soon, 5)):
        with reading(dynamodb) as read:
            page = cases.queue("batang", ["verifikator"], place(first), Sift(until=until))
        assert [line.case for line in page.lines] == [lying(first + n).id for n in range(shown)]
        assert [asked["Limit"] for asked in read.asked] == [SIZE + 1]
        assert len(read.items) <= SIZE + 1
        assert read.units <= 3
        told = f"{len(read.items)} lines, {read.size} bytes, {read.units} read units"
        record_property(f"from task {first}", told)
        print(f"from task {first}: {told}")


def test_a_sift_of_ten_thousand_tasks_is_one_query_of_what_one_may_read(
    dynamodb: Any, cases: DynamoCases, record_property: Callable[[str, object], None]
) -> None:
    """DynamoDB reads a megabyte for one query at most: 128 units, eventually consistent."""
    with reading(dynamodb) as read:
        page = cases.queue("batang", ["verifikator"], sift=Sift(hand="nobody-yet"))
    assert page.lines == ()
    assert len(read.asked) == 1
    record_property("sifted", f"{len(read.asked)} query")
