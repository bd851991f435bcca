"""Whatever AWS cannot do is Unavailable, in every call of every adapter. G20."""

from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest
from botocore.exceptions import EndpointConnectionError, ReadTimeoutError

from functions.aws.cases import DynamoCases
from functions.aws.clean import S3Clean
from functions.aws.inbox import S3Inbox
from functions.aws.keys import KmsFingerprints, KmsSeals, KmsSigner, KmsVerifier
from functions.aws.mail import SesMail
from functions.aws.malware import GuardDuty
from functions.aws.outbox import DynamoOutbox
from functions.aws.press import LambdaPress
from functions.aws.scans import S3Scans
from functions.aws.staff import DynamoStaff
from functions.aws.stamps import LambdaStamps, S3Views
from functions.aws.suppressions import DynamoSuppressions
from functions.aws.webhook import Endpoint, WebhookMessenger
from functions.aws.workflow import StepFunctions
from functions.core.errors import Unavailable
from functions.core.facts import Letter
from functions.core.presence import Presence
from functions.core.receipts import Receipt
from functions.core.staff import appointed
from tests.aws.given import NINE, NUMBER, SOP, VERA, opened
from tests.aws.test_mail import MESSAGE
from tests.aws.test_press import PAPER
from tests.aws.test_stamps import FRONT, LINES
from tests.aws.test_webhook import NOTE
from tests.fakes import MemoryArchive

ARN = "arn:aws:kms:ap-southeast-3:123456789012:key/k"
MACHINE = "arn:aws:states:ap-southeast-3:123456789012:stateMachine:sop"
RECEIPT = Receipt("delivered", NINE, "message-1")
ENDPOINTS = {"batang": Endpoint("https://never-asked.test", "signing")}
Client = Any


@dataclass(frozen=True)
class Call:
    """One call of one adapter, given its client."""

    service: str
    make: Callable[[Client], Any]
    ask: Callable[[Any], Any]


def dynamo(port: Any, ask: Callable[[Any], Any]) -> Call:
    return Call("dynamodb", lambda client: port(client, "cases"), ask)


def kms(port: Any, ask: Callable[[Any], Any]) -> Call:
    return Call("kms", lambda client: port(client, ARN), ask)


def machine(ask: Callable[[Any], Any]) -> Call:
    return Call("stepfunctions", lambda client: StepFunctions(client, {SOP.key: MACHINE}), ask)


def clean(ask: Callable[[Any], Any]) -> Call:
    return Call("s3", lambda client: S3Clean(client, client, "clean"), ask)


