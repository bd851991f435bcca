"""What is looked at, and why, in words."""

from functions.core.extent import GUEST
from functions.core.scans import EVIDENCE, NOTIFICATION, STATEMENT
from functions.core.sop import Sop

NAMES = {
    EVIDENCE: "Tangkapan layar panggilan video",
    STATEMENT: "Surat pernyataan",
    NOTIFICATION: "Surat pemberitahuan",
    GUEST: "Buku tamu",
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


def at_task(step: str) -> str:
    """Why an officer looks who is at this step."""
    return f"{_TASK}{step}"


def task_of(why: str) -> str:
    """The step at which an officer looked; "" if they were at none."""
    return why.removeprefix(_TASK) if why.startswith(_TASK) else ""


def purpose(why: str, sop: Sop) -> str:
    """In words, why somebody looked."""
    if step := task_of(why):
        return f"untuk tugas {sop.step(step).title}"
    return f"untuk {REASONS.get(why, why).lower()}"


def called(name: str, sop: Sop) -> str:
    """What a document is called."""
    return {**sop.names, **NAMES}.get(name, name)
