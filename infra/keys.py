"""Which rooms may do what with which key."""

from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_lambda as lambda_

from infra.store import Store

LINK_KEY = "k1"


class Keys:
    def __init__(self, store: Store) -> None:
        self._store = store

    def verified_by(self, *rooms: lambda_.Function) -> None:
        """Links are opened there; whoever opens them cannot sign any."""
        for room in rooms:
            room.add_environment("LINK_KEYS", f"{LINK_KEY}={self._store.links.key_arn}")
            _allow(room, "kms:VerifyMac", self._store.links)

    def signed_by(self, *rooms: lambda_.Function) -> None:
        for room in rooms:
            room.add_environment("LINK_KEY", f"{LINK_KEY}={self._store.links.key_arn}")
            _allow(room, "kms:GenerateMac", self._store.links)

    def printed_by(self, *rooms: lambda_.Function) -> None:
        """Values are known again there by their keyed hashes."""
        for room in rooms:
            room.add_environment("PRINT_KEY", self._store.prints.key_arn)
            _allow(room, "kms:GenerateMac", self._store.prints)

    def sealed_by(self, room: lambda_.Function) -> None:
        self._seals(room, "kms:Encrypt")

    def unsealed_by(self, room: lambda_.Function) -> None:
        self._seals(room, "kms:Decrypt")

    def _seals(self, room: lambda_.Function, action: str) -> None:
        room.add_environment("SEAL_KEY", self._store.seals.key_arn)
        _allow(room, action, self._store.seals)


def _allow(room: lambda_.Function, action: str, key: kms.Key) -> None:
    room.add_to_role_policy(iam.PolicyStatement(actions=[action], resources=[key.key_arn]))
