"""A scan arrived in the store: look at its bytes, then tell the case."""

from typing import Any

from aws_lambda_powertools import Logger

from functions.core.case import Case
from functions.core.change import change
from functions.core.completeness import asked_scans
from functions.core.errors import NotFound
from functions.core.facts import Document
from functions.core.scans import EVIDENCE, NOTIFICATION, STATEMENT, examined, invited_in, parts
from functions.core.sop import Sop
from functions.sops import sop_of
from functions.world import world

logger = Logger()
OF_KINDS = {EVIDENCE: "verify", STATEMENT: "statement", NOTIFICATION: "sign"}
"""Scans that are no requirement, and the kind of step at which each is made."""


def handler(event: dict[str, Any], context: Any) -> None:
    """`event`: EventBridge's "Object Created" of S3."""
    thing = event["detail"]["object"]
    key = thing["key"]
    case_id, name = parts(key)
    content, version = world().scans.read(key, thing.get("version-id", ""))
    document = examined(key, version, content, world().now())
    try:
        change(world().cases, case_id, lambda case: received(case, name, document))
    except NotFound:
        logger.warning("scan of no case")


def received(case: Case, name: str, document: Document) -> Case:
    """The case with the document, if it waits for one of this name just now."""
    sop = sop_of(case)
    late = case.here is None or invited_in(document.key) != case.here.round
    if late or not _expected(case, sop, name):
        return case
    return case.receive(name, document, document.at)


def _expected(case: Case, sop: Sop, name: str) -> bool:
    if case.here is None:
        return False
    kind = sop.step(case.here.id).kind
    return OF_KINDS.get(name) == kind or name in {r.id for r in asked_scans(case, sop)}
