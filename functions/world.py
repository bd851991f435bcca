"""The composition root: the sole reader of the environment and of the clock."""

import json
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache, cached_property
from typing import Any

from functions.aws import client, presigner
from functions.aws.archive import S3Archive
from functions.aws.cases import DynamoCases
from functions.aws.clean import S3Clean
from functions.aws.counters import DynamoCounters
from functions.aws.inbox import S3Inbox
from functions.aws.keys import KmsFingerprints, KmsSeals, KmsSigner, KmsVerifier
from functions.aws.mail import SesMail
from functions.aws.malware import GuardDuty, NoScanner
from functions.aws.outbox import DynamoOutbox
from functions.aws.press import LambdaPress
from functions.aws.scans import S3Scans
from functions.aws.shredder import S3Shredder
from functions.aws.staff import DynamoStaff
from functions.aws.stamps import LambdaStamps, S3Views
from functions.aws.suppressions import DynamoSuppressions
from functions.aws.webhook import Endpoint, WebhookMessenger
from functions.aws.workflow import StepFunctions
from functions.core.ports import (
    Cases,
    Counters,
    Fingerprints,
    Mail,
    Messenger,
    Outbox,
    Press,
    Seals,
    Signer,
    Suppressions,
    Verifier,
    Workflow,
)
from functions.core.staff import Staff
from functions.core.stores import (
    Archive,
    CleanScans,
    Inbox,
    Malware,
    Scans,
    Shredder,
    Stamps,
    Views,
)


@dataclass(eq=False)
class World:
    """Everything outside of Loket; each port is made when it is first asked for."""

    env: dict[str, str]
    client: Callable[[str], Any] = client
    now: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
    pick: Callable[[str], str] = secrets.choice
    token: Callable[[], str] = field(default=lambda: secrets.token_urlsafe(16))

    @property
    def site(self) -> str:
        """The public address of the pages, without a slash at its end."""
        return self.env["SITE_URL"]

    @property
    def uploads(self) -> str:
        """The origin that scans are posted to."""
        return self.env.get("UPLOAD_ORIGIN", "")

    @property
    def shows(self) -> str:
        """The origins that scans are shown from."""
        return self.env.get("SHOWN_ORIGINS", "")

    @property
    def epoch(self) -> int:
        return int(self.env.get("LINK_EPOCH", "0"))

    @cached_property
    def cases(self) -> Cases:
        return DynamoCases(self.client("dynamodb"), self.env["CASES_TABLE"])

    @cached_property
    def outbox(self) -> Outbox:
        return DynamoOutbox(self.client("dynamodb"), self.env["CASES_TABLE"])

    @cached_property
    def staff(self) -> Staff:
        return DynamoStaff(self.client("dynamodb"), self.env["CASES_TABLE"])

    @cached_property
    def counters(self) -> Counters:
        return DynamoCounters(self.client("dynamodb"), self.env["CASES_TABLE"])

    @cached_property
    def workflow(self) -> Workflow:
        return StepFunctions(self.client("stepfunctions"), json.loads(self.env["MACHINES"]))

    @cached_property
    def mail(self) -> Mail:
        return SesMail(self.client("ses"), self.env.get("CONFIGURATION_SET", ""))

    @cached_property
    def suppressions(self) -> Suppressions:
        return DynamoSuppressions(self.client("dynamodb"), self.env["CASES_TABLE"])

    @cached_property
    def messenger(self) -> Messenger:
        told = json.loads(self.env.get("MESSENGERS", "{}"))
        endpoints = {office: Endpoint(**endpoint) for office, endpoint in told.items()}
        return WebhookMessenger(self.client("secretsmanager"), endpoints, self.now)

    @cached_property
    def press(self) -> Press:
        return LambdaPress(self.client("lambda"), self.env["PRESS_FUNCTION"])

    @cached_property
    def signer(self) -> Signer:
        return KmsSigner(self.client("kms"), *self.env["LINK_KEY"].split("=", 1))

    @cached_property
    def verifier(self) -> Verifier:
        keys = dict(pair.split("=", 1) for pair in self.env["LINK_KEYS"].split(","))
        return KmsVerifier(self.client("kms"), keys)

    @cached_property
    def fingerprints(self) -> Fingerprints:
        return KmsFingerprints(self.client("kms"), self.env["PRINT_KEY"])

    @cached_property
    def seals(self) -> Seals:
        return KmsSeals(self.client("kms"), self.env["SEAL_KEY"])

    @cached_property
    def scans(self) -> Scans:
        return S3Scans(self.client("s3"), presigner(), self.env["SCANS_BUCKET"])

    @cached_property
    def stamps(self) -> Stamps:
        return LambdaStamps(self.client("lambda"), self.env["STAMP_FUNCTION"], self.views)

    @cached_property
    def views(self) -> Views:
        return S3Views(self.client("s3"), presigner(), self.env["VIEWS_BUCKET"])

    @cached_property
    def malware(self) -> Malware:
        scanners: dict[str, Callable[[], Malware]] = {
            "": NoScanner,
            "guardduty": lambda: GuardDuty(self.client("s3"), self.env["SCANS_BUCKET"]),
        }
        return scanners[self.env.get("MALWARE", "")]()

    @cached_property
    def clean(self) -> CleanScans:
        return S3Clean(self.client("s3"), presigner(), self.env["CLEAN_BUCKET"])

    @cached_property
    def inbox(self) -> Inbox:
        return S3Inbox(self.client("s3"), self.env["INBOX_BUCKET"])

    @cached_property
    def archive(self) -> Archive:
        return S3Archive(self.client("s3"), presigner(), self.env["ARCHIVE_BUCKET"])

    @cached_property
    def shredder(self) -> Shredder:
        buckets = self.env["SHRED_BUCKETS"].split(",")
        archive, views = self.env["ARCHIVE_BUCKET"], self.env["VIEWS_BUCKET"]
        return S3Shredder(self.client("s3"), buckets, archive, views)


@cache
def world() -> World:
    return World(dict(os.environ))
