"""Each port twice: as the fake, and as the real adapter before an AWS in memory."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from moto import mock_aws

from functions.aws import client
from functions.aws.cases import DynamoCases
from functions.aws.outbox import DynamoOutbox
from functions.aws.staff import DynamoStaff
from functions.aws.webhook import Endpoint, WebhookMessenger
from functions.core.ports import Cases, Outbox
from functions.core.staff import Staff
from tests.aws.given import INDEXES, NINE, Store
from tests.aws.receiver import SECRET, Receiver, receiving
from tests.fakes import MemoryCases

REGION = "ap-southeast-3"
TABLE = "cases"


@pytest.fixture
def aws(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Any]]:
    """The service's own clients, which reach no further than this process."""
    monkeypatch.setenv("AWS_DEFAULT_REGION", REGION)
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    with mock_aws(config={"core": {"reset_boto3_session": False}}):
        yield client


@pytest.fixture
def dynamodb(aws: Callable[[str], Any]) -> Any:
    """A client, and the table of infra/store.py."""
    made = aws("dynamodb")
    names = ["pk", "sk", *(f"{index}{end}" for index in INDEXES for end in ("", "_due"))]
    made.create_table(
        TableName=TABLE,
        BillingMode="PAY_PER_REQUEST",
        KeySchema=_keys("pk", "sk"),
        AttributeDefinitions=[{"AttributeName": n, "AttributeType": "S"} for n in names],
        GlobalSecondaryIndexes=[
            {
                "IndexName": index,
                "KeySchema": _keys(index, f"{index}_due"),
                "Projection": _projection(carried),
            }
            for index, carried in INDEXES.items()
        ],
    )
    return made


@pytest.fixture
def real_store(dynamodb: Any) -> Store:
    return Store(
        DynamoCases(dynamodb, TABLE), DynamoOutbox(dynamodb, TABLE), DynamoStaff(dynamodb, TABLE)
    )


@pytest.fixture
def fake_store() -> Store:
    cases = MemoryCases()
    return Store(cases, cases.outbox, cases.staff)


@pytest.fixture(params=["fake", "real"])
def store(request: pytest.FixtureRequest) -> Store:
    found: Store = request.getfixturevalue(f"{request.param}_store")
    return found


@pytest.fixture
def cases(store: Store) -> Cases:
    return store.cases


@pytest.fixture
def outbox(store: Store) -> Outbox:
    return store.outbox


@pytest.fixture
def staff(store: Store) -> Staff:
    return store.staff


@pytest.fixture
def secrets(aws: Callable[[str], Any]) -> Any:
    client = aws("secretsmanager")
    client.create_secret(Name="signing", SecretString=SECRET)
    return client


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving(SECRET) as found:
        yield found


@pytest.fixture
def webhook(secrets: Any, receiver: Receiver) -> WebhookMessenger:
    return WebhookMessenger(secrets, {"batang": Endpoint(receiver.url, "signing")}, lambda: NINE)


def _projection(carried: tuple[str, ...]) -> dict[str, Any]:
    if not carried:
        return {"ProjectionType": "KEYS_ONLY"}
    return {"ProjectionType": "INCLUDE", "NonKeyAttributes": list(carried)}


def _keys(partition: str, sort: str) -> list[dict[str, str]]:
    kinds = {partition: "HASH", sort: "RANGE"}
    return [{"AttributeName": name, "KeyType": kind} for name, kind in kinds.items()]