CALLS = {
    "get": dynamo(DynamoCases, lambda cases: cases.get(NUMBER)),
    "save": dynamo(DynamoCases, lambda cases: cases.save(opened())),
    "whole": dynamo(DynamoCases, lambda cases: cases.whole(NUMBER)),
    "history": dynamo(DynamoCases, lambda cases: cases.history(NUMBER)),
    "holding": dynamo(DynamoCases, lambda cases: cases.holding("npwp", "x")),
    "queue": dynamo(DynamoCases, lambda cases: cases.queue("batang", ["verifikator"])),
    "ledger": dynamo(DynamoCases, lambda cases: cases.ledger("batang", "2026-03", "opened")),
    "waking": dynamo(DynamoCases, lambda cases: cases.waking(NINE)),
    "take": dynamo(DynamoOutbox, lambda outbox: outbox.take(NUMBER, "mail#1", NINE)),
    "sent": dynamo(DynamoOutbox, lambda outbox: outbox.sent(NUMBER, "mail#1", NINE, "m")),
    "returned": dynamo(DynamoOutbox, lambda outbox: outbox.returned(NUMBER, "mail#1", NINE)),
    "post": dynamo(DynamoOutbox, lambda outbox: outbox.post(NUMBER, Letter("tautan"), NINE)),
    "letters": dynamo(DynamoOutbox, lambda outbox: outbox.of(NUMBER)),
    "unsent": dynamo(DynamoOutbox, lambda outbox: outbox.unsent(NINE)),
    "doubted": dynamo(DynamoOutbox, lambda outbox: outbox.doubted(NUMBER, "mail#1", NINE)),
    "dropped": dynamo(DynamoOutbox, lambda outbox: outbox.dropped(NUMBER, "mail#1", "failed")),
    "told": dynamo(DynamoOutbox, lambda outbox: outbox.told(NUMBER, "mail#1", RECEIPT)),
    "suppress": dynamo(DynamoSuppressions, lambda kept: kept.add("f", "bounced", NINE)),
    "lift": dynamo(DynamoSuppressions, lambda kept: kept.lift("f")),
    "suppressed": dynamo(DynamoSuppressions, lambda kept: kept.holds("f")),
    "presence": dynamo(DynamoStaff, lambda staff: staff.presence("batang", "vera")),
    "keep": dynamo(DynamoStaff, lambda staff: staff.keep(Presence(VERA), NINE)),
    "everybody": dynamo(DynamoStaff, lambda staff: staff.everybody("batang")),
    "appoint": dynamo(
        DynamoStaff, lambda staff: staff.appoint([VERA], [appointed(None, VERA, "", NINE)])
    ),
    "appointments": dynamo(DynamoStaff, lambda staff: staff.appointments("batang")),
    "awaiting": dynamo(DynamoStaff, lambda staff: staff.awaiting(NINE)),
    "sign": Call("kms", lambda client: KmsSigner(client, "k1", ARN), lambda s: s.sign("x")),
    "verify": Call(
        "kms", lambda client: KmsVerifier(client, {"k1": ARN}), lambda v: v.verify("k1", "x", b"m")
    ),
    "fingerprint": kms(KmsFingerprints, lambda prints: prints.of("nik", "1")),
    "seal": kms(KmsSeals, lambda seals: seals.seal("x", NUMBER)),
    "open": kms(KmsSeals, lambda seals: seals.open("c2VhbGVk", NUMBER)),
    "put": Call("s3", lambda s3: S3Scans(s3, s3, "scans"), lambda scans: scans.put("k", b"x")),
    "inbox": Call("s3", lambda s3: S3Inbox(s3, "inbox"), lambda inbox: inbox.read("k", 1)),
    "read": Call("s3", lambda s3: S3Scans(s3, s3, "scans"), lambda scans: scans.read("k", "v1")),
    "keep clean": clean(lambda kept: kept.keep("k", b"", "image/jpeg")),
    "read clean": clean(lambda kept: kept.read("k", "v1")),
    "verdict": Call("s3", lambda s3: GuardDuty(s3, "scans"), lambda duty: duty.verdict("k", "v1")),
    "mail": Call("ses", SesMail, lambda mail: mail.send(MESSAGE)),
    "deliver": Call(
        "secretsmanager",
        lambda client: WebhookMessenger(client, ENDPOINTS, lambda: NINE),
        lambda messenger: messenger.deliver(NOTE),
    ),
    "press": Call("lambda", lambda client: LambdaPress(client, "p"), lambda p: p.pdf(PAPER)),
    "stamps": Call(
        "lambda",
        lambda client: LambdaStamps(client, "s", MemoryArchive()),
        lambda stamps: stamps.show([FRONT], LINES),
    ),
    "views": Call(
        "s3", lambda s3: S3Views(s3, s3, "views"), lambda views: views.keep("k", b"x", "image/jpeg")
    ),
    "start": machine(lambda flow: flow.start(NUMBER, SOP.key, NUMBER, "jadwal")),
    "resume": machine(lambda flow: flow.resume("token", "dijadwalkan")),
}


def answering(status: int, code: str) -> Callable[..., Any]:
    answer = {"Error": {"Code": code}, "ResponseMetadata": {"HTTPStatusCode": status}}
    return lambda **_: (SimpleNamespace(status_code=status), answer)


def raising(error: Exception) -> Callable[..., Any]:
    def fail(**_: Any) -> None:
        raise error

    return fail


FAULTS = {
    "throttled": answering(400, "ThrottlingException"),
    "broken": answering(500, "InternalServerError"),
    "denied": answering(403, "AccessDeniedException"),
    "unreachable": raising(EndpointConnectionError(endpoint_url="https://aws.test")),
    "silent": raising(ReadTimeoutError(endpoint_url="https://aws.test")),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_a_dependency_that_fails_is_unavailable(aws: Callable[[str], Client], call: Call) -> None:
    client = aws(call.service)
    port = call.make(client)
    for name, fault in FAULTS.items():
        client.meta.events.register("before-call", fault, unique_id=name)
        with pytest.raises(Unavailable):
            call.ask(port)
        client.meta.events.unregister("before-call", unique_id=name)
