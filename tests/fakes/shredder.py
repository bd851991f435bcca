"""Destruction of what the fakes of scans and archive hold."""

from tests.fakes.archive import MemoryArchive
from tests.fakes.scans import MemoryScans


class MemoryShredder:
    def __init__(self, scans: MemoryScans, archive: MemoryArchive) -> None:
        self._scans, self._archive = scans, archive

    def destroy(self, case_id: str) -> int:
        scans, kept = self._scans.versions, self._archive.kept
        loose = [scans.pop(key) for key in [*scans] if key.startswith(f"{case_id}/")]
        signed = [kept.pop(key) for key in [*kept] if key.startswith(f"{case_id}/")]
        return sum(map(len, loose)) + len(signed)
