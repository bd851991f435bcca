"""A scan arrived in quarantine: have it examined, then tell the case."""

from typing import Any

from aws_lambda_powertools import Logger

from functions.core.case import Case
from functions.core.change import change
from functions.core.completeness import asked_scans, timely
from functions.core.document import Arrival
from functions.core.errors import NotFound
from functions.core.place import kind_here
from functions.core.scans import EVIDENCE, NOTIFICATION, STATEMENT, invited_in, parts
from functions.core.sop import Sop
from functions.register.examining import examined
from functions.sops import sop_of
from functions.world import world

logger = Logger()
OF_KINDS = {EVIDENCE: "verify", STATEMENT: "statement", NOTIFICATION: "sign"}
"""Scans that are no requirement, and the kind of step at which each is made."""


def handler(event: dict[str, Any], context: Any) -> None:
    """`event`: EventBridge's "Object Created" of S3, or GuardDuty's word on such an object."""
    key, version = _place(event["detail"])
    try:
        case_id, name, upload = parts(key)
        case = world().cases.get(case_id)
        arrival = examined(key, version) if _awaited(case, name, upload) else None
        if arrival:
            change(world().cases, case_id, lambda case: received(case, name, arrival))
    except NotFound:
        logger.warning("scan of no case")


def received(case: Case, name: str, arrival: Arrival) -> Case:
    """The case with what arrived, if it waits for one of this name just now."""
    if not _awaited(case, name, arrival.upload):
        return case
    return case.receive(name, arrival, world().now())


def _place(detail: dict[str, Any]) -> tuple[str, str]:
    """Key and version, by the names that S3 or GuardDuty gives them:
    https://docs.aws.amazon.com/guardduty/latest/ug/monitor-with-eventbridge-s3-malware-protection.html
    """
    if "s3ObjectDetails" in detail:
        scanned = detail["s3ObjectDetails"]
        return scanned["objectKey"], scanned.get("versionId", "")
    created = detail["object"]
    return created["key"], created.get("version-id", "")


def _awaited(case: Case, name: str, upload: str) -> bool:
    """Whether the case is still in the wait that invited the upload, and asks for its like."""
    if not timely(case, invited_in(upload)):
        return False
    sop = sop_of(case)
    return OF_KINDS.get(name) == kind_here(case, sop) or name in _required(case, sop)


def _required(case: Case, sop: Sop) -> set[str]:
    return {requirement.id for requirement in asked_scans(case, sop)}
