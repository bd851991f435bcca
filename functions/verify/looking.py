"""An officer looks at a scan: before it is shown, history says who does, when, and what for."""

from datetime import datetime

from functions.core.case import Case
from functions.core.change import change
from functions.core.errors import NotFound
from functions.core.facts import Actor
from functions.core.officer import Officer
from functions.core.scans import EVIDENCE, NOTIFICATION, STATEMENT, archive_key
from functions.core.sop import Sop
from functions.web.download import PDF
from functions.world import world

NAMES = {
    EVIDENCE: "Tangkapan layar panggilan video",
    STATEMENT: "Surat pernyataan",
    NOTIFICATION: "Surat pemberitahuan",
}
REASONS = {
    "verifikasi-ulang": "Verifikasi ulang",
    "pengaduan": "Pengaduan",
    "permintaan-pemohon": "Permintaan pemohon",
    "audit": "Audit",
    "perintah-atasan": "Perintah atasan",
}
"""What an officer may look for who has no task at the case."""
_TASK = "tugas: "
Signed = tuple[str, str]
"""The hash and the type of what is in the archive."""


def look(case: Case, name: str, officer: Officer, by: Actor, why: str, nonce: str) -> str:
    """The scan's own address, which lives a minute; of a signed paper, the archive's."""
    kept = archived(case).get(name)
    sha256, address = _in_archive(case, name, *kept) if kept else _uploaded(case, name)
    now = world().now()
    once = _within_a_minute(nonce, now)

    def verb(case: Case) -> Case:
        if case.heard(once):
            return case
        return case.looked_at(name, sha256, by, why, now, nonce=once)

    change(world().cases, case.id, verb, officer)
    return address


def at_task(step: str) -> str:
    """Why an officer looks who is at this step."""
    return f"{_TASK}{step}"


def purpose(why: str, sop: Sop) -> str:
    """In words, why somebody looked."""
    if why.startswith(_TASK):
        return f"untuk tugas {sop.step(why.removeprefix(_TASK)).title}"
    return f"untuk {REASONS.get(why, why).lower()}"


def called(name: str, sop: Sop) -> str:
    """What a document is called."""
    return {**sop.names, **NAMES}.get(name, name)


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


def _uploaded(case: Case, name: str) -> tuple[str, str]:
    kept = case.documents.get(name)
    if kept is None or kept.problem:
        raise NotFound
    return kept.sha256, world().scans.view(kept.key, kept.version, kept.type)
