"""The adapters are tested with the very indexes that are deployed."""

from tests.aws.given import INDEXES
from tests.infra.template import Resources, of_type


def test_the_indexes_carry_what_queues_and_the_sweep_are_read_by(prod: Resources) -> None:
    [table] = of_type(prod, "DynamoDB::Table")
    deployed = table["Properties"]["GlobalSecondaryIndexes"]
    carried = {i["IndexName"]: i["Projection"].get("NonKeyAttributes", []) for i in deployed}
    assert carried == {name: list(attributes) for name, attributes in INDEXES.items()}
