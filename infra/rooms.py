"""The Lambdas, each with the environment and the rights that its work needs, and no more."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from constructs import Construct

from functions.core.grievance import ATTACHED
from functions.core.scans import NOTIFICATION, STATEMENT
from functions.offices import all_offices
from infra.clean import READ, CleanScans
from infra.keys import Keys
from infra.messengers import Messengers
from infra.packaging import LIBRARIES, PRESS, RUNTIME, SCANS, code, libraries
from infra.stage import Stage
from infra.store import Store

READING = ("GetItem", "Query")
WRITING = (*READING, "PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem")


class Rooms(Construct):
    def __init__(self, scope: Construct, stage: Stage, store: Store) -> None:
        super().__init__(scope, "Rooms")
        self._stage, self._store, self._code = stage, store, code()
        self._libraries = self._layers("Libraries", LIBRARIES)
        opening: dict[str, Any] = {
            "layers": self._layers("ScansLibraries", SCANS),
            "memory_size": 1536,
        }
        self.register = self._room("Register", "register.app")
        self.verify = self._room("Verify", "verify.app")
        self.complaints = self._room("Complaints", "complaints.app")
        self.scans = self._room("Scans", "register.scans", seconds=60, **opening)
        self.begin = self._room("Begin", "verify.begin")
        self.relay = self._room("Relay", "notify.relay", seconds=60)
        self.sweep = self._room("Sweep", "notify.sweep", seconds=60)
        self.receipts = self._room("Receipts", "notify.receipts", seconds=60)
        self.inbound = self._room("Inbound", "complaints.inbound", seconds=60)
        self.appoint = self._room("Appoint", "verify.appoint")
        self.retention = self._room("Retention", "verify.retention", seconds=300)
        self.breach = self._room("Breach", "verify.breach", seconds=300, items=READING)
        self.press = self._press()
        self.stamp = self._function("Stamp", "verify.stamp", seconds=60, **opening)
        self._keys()
        self._documents()
        self._clean()
        self._archive()
        self._mail()
        self._inbox()
        Messengers(self, stage).open_to(self.relay, self.sweep)

    @property
    def every(self) -> list[lambda_.Function]:
        talking = [self.register, self.verify, self.complaints, self.scans, self.begin]
        alone = [self.appoint, self.retention, self.breach, self.press, self.stamp]
        return [*talking, self.relay, self.sweep, self.receipts, self.inbound, *alone]

    def _keys(self) -> None:
        keys, movers = Keys(self._store), (self.relay, self.sweep)
        keys.verified_by(self.register, self.verify)
        keys.signed_by(*movers)
        doors = (self.register, self.verify, self.complaints)
        keys.printed_by(*doors, *movers, self.receipts, self.inbound)
        keys.sealed_by(self.verify)
        keys.unsealed_by(self.register)

    def _documents(self) -> None:
        """A presigned form or address can do only what its signer may do."""
        for room in (self.register, self.verify, self.complaints, self.scans):
            room.add_environment("SCANS_BUCKET", self._store.scans.bucket_name)
        everything = [self._store.scans.arn_for_objects("*")]
        for room in (self.register, self.verify):
            put = iam.PolicyStatement(actions=["s3:PutObject"], resources=everything)
            room.add_to_role_policy(put)
        attached = [self._store.scans.arn_for_objects(f"*/{ATTACHED}/*")]
        put = iam.PolicyStatement(actions=["s3:PutObject"], resources=attached)
        self.complaints.add_to_role_policy(put)
        judged = ["s3:GetObjectVersionTagging"] if self._stage.malware else []
        read = iam.PolicyStatement(actions=[*READ, *judged], resources=everything)
        self.scans.add_to_role_policy(read)
        self.scans.add_environment("MALWARE", self._stage.malware)

    def _clean(self) -> None:
        """Two Lambdas open what others sent: what makes it anew, and what makes copies of that."""
        clean = CleanScans(self._stage, self._store)
        clean.written_by(self.scans)
        clean.open_to_applicants(self.register)
        clean.open_to_complainants(self.complaints)
        clean.open_to_officers(self.verify)
        clean.copied_by(self.stamp)
        self.verify.add_environment("STAMP_FUNCTION", self.stamp.function_name)
        self.stamp.grant_invoke(self.verify)

    def _archive(self) -> None:
        """Each room puts there what is signed at its own door, and shows what both put there."""
        everything = [self._store.archive.arn_for_objects("*")]
        read = iam.PolicyStatement(actions=["s3:GetObject"], resources=everything)
        for room, name in ((self.register, STATEMENT), (self.verify, NOTIFICATION)):
            room.add_environment("ARCHIVE_BUCKET", self._store.archive.bucket_name)
            kept = [self._store.archive.arn_for_objects(f"*/{name}/*")]
            room.add_to_role_policy(iam.PolicyStatement(actions=["s3:PutObject"], resources=kept))
            room.add_to_role_policy(read)

    def _mail(self) -> None:
        senders = [f"arn:aws:ses:*:*:identity/{domain}" for domain in sender_domains()]
        for room in (self.relay, self.sweep):
            room.add_to_role_policy(
                iam.PolicyStatement(actions=["ses:SendRawEmail"], resources=senders)
            )

    def _inbox(self) -> None:
        """What is attached to a mail goes the way of a scan, as if it had been posted."""
        self.inbound.add_environment("INBOX_BUCKET", self._store.inbox.bucket_name)
        self.inbound.add_environment("SCANS_BUCKET", self._store.scans.bucket_name)
        for action, place in {
            "s3:GetObject": self._store.inbox.arn_for_objects("*"),
            "s3:PutObject": self._store.scans.arn_for_objects(f"*/{ATTACHED}/*"),
        }.items():
            may = iam.PolicyStatement(actions=[action], resources=[place])
            self.inbound.add_to_role_policy(may)

    def _press(self) -> lambda_.Function:
        """It has a layer of its own, knows only what it is sent, and may do nothing."""
        press = self._function(
            "Press", "notify.press", seconds=30, memory_size=1536,
            layers=self._layers("PressLibraries", PRESS),
        )  # fmt: skip
        for room in (self.register, self.verify, self.complaints):
            room.add_environment("PRESS_FUNCTION", press.function_name)
            press.grant_invoke(room)
        return press

    def _room(
        self, id: str, module: str, seconds: int = 15, items: Iterable[str] = WRITING, **more: Any
    ) -> lambda_.Function:
        """`items`: what it may do with those of the table: neither scan nor change the table."""
        room = self._function(
            id,
            module,
            seconds,
            **{"layers": self._libraries, "memory_size": 1024, **more},
            environment={
                "CASES_TABLE": self._store.cases.table_name,
                "POWERTOOLS_SERVICE_NAME": id.lower(),
                "SITE_URL": self._stage.site,
                "LINK_EPOCH": str(self._stage.epoch),
                "UPLOAD_ORIGIN": self._stage.uploads.replace(
                    "BUCKET", self._store.scans.bucket_name
                ),
            },
        )
        self._store.cases.grant(room, *(f"dynamodb:{item}" for item in items))
        return room

    def _function(self, id: str, module: str, seconds: int, **more: Any) -> lambda_.Function:
        return lambda_.Function(
            self,
            id,
            runtime=RUNTIME,
            architecture=lambda_.Architecture.ARM_64,
            handler=f"functions.{module}.handler",
            code=self._code,
            timeout=Duration.seconds(seconds),
            log_group=logs.LogGroup(
                self,
                f"{id}Log",
                retention=logs.RetentionDays.THREE_MONTHS,
                removal_policy=RemovalPolicy.DESTROY,
            ),
            **more,
        )

    def _layers(self, id: str, lock: Path) -> list[lambda_.LayerVersion]:
        """The libraries of a lock file, where the stage ships them."""
        if not self._stage.layer:
            return []
        layer = lambda_.LayerVersion(
            self,
            id,
            code=libraries(lock),
            compatible_runtimes=[RUNTIME],
            compatible_architectures=[lambda_.Architecture.ARM_64],
        )
        return [layer]


def sender_domains() -> list[str]:
    """The domains that the offices' mails come from."""
    return sorted({office.sender.split("@")[1] for office in all_offices().values()})
