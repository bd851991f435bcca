"""G7: a letter's calls to AWS, recorded, and then each of them failed in every way."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest
from botocore.exceptions import ReadTimeoutError

from functions.core.errors import Unavailable
from functions.core.facts import Letter
from functions.core.ports import Outbox
from functions.core.receipts import Receipt
from functions.notify.deliver import deliver
from functions.world import world
from tests.aws.conftest import REGION, TABLE
from tests.aws.given import NINE, NUMBER, Store, filling

KEY = "mail#again#tautan-lagi##0##2026-03-02T09:00"
TEN = timedelta(minutes=10)
FAULTS = ("throttled", "broken", "lost answer", "killed")


class Killed(BaseException):
    """The Lambda is gone."""


class Wire:
    """Every call of every client. `fault` befalls the one of the number `at`: before AWS has it,
    or after it was done. `mails`: how often SES took one."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.mails, self.at, self.fault = 0, -1, ""

    def listen(self, client: Any) -> Any:
        client.meta.events.register("before-call", self._before)
        client.meta.events.register("after-call", self._after)
        return client

    def _before(self, model: Any, **_: Any) -> Any:
        self.calls.append(model.name)
        if self._now and self.fault in {"throttled", "broken"}:
            status, code = (400, "ThrottlingException") if self.fault == "throttled" else (500, "x")
            answer = {"Error": {"Code": code}, "ResponseMetadata": {"HTTPStatusCode": status}}
            return SimpleNamespace(status_code=status), answer
        return None

    def _after(self, model: Any, http_response: Any, **_: Any) -> None:
        self.mails += model.name == "SendRawEmail" and http_response.status_code == 200
        if self._now and self.fault == "lost answer":
            raise ReadTimeoutError(endpoint_url="https://aws.test")
        if self._now and self.fault == "killed":
            raise Killed

    @property
    def _now(self) -> bool:
        return len(self.calls) == self.at + 1


@pytest.fixture
def wire(aws: Callable[[str], Any], dynamodb: Any, real_store: Store,
         monkeypatch: pytest.MonkeyPatch) -> Iterator[Wire]:  # fmt: skip
    """The relay's world before an AWS in memory, with a letter to be sent."""
    kms = aws("kms")
    keys = [
        kms.create_key(KeySpec="HMAC_256", KeyUsage="GENERATE_VERIFY_MAC")["KeyMetadata"]["Arn"]
        for _ in range(2)
    ]
    aws("ses").verify_domain_identity(Domain="lpse-batang.test")
    told = {"CASES_TABLE": TABLE, "LINK_KEY": f"k1={keys[0]}", "PRINT_KEY": keys[1]}
    for name, value in {**told, "SITE_URL": "https://loket.test", "AWS_REGION": REGION}.items():
        monkeypatch.setenv(name, value)
    world.cache_clear()
    found, here = Wire(), world()
    here.client = lambda service: found.listen(aws(service))
    here.now = lambda: NINE
    real_store.cases.save(filling())
    real_store.outbox.post(NUMBER, Letter("tautan-lagi"), NINE)
    yield found
    world.cache_clear()


def sweep(outbox: Outbox, told: bool) -> str:
    """Some rounds of it; `told`: SES tells of what it took. What the letter came to in the end."""
    for n in range(1, 5):
        if told:
            outbox.told(NUMBER, KEY, Receipt("delivered", NINE, "message-1"))
        world().now = lambda at=NINE + n * TEN: at  # type: ignore[misc]
        if (NUMBER, KEY) in outbox.unsent(world().now()):
            with suppress(Unavailable):
                deliver(NUMBER, KEY)
    return {sent.key: sent.status for sent in outbox.of(NUMBER)}[KEY]


def tried(wire: Wire, outbox: Outbox, at: int, fault: str, told: bool) -> str:
    """The letter sent once more from the start, with that fault at that call."""
    world().now = lambda: NINE
    wire.calls.clear()
    wire.mails, wire.at, wire.fault = 0, at, fault
    with suppress(Unavailable, Killed):
        deliver(NUMBER, KEY)
    wire.at = -1
    return sweep(outbox, told and wire.mails > 0)


def test_each_call_may_fail_in_every_way_and_the_letter_still_leaves_once_or_twice(
    wire: Wire, real_store: Store, dynamodb: Any
) -> None:
    outbox, twice = real_store.outbox, set()
    [body] = [r for r in dynamodb.scan(TableName=TABLE)["Items"] if r["sk"]["S"] == KEY]
    deliver(NUMBER, KEY)
    flow = list(wire.calls)
    assert flow[0] == flow[-1] == "UpdateItem"
    for (at, name), fault in product(enumerate(flow), FAULTS):
        for told in {at >= flow.index("SendRawEmail"), False}:
            dynamodb.put_item(TableName=TABLE, Item=body)
            assert tried(wire, outbox, at, fault, told) in {"sent", "delivered"}, (name, fault)
            assert 1 <= wire.mails <= (1 if told else 2), (name, fault)
            twice |= {(name, fault)} if wire.mails == 2 else set()
    assert twice == {
        ("SendRawEmail", "lost answer"), ("SendRawEmail", "killed"),
        ("UpdateItem", "throttled"), ("UpdateItem", "broken"),
    }  # fmt: skip
