"""An officer looks at a scan: before it is shown, history says who does, when, and what for."""

from collections.abc import Sequence
from datetime import datetime

from functions.core.case import Case
from functions.core.change import change
from functions.core.completeness import kept
from functions.core.errors import NotFound
from functions.core.facts import Actor
from functions.core.officer import Officer
from functions.core.scans import NOTIFICATION, STATEMENT, archive_key
from functions.offices import all_offices
from functions.sops import sop_of
from functions.web.download import PDF
from functions.web.looks import purpose
from functions.web.words import moment
from functions.world import world

Signed = tuple[str, str]
"""The hash and the type of what is in the archive."""


def look(case: Case, name: str, officer: Officer, by: Actor, why: str, nonce: str) -> str:
    """An address that lives a minute: of the scan, marked for who looks; of a signed paper, of the
    archive's own bytes, as a mark would break a signature that is in them."""
    signed, now = archived(case).get(name), world().now()
    if signed:
        sha256, address = _in_archive(case, name, *signed)
    else:
        sha256, address = _marked(case, name, _mark(case, officer, why, now))
    once = _within_a_minute(nonce, now)

    def verb(case: Case) -> Case:
        if case.heard(once):
            return case
        return case.looked_at(name, sha256, by, why, now, nonce=once)

    change(world().cases, case.id, verb, officer)
    return address


def archived(case: Case) -> dict[str, Signed]:
    """The papers of a case that were signed, and are kept unchanged."""
    letter, found = case.notification, dict[str, Signed]()
    if case.statement:
        found[STATEMENT] = case.statement.sha256, case.statement.type
    if letter.archived_at:
        found[NOTIFICATION] = letter.sha256, PDF
    return found


def _within_a_minute(nonce: str, at: datetime) -> str:
    """The same button of the same page, pressed later, is another look."""
    key, colon, rest = nonce.partition(":")
    return f"{key}-{at:%H%M}{colon}{rest}" if nonce else ""


def _in_archive(case: Case, name: str, sha256: str, kind: str) -> tuple[str, str]:
    return sha256, world().archive.view(archive_key(case.id, name, sha256), kind)


def _marked(case: Case, name: str, lines: Sequence[str]) -> tuple[str, str]:
    document = kept(case, name)
    if document is None:
        raise NotFound
    return document.sha256, world().stamps.show(document.leaves, lines)


def _mark(case: Case, officer: Officer, why: str, at: datetime) -> tuple[str, ...]:
    """Whose copy it is: the office's, what for, and who looks when."""
    office = all_offices()[case.office]
    seen = f"dilihat {officer.name}, {moment(at, office)}"
    return office.name, purpose(why, sop_of(case)), seen
